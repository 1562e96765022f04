import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeReach, devicesAt, explainReach, findReached, findReachedBy, reachesAll } from '../../../frontend/static/js/model/access.js';
import { withdrawAccess } from '../../../frontend/static/js/model/commands/access.js';
import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { after, classroomModel } from '../support/labs.js';

test('a users node without edges reaches every device', () => {
  const model = classroomModel();
  const free = after(model, withdrawAccess(model, 'trainers', ['lan']));

  assert.ok(reachesAll(free, 'trainers'));
  assert.deepEqual(findReached(free, 'trainers'), new Set(['r1', 'pc', 'srv']));
});

test('an edge to a network gives the devices that are cabled to it', () => {
  assert.deepEqual(findReached(classroomModel(), 'trainers'), new Set(['r1', 'srv']));
});

test('an edge to a zone gives what is inside, nested too', () => {
  assert.deepEqual(devicesAt(classroomModel(), 'room'), ['r1', 'pc']);
});

test('the owner of a pod reaches it whatever the edges name', () => {
  const model = classroomModel();
  const moved = after(model, { label: '', changes: [{ collection: 'access', id: 'a2', before: null, after: { id: 'a2', users: 'students', target: 'srv' } }] });

  assert.deepEqual(findReached(moved, 'students'), new Set(['srv', 'r1', 'pc']));
  assert.deepEqual(findReachedBy(moved, 'pc'), new Set(['students']));
});

test('who reaches a device agrees with what each group reaches', () => {
  const model = classroomModel();
  for (const device of ['r1', 'pc', 'srv']) {
    const expected = ['students', 'trainers'].filter((users) => findReached(model, users).has(device));
    assert.deepEqual(findReachedBy(model, device), new Set(expected), device);
  }
});

test('who owns a pod and has no edges is not said to reach all devices: of a pod each has their own copy', () => {
  const model = classroomModel();
  const free = after(model, withdrawAccess(model, 'students', ['pod']));
  const freeTrainers = after(model, withdrawAccess(model, 'trainers', ['lan']));
  const alone = after(free, removeItems(free, ['srv']));

  assert.equal(describeReach(model, 'students'), '');
  assert.equal(describeReach(freeTrainers, 'trainers'), 'all devices');
  assert.equal(describeReach(free, 'students'), 'own pods, all else');
  assert.equal(describeReach(alone, 'students'), 'own pods');
  assert.deepEqual(['r1', 'srv'].map((id) => explainReach(free, 'students', id)), ['each their own copy', 'all devices']);
  assert.equal(explainReach(model, 'trainers', 'r1'), 'through its zone or network');
});
