import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mayCarry, valuesNow } from '../../../frontend/static/js/model/copies.js';
import { createConnection, createDevice } from '../../../frontend/static/js/model/diagram.js';

test('an address that carries goes on in the octets before its last', () => {
  const device = createDevice({ id: 'pc', label: 'PC1', count: 3 });
  const connection = createConnection({ host: '10.0.255.254', copies: { hostname: 'carries' } });

  assert.deepEqual(valuesNow(device, connection, 'hostname', 3), ['10.0.255.254', '10.0.255.255', '10.1.0.0']);
});

test('only addresses carry', () => {
  assert.ok(mayCarry('10.0.0.1'));
  for (const text of ['', 'pc1', '10.0.0', '10.0.0.01', '10.0.{n}.1']) assert.ok(!mayCarry(text));
});
