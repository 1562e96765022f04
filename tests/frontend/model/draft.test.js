import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createNetwork } from '../../../frontend/static/js/model/diagram.js';
import { Draft } from '../../../frontend/static/js/model/draft.js';
import { classroomModel } from '../support/labs.js';

test('a draft reads as if it were done', () => {
  const model = classroomModel();
  const draft = new Draft(model);

  draft.update('r1', { label: 'Core' });
  draft.remove('srv');

  assert.equal(/** @type {any} */ (draft.item('r1')).label, 'Core');
  assert.equal(draft.item('srv'), null);
  assert.equal(model.nodes.get('r1')?.label, 'R1');
});

test('an id may not be added twice, and what is not there cannot be changed', () => {
  const draft = new Draft(classroomModel());

  assert.throws(() => draft.add('nodes', createNetwork({ id: 'r1' })), /The id 'r1' is on the drawing already/);
  assert.throws(() => draft.update('nobody', { label: '' }), /There is no 'nobody' on the drawing/);
});

test('what was added and taken away again is no change', () => {
  const draft = new Draft(classroomModel());

  draft.add('nodes', createNetwork({ id: 'new' }));
  draft.remove('new');

  assert.deepEqual(draft.toCommand('Nothing').changes, []);
});

test('writing the values that are there is no change', () => {
  const draft = new Draft(classroomModel());

  draft.update('r1', { label: 'R1', x: 100 });

  assert.deepEqual(draft.toCommand('Nothing').changes, []);
});
