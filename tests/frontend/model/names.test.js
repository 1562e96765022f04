import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fullLabel, nameAll, nameOf, titleOf } from '../../../frontend/static/js/model/names.js';
import { renameItem } from '../../../frontend/static/js/model/commands/update.js';
import { after, classroomModel } from '../support/labs.js';

const model = classroomModel();

for (const [id, expected] of [
  ['r1', 'R1'],
  ['l1', 'the cable R1–PC09'],
  ['a1', 'the access of trainer to LAN1'],
  ['nobody', 'something that is gone'],
]) {
  test(`${id} is called ${expected}`, () => assert.equal(nameOf(model, id), expected));
}

test('what has no label is called by what it is', () => {
  assert.equal(nameOf(after(model, renameItem(model, 'r1', '')), 'r1'), 'the router without a name');
});

test('a long note is cut', () => {
  assert.equal(nameOf(after(model, renameItem(model, 'note', `${'a'.repeat(60)}\nb`)), 'note'), `${'a'.repeat(39)}…`);
});

test('several items are counted', () => {
  assert.equal(nameAll(model, ['r1']), 'R1');
  assert.equal(nameAll(model, ['r1', 'pc']), '2 devices');
  assert.equal(nameAll(model, ['r1', 'l1', 'a1']), '3 items');
  assert.equal(nameAll(model, ['l1', 'l2']), '2 cables');
});

test('titles tell pods from zones and kinds of device apart', () => {
  const titles = ['r1', 'students', 'room', 'pod', 'l1', 'a1'].flatMap((id) => model.item(id) ?? []).map(titleOf);

  assert.deepEqual(titles, ['Router', 'Users', 'Zone', 'Pod', 'Cable', 'Access']);
});

test('a stack is called by its first and last name', () => {
  assert.equal(fullLabel({ label: 'PC09', count: 11 }), 'PC09…PC19');
  assert.equal(fullLabel({ label: 'Room' }), 'Room');
});

test('a group whose people are listed by name is called by its own name, not by a range', () => {
  const roster = [{ username: 'anna' }, { username: 'bob' }];

  assert.equal(fullLabel({ label: 'student1', count: 8, roster }), 'student1');
  assert.equal(fullLabel({ label: 'student1', count: 8, roster: [] }), 'student1…student8');
});
