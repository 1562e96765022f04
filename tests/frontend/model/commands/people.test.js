import assert from 'node:assert/strict';
import { test } from 'node:test';

import { rotatePerson } from '../../../../frontend/static/js/model/commands/people.js';
import { updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { after, classroomModel } from '../../support/labs.js';

test('one person gets a new password, and nobody else', () => {
  const model = classroomModel();

  const once = rotatePerson(model, 'students', 'student3');
  const rotated = after(model, once);
  const twice = after(rotated, rotatePerson(rotated, 'students', 'student3'));

  assert.equal(once.label, 'Rotate the password of student3');
  assert.deepEqual(passwordOf(rotated), { mode: 'random', rotation: 0, rotations: { student3: 1 } });
  assert.deepEqual(passwordOf(twice), { mode: 'random', rotation: 0, rotations: { student3: 2 } });
});

test('people called like parts of JavaScript count from nothing', () => {
  const model = classroomModel();

  const rotated = after(model, rotatePerson(model, 'students', '__proto__'));

  assert.equal(JSON.stringify(passwordOf(rotated)), '{"mode":"random","rotation":0,"rotations":{"__proto__":1}}');
});

test('where passwords are not random nobody gets a new one', () => {
  const model = classroomModel();
  const fixed = after(model, updateItems(model, ['students'], { password: { mode: 'fixed', value: 'same' } }));

  assert.throws(() => rotatePerson(fixed, 'students', 'student1'));
});

/** @param {import('../../../../frontend/static/js/model/diagram-model.js').DiagramModel} model */
function passwordOf(model) {
  const users = model.nodes.get('students');
  return users?.type === 'users' ? users.password : null;
}
