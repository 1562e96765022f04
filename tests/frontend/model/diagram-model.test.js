import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createZone, emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { classroom, classroomModel, saved } from '../support/labs.js';

test('a model gives back the diagram that it was made from', () => {
  assert.deepEqual(saved(classroomModel()), classroom());
  assert.deepEqual(saved(new DiagramModel(emptyDiagram())), emptyDiagram());
});

test('items cannot be changed behind the back of the command stack', () => {
  const diagram = classroom();
  const model = new DiagramModel(diagram);

  assert.throws(() => Object.assign(/** @type {object} */ (model.item('r1')), { label: 'X' }), TypeError);
  assert.throws(() => Object.assign(model.settings, { hashing: 'md5' }), TypeError);
  Object.assign(diagram.nodes[2], { label: 'X' });
  assert.equal(model.nodes.get('r1')?.label, 'R1');
});

test('cables and access edges are found from both ends', () => {
  const model = classroomModel();

  assert.deepEqual(model.linksOf('r1').map((link) => link.id), ['l1', 'l2']);
  assert.deepEqual(model.linksOf('lan').map((link) => link.id), ['l2', 'l3']);
  assert.deepEqual(model.accessOf('pod').map((edge) => edge.id), ['a2']);
  assert.deepEqual(model.accessOf('students').map((edge) => edge.id), ['a2']);
  assert.deepEqual(model.linksOf('nobody'), []);
});

test('zones know what is in them, and items what is around them', () => {
  const model = classroomModel();
  const ids = (/** @type {readonly { id: string }[]} */ items) => items.map((item) => item.id);

  assert.deepEqual(ids(model.contentOf('room')), ['pod', 'note']);
  assert.deepEqual(ids(model.contentOf(null)), ['room', 'students', 'trainers', 'lan', 'srv']);
  assert.deepEqual(ids(model.allContentOf('room')), ['pod', 'r1', 'pc', 'note']);
  assert.deepEqual(ids(model.zonesAround('pc')), ['pod', 'room']);
});

test('look-ups follow the changes', () => {
  const model = classroomModel();
  model.contentOf('room');
  model.linksOf('r1');

  model.apply([
    { collection: 'zones', id: 'z', before: null, after: createZone({ id: 'z', zone: 'pod' }), to: 2 },
    { collection: 'links', id: 'l1', before: model.links.get('l1') ?? null, after: null, from: 0 },
  ]);

  assert.deepEqual(model.contentOf('pod').map((item) => item.id), ['z', 'r1', 'pc']);
  assert.deepEqual(model.linksOf('r1').map((link) => link.id), ['l2']);
  assert.equal(model.collectionOf('z'), 'zones');
  assert.equal(model.collectionOf('l1'), undefined);
});

test('items enter their lists at the places that the changes name', () => {
  const model = classroomModel();
  const zone = (/** @type {string} */ id) => createZone({ id });

  model.apply([
    { collection: 'zones', id: 'c', before: null, after: zone('c'), to: 4 },
    { collection: 'zones', id: 'a', before: null, after: zone('a'), to: 0 },
    { collection: 'zones', id: 'b', before: null, after: zone('b'), to: 2 },
  ]);

  assert.deepEqual([...model.zones.keys()], ['a', 'room', 'b', 'pod', 'c']);
});

test('a drawing is empty when nothing is on it', () => {
  assert.ok(new DiagramModel(emptyDiagram()).isEmpty);
  assert.ok(!classroomModel().isEmpty);
});
