import assert from 'node:assert/strict';
import { test } from 'node:test';

import { removeItems } from '../../../../frontend/static/js/model/commands/remove.js';
import { after, classroomModel } from '../../support/labs.js';

test('what is deleted takes its cables and access edges along', () => {
  const model = classroomModel();
  const left = after(model, removeItems(model, ['lan']));

  assert.deepEqual([...left.links.keys()], ['l1']);
  assert.deepEqual([...left.access.keys()], ['a2']);
});

test('what was in a deleted zone is then in the zone around it', () => {
  const model = classroomModel();
  const left = after(model, removeItems(model, ['pod']));

  assert.equal(left.nodes.get('r1')?.zone, 'room');
  assert.equal(left.access.has('a2'), false);
});

test('where both zones go the content is in none', () => {
  const model = classroomModel();

  assert.equal(after(model, removeItems(model, ['pod', 'room'])).nodes.get('r1')?.zone, null);
});

test('a pod whose users go becomes an ordinary zone', () => {
  const model = classroomModel();

  assert.equal(after(model, removeItems(model, ['students'])).zones.get('pod')?.pod, null);
});

test('ids that are gone already are no change', () => {
  assert.deepEqual(removeItems(classroomModel(), ['nobody']).changes, []);
});
