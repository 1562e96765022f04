import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findReached } from '../../../../frontend/static/js/model/access.js';
import { giveAccess, giveAccessToAll, setReached, withdrawAccess } from '../../../../frontend/static/js/model/commands/access.js';
import { after, classroomModel, countingIds } from '../../support/labs.js';

/**
 * @param {import('../../../../frontend/static/js/model/diagram-model.js').DiagramModel} model
 * @param {import('../../../../frontend/static/js/model/changes.js').Command | null} command
 */
function afterwards(model, command) {
  assert.ok(command);
  return after(model, command);
}

test('access is given to many at once, but not twice to one', () => {
  const model = classroomModel();
  const given = after(model, giveAccess(model, countingIds(), 'trainers', ['lan', 'srv', 'srv', 'note', 'pod']));

  assert.deepEqual(given.accessOf('trainers').map((edge) => edge.target), ['lan', 'srv', 'pod']);
});

test('taking away the only edge opens everything', () => {
  const model = classroomModel();
  const left = after(model, withdrawAccess(model, 'trainers', ['lan', 'srv']));

  assert.equal(findReached(left, 'trainers').size, 3);
});

test('access to all removes every edge of the group', () => {
  const model = classroomModel();

  assert.deepEqual([...after(model, giveAccessToAll(model, 'students')).access.keys()], ['a1']);
});

test('a cell of the matrix that is ticked gives that device', () => {
  const model = classroomModel();
  const given = afterwards(model, setReached(model, countingIds(), 'trainers', 'pc', true));

  assert.deepEqual(findReached(given, 'trainers'), new Set(['r1', 'srv', 'pc']));
});

test('a cell that is cleared takes away that device and nothing else', () => {
  const model = classroomModel();
  const left = afterwards(model, setReached(model, countingIds(), 'trainers', 'srv', false));

  assert.deepEqual(findReached(left, 'trainers'), new Set(['r1']));
});

test('clearing a cell of a group that reaches all names the others', () => {
  const model = classroomModel();
  const all = after(model, giveAccessToAll(model, 'trainers'));
  const left = afterwards(all, setReached(all, countingIds(), 'trainers', 'pc', false));

  assert.deepEqual(findReached(left, 'trainers'), new Set(['r1', 'srv']));
});

test('the last device of a group cannot be cleared, for that would open everything', () => {
  const model = classroomModel();
  const one = afterwards(model, setReached(model, countingIds(), 'trainers', 'srv', false));

  assert.equal(setReached(one, countingIds(), 'trainers', 'r1', false), null);
});

test('a cell that is as wanted is no change', () => {
  assert.deepEqual(setReached(classroomModel(), countingIds(), 'trainers', 'srv', true)?.changes, []);
});
