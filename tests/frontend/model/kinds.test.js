import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { createDevice } from '../../../frontend/static/js/model/diagram.js';
import { DEVICE_KINDS } from '../../../frontend/static/js/model/kinds.js';

test('the editor knows the same kinds of device as the server', () => {
  const source = readFileSync(new URL('../../../backend/labmapper/core/drawing/device_kinds.py', import.meta.url), 'utf8');
  const literal = /DeviceKind = Literal\[([^\]]+)\]/.exec(source)?.[1] ?? '';

  assert.deepEqual([...literal.matchAll(/"(\w+)"/g)].map((match) => match[1]).sort(), [...DEVICE_KINDS].sort());
});

test('a new device has the connection that its kind usually has', () => {
  assert.deepEqual(createDevice({ id: 'a', kind: 'workstation' }).connections.map((each) => each.protocol), ['rdp']);
  assert.deepEqual(createDevice({ id: 'a', kind: 'printer' }).connections, []);
});
