import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { createConnection, createDevice, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { MIXED } from '../../../../frontend/static/js/kit/forms/fields.js';
import { common, fieldOf } from '../../../../frontend/static/js/features/inspector/binding.js';
import { describeExpansion } from '../../../../frontend/static/js/features/inspector/common.js';
import { kindOf } from '../../../../frontend/static/js/model/items.js';
import { nextConnection } from '../../../../frontend/static/js/features/inspector/device.js';
import { updateFirstConnections } from '../../../../frontend/static/js/features/inspector/connections/first-connections.js';

/** @typedef {import('../../../../frontend/static/js/model/diagram.js').Device} Device */

function build() {
  const model = new DiagramModel({
    ...emptyDiagram(),
    nodes: [
      createDevice({ id: 'r1', label: 'R1', kind: 'router' }),
      createDevice({ id: 'r2', label: 'R2', kind: 'router', count: 3 }),
      createDevice({ id: 'ph', label: 'P1', kind: 'phone' }),
    ],
  });
  const stack = new CommandStack(model);
  return { model, stack, editor: /** @type {any} */ ({ model, stack }) };
}

test('a field of several items reads their common value, or that they are mixed', () => {
  const { editor } = build();

  assert.equal(fieldOf(editor, ['r1', 'r2'], 'kind').read(), 'router');
  assert.equal(fieldOf(editor, ['r1', 'r2'], 'count').read(), MIXED);
  assert.equal(common([1, 1], (value) => value), 1);
});

test('typing in one field is one step, for all items together', () => {
  const { editor, model, stack } = build();
  const { write } = fieldOf(editor, ['r1', 'r2'], 'count');

  for (const count of [1, 12, 120]) write(count);
  assert.deepEqual(['r1', 'r2'].map((id) => /** @type {Device} */ (model.nodes.get(id)).count), [120, 120]);
  stack.undo();

  assert.deepEqual(['r1', 'r2'].map((id) => /** @type {Device} */ (model.nodes.get(id)).count), [1, 3]);
});

test('a device without connections gets one when several are changed at once', () => {
  const { model, stack } = build();

  stack.execute(updateFirstConnections(model, ['r1', 'ph'], 'Set the protocol of {names}', () => ({ protocol: 'telnet' })));

  const protocols = ['r1', 'ph'].map((id) => /** @type {Device} */ (model.nodes.get(id)).connections.map((each) => each.protocol));
  assert.deepEqual(protocols, [['telnet'], ['telnet']]);
  assert.deepEqual(/** @type {Device} */ (model.nodes.get('ph')).connections[0], createConnection({ protocol: 'telnet' }));
});

test('an expansion is told by its ends', () => {
  const items = ['PC09', 'PC10', 'PC19'].map((name, place) => ({ name, host: `10.0.10.${[109, 110, 119][place]}` }));

  assert.equal(describeExpansion({ count: 11, items }), 'PC09 … PC19\n10.0.10.109 … 10.0.10.119');
  assert.equal(describeExpansion({ count: 2, items: items.slice(0, 2) }), 'PC09, PC10\n10.0.10.109, 10.0.10.110');
  assert.equal(describeExpansion({ count: 1, items: items.slice(0, 1) }), '');
  assert.equal(describeExpansion(null), '');
});

test('what is in a pod is told by its first and its last copy, and whose they are', () => {
  const copy = (/** @type {number} */ pod) => ({
    user: `student0${pod}`,
    items: [1, 2, 3].map((number) => ({ name: `PC${pod}-${number}`, host: `10.${pod}.0.${number}` })),
  });

  assert.equal(
    describeExpansion({ count: 3, copies: 8, items: copy(1).items, ends: [copy(1), copy(8)] }),
    'student01: PC1-1 … PC1-3 at 10.1.0.1 … 10.1.0.3\n…\nstudent08: PC8-1 … PC8-3 at 10.8.0.1 … 10.8.0.3',
  );
  assert.equal(describeExpansion({ count: 1, copies: 1, items: [], ends: [{ user: 'eve', items: [{ name: 'R1', host: '' }] }] }), 'eve: R1');
});

test('a further connection begins with another protocol to the same host', () => {
  const ssh = createConnection({ protocol: 'ssh', host: '10.0.0.1' });

  assert.deepEqual(nextConnection([]), { protocol: 'ssh', host: '' });
  assert.deepEqual(nextConnection([ssh]), { protocol: 'vnc', host: '10.0.0.1' });
  assert.deepEqual(nextConnection([{ ...ssh, protocol: 'rdp' }]), { protocol: 'ssh', host: '10.0.0.1' });
});

test('each item has a picture', () => {
  const { model } = build();

  assert.equal(kindOf(/** @type {Device} */ (model.item('r1'))), 'router');
  assert.equal(kindOf({ id: 'l', source: { node: 'r1', interface: '' }, target: { node: 'r2', interface: '' } }), 'cable');
  assert.equal(kindOf({ id: 'a', users: 'u', target: 'r1' }), 'access');
});
