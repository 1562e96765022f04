import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clip, middleOfClipping, parseClipping, renew } from '../../../../frontend/static/js/model/copying/clipping.js';
import { createLink, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { addItems } from '../../../../frontend/static/js/model/commands/add.js';
import { removeItems } from '../../../../frontend/static/js/model/commands/remove.js';
import { assertSound } from '../../support/check-diagram.js';
import { after, classroomModel, countingIds, saved } from '../../support/labs.js';

test('a clipping of a zone has what is inside and the cables between', () => {
  const clipping = clip(classroomModel(), ['pod', 'lan']);

  assert.deepEqual(clipping.nodes.map((node) => node.id), ['r1', 'pc', 'lan']);
  assert.deepEqual(clipping.links.map((link) => link.id), ['l1', 'l2']);
  assert.deepEqual(clipping.access, []);
});

test('a copy has new ids, and its cables join the copies', () => {
  const model = classroomModel();
  const copy = renew(model, clip(model, ['pod']), countingIds(), { x: 10, y: 20 });
  const [router, stack] = copy.nodes;

  assert.deepEqual([copy.links[0].source.node, copy.links[0].target.node], [router.id, stack.id]);
  assert.equal(copy.links[0].source.interface, 'Gi0/0');
  assert.deepEqual([router.x, router.y, router.zone], [110, 120, copy.zones[0].id]);
  assert.equal(copy.zones[0].pod, 'students');
  assertSound(saved(after(model, addItems(model, copy, 'Paste'))));
});

test('a copy counts its names and addresses up', () => {
  const model = classroomModel();
  const copy = renew(model, clip(model, ['r1', 'pc', 'note']), countingIds(), { x: 0, y: 0 });

  assert.deepEqual(copy.nodes.map((node) => node.label), ['R2', 'PC20', 'Mind the gap']);
  assert.equal('connections' in copy.nodes[1] && copy.nodes[1].connections[0].host, '10.0.10.120');
});

test('two copies that follow each other do not meet on one name', () => {
  const model = classroomModel();
  const clipping = clip(model, ['r1']);
  const twice = { ...clipping, nodes: [clipping.nodes[0], { ...clipping.nodes[0], id: 'other', label: 'R2' }] };

  assert.deepEqual(renew(model, twice, countingIds(), { x: 0, y: 0 }).nodes.map((node) => node.label), ['R2', 'R3']);
});

test('in another diagram a copy keeps its names and loses what is not there', () => {
  const empty = new DiagramModel(emptyDiagram());
  const copy = renew(empty, clip(classroomModel(), ['pod']), countingIds(), { x: 0, y: 0 });

  assert.deepEqual(copy.nodes.map((node) => node.label), ['R1', 'PC09']);
  assert.deepEqual([copy.zones[0].zone, copy.zones[0].pod], [null, null]);
  assertSound(saved(after(empty, addItems(empty, copy, 'Paste'))));
});

test('what was in a zone is in the zone where its copy lands', () => {
  const model = classroomModel();

  assert.equal(renew(model, clip(model, ['r1']), countingIds(), { x: 24, y: 24 }).nodes[0].zone, 'pod');
  assert.equal(renew(model, clip(model, ['r1']), countingIds(), { x: 900, y: 0 }).nodes[0].zone, null);
  assert.equal(renew(model, clip(model, ['srv']), countingIds(), { x: -540, y: 0 }).nodes[0].zone, 'room');
});

test('a clipping has a middle', () => {
  assert.deepEqual(middleOfClipping(clip(classroomModel(), ['r1', 'lan'])), { x: 350, y: 100 });
});

test('with its outer lines a copy is on the same cables and reached by the same people', () => {
  const model = classroomModel();
  const copy = renew(model, clip(model, ['r1', 'lan'], { keepsOuter: true }), countingIds(), { x: 0, y: 0 });
  const [router, lan] = copy.nodes.map((node) => node.id);

  const ends = copy.links.map((link) => [link.source.node, link.target.node]);
  assert.deepEqual(ends, [[router, 'pc'], [router, lan], ['srv', lan]]);
  assert.deepEqual(copy.access.map((edge) => [edge.users, edge.target]), [['trainers', lan]]);
  assertSound(saved(after(model, addItems(model, copy, 'Duplicate'))));
});

test('a copy of people reaches what they reach', () => {
  const model = classroomModel();
  const copy = renew(model, clip(model, ['trainers'], { keepsOuter: true }), countingIds(), { x: 0, y: 0 });

  assert.deepEqual(copy.access.map((edge) => [edge.users, edge.target]), [[copy.nodes[0].id, 'lan']]);
});

test('at the end that is not copied a cable takes a free interface', () => {
  const model = classroomModel();
  const twice = clip(model, ['r1'], { keepsOuter: true });
  const copies = [twice, twice].map((clipping) => renew(model, clipping, countingIds(), { x: 0, y: 0 }).links[0]);

  assert.deepEqual(copies.map((link) => [link.source.interface, link.target.interface]), [['Gi0/0', 'eth1'], ['Gi0/0', 'eth1']]);
});

test('several cables to one node take different interfaces there', () => {
  const plain = classroomModel().toJSON();
  const links = [createLink('a', 'r1', 'lan', { target: 'p1' }), createLink('b', 'srv', 'lan', { target: 'p2' })];
  const model = new DiagramModel({ ...plain, links });
  const copy = renew(model, clip(model, ['r1', 'srv'], { keepsOuter: true }), countingIds(), { x: 0, y: 0 });

  assert.deepEqual(copy.links.map((link) => link.target.interface), ['p3', 'p4']);
});

test('what was cut comes back with its cables, under its own name', () => {
  const model = classroomModel();
  const clipping = clip(model, ['srv'], { keepsOuter: true });
  const without = after(model, removeItems(model, ['srv']));
  const copy = renew(without, clipping, countingIds(), { x: 0, y: 0 });

  assert.equal(copy.nodes[0].label, 'SRV1');
  assert.deepEqual(copy.links.map((link) => [link.source.node, link.target.node]), [[copy.nodes[0].id, 'lan']]);
});

test('outer lines stay behind where their other end is on another drawing', () => {
  const empty = new DiagramModel(emptyDiagram());
  const copy = renew(empty, clip(classroomModel(), ['r1', 'lan'], { keepsOuter: true }), countingIds(), { x: 0, y: 0 });

  assert.deepEqual([copy.links.length, copy.access.length], [1, 0]);
  assertSound(saved(after(empty, addItems(empty, copy, 'Paste'))));
});

test('a clipping comes through text as it was, and what is none is refused', () => {
  const clipping = clip(classroomModel(), ['r1'], { keepsOuter: true });
  const wrong = [
    { ...clipping, nodes: [{}] },
    { ...clipping, links: [{ source: { node: 'x' }, target: { node: 'y' } }] },
    { ...clipping, links: [{ target: { node: 'r1' } }] },
    { ...clipping, access: [{ users: 'x', target: 'y' }] },
    { ...clipping, zones: undefined },
  ];

  assert.deepEqual(parseClipping(JSON.stringify(clipping)), saved(/** @type {any} */ (clipping)));
  for (const each of wrong) assert.equal(parseClipping(JSON.stringify(each)), null);
  assert.equal(parseClipping('PC1, PC2'), null);
});
