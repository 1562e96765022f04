import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findReached } from '../../../../frontend/static/js/model/access.js';
import { giveAccess, giveAccessToAll, setReached, withdrawAccess } from '../../../../frontend/static/js/model/commands/access.js';
import { after, classroomModel, countingIds } from '../../support/labs.js';

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
  const given = after(model, setReached(model, countingIds(), ['trainers'], ['pc'], true));

  assert.deepEqual(findReached(given, 'trainers'), new Set(['r1', 'srv', 'pc']));
});

test('a cell that is cleared takes away that device and nothing else', () => {
  const model = classroomModel();
  const left = after(model, setReached(model, countingIds(), ['trainers'], ['srv'], false));

  assert.deepEqual(findReached(left, 'trainers'), new Set(['r1']));
});

test('clearing a cell of a group that reaches all names the others', () => {
  const model = classroomModel();
  const all = after(model, giveAccessToAll(model, 'trainers'));
  const left = after(all, setReached(all, countingIds(), ['trainers'], ['pc'], false));

  assert.deepEqual(findReached(left, 'trainers'), new Set(['r1', 'srv']));
});

test('the last device of a group cannot be cleared, for that would open everything', () => {
  const model = classroomModel();
  const one = after(model, setReached(model, countingIds(), ['trainers'], ['srv'], false));

  assert.deepEqual(setReached(one, countingIds(), ['trainers'], ['r1'], false).changes, []);
});

test('a cell that is as wanted is no change', () => {
  assert.deepEqual(setReached(classroomModel(), countingIds(), ['trainers'], ['srv'], true).changes, []);
});

test('a row that is cleared leaves those alone whose last device it is', () => {
  const [model, newId] = [classroomModel(), countingIds()];
  const one = after(model, setReached(model, newId, ['trainers'], ['r1'], false));
  const all = after(one, giveAccessToAll(one, 'students'));
  const command = setReached(all, newId, ['trainers', 'students'], ['srv'], false);
  const left = after(all, command);

  assert.equal(command.label, 'Take 2 users nodes away from SRV1');
  assert.deepEqual(findReached(left, 'trainers'), new Set(['srv']));
  assert.deepEqual(findReached(left, 'students'), new Set(['r1', 'pc']));
});

test('several cells that are ticked give what is missing, in one step', () => {
  const model = classroomModel();
  const given = after(model, setReached(model, countingIds(), ['trainers'], ['r1', 'pc'], true));

  assert.deepEqual(findReached(given, 'trainers'), new Set(['r1', 'srv', 'pc']));
  assert.equal(given.accessOf('trainers').length, model.accessOf('trainers').length + 1);
});

test('a whole column that is ticked means all devices, also those to come', () => {
  const model = classroomModel();
  const given = after(model, setReached(model, countingIds(), ['trainers', 'students'], ['r1', 'pc', 'srv'], true));

  assert.deepEqual([...given.access.keys()], []);
});

test('cells of what is no longer on the drawing change nothing', () => {
  const model = classroomModel();

  assert.deepEqual(setReached(model, countingIds(), ['nobody'], ['nothing'], true).changes, []);
  assert.deepEqual(setReached(model, countingIds(), ['students'], ['nothing'], true).changes, []);
});
