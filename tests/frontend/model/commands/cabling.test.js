import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connectAll, insertIntoLink, moveEnd } from '../../../../frontend/static/js/model/commands/cabling.js';
import { createDevice, createLink } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { after, classroomModel, countingIds } from '../../support/labs.js';

/** @param {import('../../../../frontend/static/js/model/diagram-model.js').DiagramModel} model */
function cablesOf(model) {
  return [...model.links.values()].map(({ source, target }) => `${source.node} ${source.interface} – ${target.node} ${target.interface}`);
}

test('what is put into a cable is joined to both its ends, whose interfaces stay', () => {
  const model = classroomModel();
  const node = createDevice({ id: 'new', label: 'FW1', kind: 'firewall', x: 170, y: 100 });

  const command = insertIntoLink(model, countingIds(), 'l1', node);
  const drawn = after(model, command);

  assert.deepEqual(cablesOf(drawn), ['r1 Gi0/0 – new ', 'r1  – lan ', 'srv  – lan ', 'new  – pc eth0']);
  assert.equal(drawn.nodes.get('new')?.zone, 'pod');
  assert.equal(command.label, 'Put FW1 into the cable R1–PC09');
});

test('what is on the drawing moves to the cable that it is put into', () => {
  const model = after(classroomModel(), { label: '', changes: [{ collection: 'links', id: 'l3', before: classroomModel().links.get('l3') ?? null, after: null, from: 2 }] });
  const server = /** @type {import('../../../../frontend/static/js/model/diagram.js').Node} */ (model.nodes.get('srv'));

  const drawn = after(model, insertIntoLink(model, countingIds(), 'l1', { ...server, x: 170, y: 100 }));

  const moved = drawn.nodes.get('srv');
  assert.deepEqual([moved?.x, moved?.y, moved?.zone, drawn.nodes.size], [170, 100, 'pod', model.nodes.size]);
  assert.deepEqual(drawn.linksOf('srv').length, 2);
});

test('many nodes are joined to one in one step', () => {
  const model = classroomModel();

  const command = connectAll(model, countingIds(), ['r1', 'pc'], 'srv');

  assert.deepEqual(cablesOf(after(model, command)).slice(3), ['r1  – srv ', 'pc  – srv ']);
  assert.equal(command.label, 'Connect 2 devices and SRV1');
});

test('an end of a cable moves to another device with the name of its interface, unless that is in use there', () => {
  const model = classroomModel();
  const crowded = new DiagramModel({ ...model.toJSON(), links: [...model.links.values(), createLink('l9', 'srv', 'r1', { source: 'eth0' })] });

  const command = moveEnd(model, 'l1', 'target', 'srv');

  assert.equal(command.label, 'Move an end of the cable R1–PC09 to SRV1');
  assert.equal(cablesOf(after(model, command))[0], 'r1 Gi0/0 – srv eth0');
  assert.equal(cablesOf(after(model, moveEnd(model, 'l1', 'source', 'srv')))[0], 'srv Gi0/0 – pc eth0');
  assert.equal(cablesOf(after(crowded, moveEnd(crowded, 'l1', 'target', 'srv')))[0], 'r1 Gi0/0 – srv ');
});
