import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { addViewOnly } from '../../../../frontend/static/js/model/copying/view-only.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { createAccess, createConnection, createDevice, createUsers, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';

/** @typedef {import('../../../../frontend/static/js/model/diagram.js').Device} Device */

/** @param {Partial<import('../../../../frontend/static/js/model/diagram.js').Diagram>} [more] */
function build(more = {}) {
  const connections = [
    createConnection({ protocol: 'vnc', host: '10.0.0.109', port: '5900', parameters: { password: 'x', 'read-only': 'false' }, copies: { port: 'counts', 'read-only': 'same' } }),
    createConnection({ protocol: 'ssh', host: '10.0.0.109' }),
  ];
  const model = new DiagramModel({
    ...emptyDiagram(),
    ...more,
    nodes: [
      createDevice({ id: 'pc', label: 'PC09', kind: 'workstation', count: 11, x: 100, y: 50, connections }),
      createUsers({ id: 'trainers', label: 'trainer1' }),
      createUsers({ id: 'others', label: 'guest1' }),
      ...(more.nodes ?? []),
    ],
    access: [createAccess('e', 'others', 'pc')],
  });
  let serial = 0;
  return { model, stack: new CommandStack(model), newId: (/** @type {string} */ kind) => `${kind}${(serial += 1)}` };
}

test('a view-only copy of a stack has its numbers, hosts and ports, and only shows what all see alike', () => {
  const { model, stack, newId } = build();

  const { command, copy } = addViewOnly(model, newId, 'pc', 'others', { x: 80, y: 0 });
  stack.execute(command);

  const device = /** @type {Device} */ (model.nodes.get(copy));
  assert.deepEqual([device.label, device.count, device.x, device.y], ['Watch PC09', 11, 180, 50]);
  assert.deepEqual(device.connections, [
    createConnection({ protocol: 'vnc', host: '10.0.0.109', port: '5900', parameters: { password: 'x', 'read-only': 'true' }, copies: { port: 'counts' } }),
  ]);
});

test('those who look on are given access to the copy; who reaches all devices needs no edge, which would take the rest away', () => {
  const { model, stack, newId } = build();

  stack.execute(addViewOnly(model, newId, 'pc', 'trainers', { x: 80, y: 0 }).command);
  assert.equal(model.accessOf('trainers').length, 0);
  const { command, copy } = addViewOnly(model, newId, 'pc', 'others', { x: 80, y: 0 });
  stack.execute(command);

  assert.deepEqual(model.accessOf('others').map((edge) => edge.target), ['pc', copy]);
  assert.equal([...model.nodes.values()].filter((node) => node.type === 'device').length, 2, 'the copy that is there is used again');
});

test('a view-only copy is one step, undone as one', () => {
  const { model, stack, newId } = build();
  const before = JSON.stringify(model);

  stack.execute(addViewOnly(model, newId, 'pc', 'others', { x: 80, y: 0 }).command);
  stack.undo();

  assert.equal(JSON.stringify(model), before);
});

test('where a gateway is drawn, the copy is joined to its device, so that the gateway reaches it too', () => {
  const gateway = /** @type {const} */ ({ id: 'g', type: 'gateway', label: '', x: 0, y: 0, zone: null, locked: false });
  const { model, stack, newId } = build({ nodes: [gateway] });

  const { command, copy } = addViewOnly(model, newId, 'pc', 'others', { x: 80, y: 0 });
  stack.execute(command);

  assert.deepEqual(model.linksOf(copy).map(({ source, target }) => [source.node, target.node]), [['pc', copy]]);
});
