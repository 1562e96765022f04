import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addConnection, removeConnection, setParameter, updateConnection } from '../../../../frontend/static/js/model/commands/connections.js';
import { after, classroomModel } from '../../support/labs.js';

const model = classroomModel();

/** @param {import('../../../../frontend/static/js/model/changes.js').Command} command */
function connectionsAfter(command) {
  const node = after(model, command).nodes.get('pc');
  return node?.type === 'device' ? node.connections : [];
}

test('a connection is added after the others', () => {
  assert.deepEqual(connectionsAfter(addConnection(model, 'pc', { protocol: 'vnc' })).map((each) => each.protocol), ['rdp', 'vnc']);
});

test('a connection can be removed', () => {
  assert.deepEqual(connectionsAfter(removeConnection(model, 'pc', 0)), []);
});

test('a field of a connection changes and the others stay', () => {
  assert.deepEqual(connectionsAfter(updateConnection(model, 'pc', 0, { port: '3390' })), [
    { protocol: 'rdp', host: '10.0.10.109', port: '3390', label: '', parameters: {} },
  ]);
});

test('a parameter is set and removed', () => {
  const command = setParameter(model, 'pc', 0, 'username', 'alice');
  assert.deepEqual(connectionsAfter(command)[0].parameters, { username: 'alice' });

  const named = after(model, command);
  const left = after(named, setParameter(named, 'pc', 0, 'username', null)).nodes.get('pc');
  assert.deepEqual(left?.type === 'device' && left.connections[0].parameters, {});
});

test('values that are there already are no change', () => {
  assert.deepEqual(updateConnection(model, 'pc', 0, { host: '10.0.10.109' }).changes, []);
  assert.deepEqual(setParameter(model, 'pc', 0, 'username', null).changes, []);
});

test('what is not a device has no connections', () => {
  assert.throws(() => addConnection(model, 'lan'), /'lan' is not a device/);
  assert.throws(() => updateConnection(model, 'pc', 7, {}), /'pc' has no connection 7/);
});
