import assert from 'node:assert/strict';
import { test } from 'node:test';

import { updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { createPerson } from '../../../../frontend/static/js/model/roster/people.js';
import { listRotatable } from '../../../../frontend/static/js/model/roster/rotatable.js';
import { after, classroomModel } from '../../support/labs.js';

test('everybody with a random password is offered, of one group or of all', () => {
  const model = classroomModel();

  assert.equal(listRotatable(model, []).length, 9);
  assert.deepEqual(listRotatable(model, ['trainers', 'r1']), [{ users: 'trainers', username: 'trainer', name: '' }]);
});

test('who has a password of their own, or one that all share, is not offered', () => {
  const model = classroomModel();
  const roster = [createPerson({ username: 'anna', name: 'Anna B' }), createPerson({ username: 'ben', password: 'own' })];
  const listed = after(model, updateItems(model, ['students'], { roster }));
  const shared = after(listed, updateItems(listed, ['trainers'], { password: { mode: 'fixed', value: 'same' } }));

  assert.deepEqual(listRotatable(shared, []), [{ users: 'students', username: 'anna', name: 'Anna B' }]);
});
