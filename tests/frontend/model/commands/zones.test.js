import assert from 'node:assert/strict';
import { test } from 'node:test';

import { boxOf } from '../../../../frontend/static/js/model/geometry/boxes.js';
import { findZoneAround } from '../../../../frontend/static/js/model/geometry/containment.js';
import { createDevice, createZone, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { drawZone, groupIntoZone, resizeZones, setPod, setZone, ungroup } from '../../../../frontend/static/js/model/commands/zones.js';
import { mayGroup } from '../../../../frontend/static/js/model/rules.js';
import { encloses, overlaps } from '../../../../frontend/static/js/util/geometry.js';
import { after, classroomModel } from '../../support/labs.js';

test('a zone drawn around nodes takes them in, and is itself in the zone around it', () => {
  const model = classroomModel();
  const drawn = after(model, drawZone(model, createZone({ id: 'new', x: 60, y: 60, width: 100, height: 100 })));

  assert.equal(drawn.zones.get('new')?.zone, 'pod');
  assert.equal(drawn.nodes.get('r1')?.zone, 'new');
  assert.equal(drawn.nodes.get('pc')?.zone, 'pod');
});

test('a zone drawn around everything takes in the outermost only', () => {
  const model = classroomModel();
  const drawn = after(model, drawZone(model, createZone({ id: 'new', x: -500, y: -500, width: 2000, height: 2000 })));

  assert.equal(drawn.zones.get('room')?.zone, 'new');
  assert.equal(drawn.zones.get('pod')?.zone, 'room');
  assert.equal(drawn.nodes.get('srv')?.zone, 'new');
});

test('a zone that grows takes in, and one that shrinks leaves out', () => {
  const model = classroomModel();
  const grown = after(model, resizeZones(model, new Map([['room', { x: 0, y: 0, width: 700, height: 400 }]])));
  const shrunk = after(model, resizeZones(model, new Map([['pod', { x: 40, y: 40, width: 120, height: 200 }]])));

  assert.deepEqual([grown.nodes.get('srv')?.zone, grown.nodes.get('r1')?.zone], ['room', 'pod']);
  assert.deepEqual([shrunk.nodes.get('r1')?.zone, shrunk.nodes.get('pc')?.zone], ['pod', 'room']);
});

test('a zone is drawn around the selection and belongs where the selection did', () => {
  const model = classroomModel();
  const grouped = after(model, groupIntoZone(model, 'new', ['r1', 'pc']));
  const zone = grouped.zones.get('new');

  assert.deepEqual([zone?.zone, zone?.label, grouped.nodes.get('pc')?.zone], ['pod', 'Zone 1', 'new']);
  assert.ok(zone && zone.x < 72 && zone.x + zone.width > 268);
  assert.equal(after(grouped, ungroup(grouped, ['new'])).nodes.get('pc')?.zone, 'pod');
});

/**
 * Return a model with PCs from left to right, *step* apart, which are called pc0, pc1, …
 * @param {number} count
 * @param {number} [step]
 * @param {object} [fields]
 */
function rowOf(count, step = 112, fields = {}) {
  const places = Array.from({ length: count }, (_, place) => place);
  const nodes = places.map((place) => createDevice({ id: `pc${place}`, kind: 'workstation', label: `PC${place}`, x: 200 + place * step, y: 200, ...fields }));
  return new DiagramModel({ ...emptyDiagram(), nodes });
}

/**
 * Assert that the zones of *model* show what is in them, and nothing else.
 * @param {DiagramModel} model
 */
function assertZonesShowTheirContent(model) {
  const zones = [...model.zones.values()];
  for (const item of [...model.nodes.values(), ...zones]) assert.equal(findZoneAround(zones, item), item.zone, item.id);
}

test('what is grouped comes together beside what lies between, and stays on its line', () => {
  const model = rowOf(6);
  const grouped = after(model, groupIntoZone(model, 'new', ['pc0', 'pc2', 'pc4']));

  assertZonesShowTheirContent(grouped);
  assert.equal(grouped.nodes.get('pc2')?.zone, 'new');
  assert.deepEqual(['pc1', 'pc3', 'pc5'].map((id) => grouped.nodes.get(id)), ['pc1', 'pc3', 'pc5'].map((id) => model.nodes.get(id)));
  const [left, middle, right] = ['pc0', 'pc2', 'pc4'].map((id) => /** @type {any} */ (grouped.nodes.get(id)));
  assert.deepEqual([middle.x - left.x, right.x - middle.x, middle.y, right.y], [112, 112, left.y, left.y]);
  assert.ok(Math.abs(middle.y - 200) < 400);
});

test('what lies together is grouped where it lies', () => {
  const model = rowOf(3);
  const grouped = after(model, groupIntoZone(model, 'new', ['pc0', 'pc1']));

  assertZonesShowTheirContent(grouped);
  assert.deepEqual(grouped.nodes.get('pc0'), { ...model.nodes.get('pc0'), zone: 'new' });
});

test('a group comes together in the zone that all its members are in, which grows for it', () => {
  const row = rowOf(5);
  const model = after(row, drawZone(row, createZone({ id: 'hall', x: 140, y: 140, width: 590, height: 120 })));
  const grouped = after(model, groupIntoZone(model, 'new', ['pc0', 'pc4']));

  assertZonesShowTheirContent(grouped);
  assert.equal(grouped.zones.get('new')?.zone, 'hall');
  const [hall, zone] = ['hall', 'new'].map((id) => boxOf(/** @type {any} */ (grouped.zones.get(id))));
  assert.ok(encloses(hall, zone));
});

test('a group from several zones comes out of them, and zones in it bring their content', () => {
  const model = classroomModel();
  const grouped = after(model, groupIntoZone(model, 'new', ['pod', 'srv', 'students']));

  assertZonesShowTheirContent(grouped);
  assert.deepEqual(['pod', 'srv', 'students'].map((id) => grouped.placed(id)?.zone), ['new', 'new', 'new']);
  assert.equal(grouped.zones.get('new')?.zone, null);
  assert.equal(grouped.nodes.get('r1')?.zone, 'pod');
});

test('where a locked member keeps a group apart, it may not be made', () => {
  const model = rowOf(3, 112, { locked: true });

  assert.match(String(mayGroup(model, ['pc0', 'pc2'])), /PC0 is locked in place/);
  assert.equal(mayGroup(model, ['pc0', 'pc1']), true);
  assert.equal(mayGroup(rowOf(3), ['pc0', 'pc2']), true);
});

test('grouping nothing is no change', () => {
  assert.deepEqual(groupIntoZone(classroomModel(), 'new', ['l1']).changes, []);
});

test('a zone cannot be put into itself', () => {
  const model = classroomModel();

  assert.deepEqual(setZone(model, ['room'], 'pod').changes, []);
  assert.equal(after(model, setZone(model, ['srv'], 'pod')).nodes.get('srv')?.zone, 'pod');
});

test('a pod can become an ordinary zone and back', () => {
  const model = classroomModel();
  const plain = after(model, setPod(model, 'pod', null));

  assert.equal(plain.zones.get('pod')?.pod, null);
  assert.equal(after(plain, setPod(plain, 'pod', 'trainers')).zones.get('pod')?.pod, 'trainers');
});

test('what is put into a zone lies in it then, over nothing, and what is in it comes along', () => {
  const model = classroomModel();
  const drawn = after(model, setZone(model, ['srv', 'pod'], 'room'));
  const joined = after(model, setZone(model, ['srv', 'lan'], 'pod'));

  assert.equal(findZoneAround(drawn.zones.values(), /** @type {any} */ (drawn.nodes.get('srv'))), 'room');
  assert.deepEqual(drawn.zones.get('pod'), model.zones.get('pod'));
  for (const id of ['srv', 'lan']) assert.equal(findZoneAround(joined.zones.values(), /** @type {any} */ (joined.nodes.get(id))), 'pod');
  const boxes = ['r1', 'pc', 'srv', 'lan'].map((id) => boxOf(/** @type {any} */ (joined.nodes.get(id))));
  assert.ok(boxes.every((box, place) => boxes.slice(place + 1).every((other) => !overlaps(box, other))));
});

test('a zone without room for what is put into it grows, and so do those around it', () => {
  const model = classroomModel();
  const full = after(model, resizeZones(model, new Map([['pod', { x: 40, y: 40, width: 260, height: 130 }]])));
  const grown = after(full, setZone(full, ['srv', 'lan', 'note'], 'pod'));

  const [pod, room] = ['pod', 'room'].map((id) => boxOf(/** @type {any} */ (grown.zones.get(id))));
  assert.ok(pod.height > 130);
  assert.ok(encloses(room, pod));
  for (const id of ['srv', 'lan', 'note']) assert.ok(encloses(pod, boxOf(/** @type {any} */ (grown.nodes.get(id)))));
});

test('what is taken out of its zone lies beside it then, unless it is locked', () => {
  const model = classroomModel();
  const taken = after(model, setZone(model, ['r1', 'note'], null));
  const locked = after(model, { label: 'Lock', changes: [{ collection: 'nodes', id: 'r1', before: model.item('r1') ?? null, after: /** @type {any} */ ({ ...model.item('r1'), locked: true }) }] });

  for (const id of ['r1', 'note']) assert.equal(findZoneAround(taken.zones.values(), /** @type {any} */ (taken.nodes.get(id))), null);
  const { x, y } = /** @type {any} */ (after(locked, setZone(locked, ['r1'], null)).nodes.get('r1'));
  assert.deepEqual({ x, y }, { x: 100, y: 100 });
});
