import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createZone } from '../../../../frontend/static/js/model/diagram.js';
import { drawZone, groupIntoZone, resizeZone, setPod, setZone, ungroup } from '../../../../frontend/static/js/model/commands/zones.js';
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
  const grown = after(model, resizeZone(model, 'room', { x: 0, y: 0, width: 700, height: 400 }));
  const shrunk = after(model, resizeZone(model, 'pod', { x: 40, y: 40, width: 120, height: 200 }));

  assert.deepEqual([grown.nodes.get('srv')?.zone, grown.nodes.get('r1')?.zone], ['room', 'pod']);
  assert.deepEqual([shrunk.nodes.get('r1')?.zone, shrunk.nodes.get('pc')?.zone], ['pod', 'room']);
});

test('a zone is drawn around the selection and belongs where the selection did', () => {
  const model = classroomModel();
  const grouped = after(model, groupIntoZone(model, 'new', ['r1', 'pc'], 'Desk'));
  const zone = grouped.zones.get('new');

  assert.deepEqual([zone?.zone, zone?.label, grouped.nodes.get('pc')?.zone], ['pod', 'Desk', 'new']);
  assert.ok(zone && zone.x < 72 && zone.x + zone.width > 268);
  assert.equal(after(grouped, ungroup(grouped, ['new'])).nodes.get('pc')?.zone, 'pod');
});

test('grouping nothing is no change', () => {
  assert.deepEqual(groupIntoZone(classroomModel(), 'new', ['l1'], 'Desk').changes, []);
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
