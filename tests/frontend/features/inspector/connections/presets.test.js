import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createConnection, createDevice } from '../../../../../frontend/static/js/model/diagram.js';
import { applyPreset, dropPreset, keepPreset, makePreset, presetsFor } from '../../../../../frontend/static/js/features/inspector/connections/presets.js';
import { fakeStorage } from '../../../support/fakes.js';

const CATALOGUE = /** @type {any} */ ({
  ssh: { title: 'SSH', port: '22', parameters: [{ name: 'password', secret: true }, { name: 'font-size', secret: false }] },
});
const ROUTER = createDevice({
  id: 'r1',
  kind: 'router',
  connections: [createConnection({ host: '10.0.0.1', port: '2222', parameters: { password: 'secret', 'font-size': '14' } })],
});

test('a preset holds neither hosts nor secrets', () => {
  const [connection] = makePreset('Mine', ROUTER, CATALOGUE).connections;

  assert.deepEqual([connection.host, connection.port], ['', '2222']);
  assert.deepEqual(connection.parameters, { 'font-size': '14' });
});

test('a device that gets a preset keeps its own hosts and secrets', () => {
  const other = createDevice({
    id: 'r2',
    kind: 'router',
    connections: [createConnection({ host: '10.0.0.2', parameters: { password: 'other', command: 'x' } })],
  });

  const [connection] = applyPreset(makePreset('Mine', ROUTER, CATALOGUE), other, CATALOGUE);

  assert.deepEqual([connection.host, connection.port], ['10.0.0.2', '2222']);
  assert.deepEqual(connection.parameters, { 'font-size': '14', password: 'other' });
});

test('presets are kept by kind and name, and forgotten', () => {
  const storage = fakeStorage();
  const preset = makePreset('Mine', ROUTER, CATALOGUE);

  keepPreset(storage, { ...preset, connections: [] });
  keepPreset(storage, preset);
  assert.deepEqual(presetsFor(storage, 'router'), [preset]);
  assert.deepEqual(presetsFor(storage, 'switch'), []);
  dropPreset(storage, preset);

  assert.deepEqual(presetsFor(storage, 'router'), []);
});

test('a browser that keeps nonsense has no presets', () => {
  for (const kept of ['[', '{}']) assert.deepEqual(presetsFor({ ...fakeStorage(), getItem: () => kept }, 'router'), []);
});
