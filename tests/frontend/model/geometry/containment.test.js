import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findZoneAround, outermost, withContent } from '../../../../frontend/static/js/model/geometry/containment.js';
import { createDevice, createShape, createZone } from '../../../../frontend/static/js/model/diagram.js';
import { classroomModel } from '../../support/labs.js';

const model = classroomModel();
const at = (/** @type {number} */ x, /** @type {number} */ y) => createDevice({ id: 'new', x, y });

test('a node lies in the innermost zone around its middle', () => {
  assert.equal(findZoneAround(model.zones.values(), at(50, 50)), 'pod');
  assert.equal(findZoneAround(model.zones.values(), at(10, 10)), 'room');
  assert.equal(findZoneAround(model.zones.values(), at(-1, 10)), null);
});

test('a zone lies only in larger zones, never in itself', () => {
  assert.equal(findZoneAround(model.zones.values(), createZone({ id: 'new', x: 50, y: 50, width: 100, height: 100 })), 'pod');
  assert.equal(findZoneAround(model.zones.values(), createZone({ id: 'new', x: -500, y: -500, width: 1400, height: 1400 })), null);
  assert.equal(findZoneAround(model.zones.values(), createZone({ id: 'room', x: 0, y: 0, width: 400, height: 400 })), null);
});

test('a selection with its content has everything once', () => {
  assert.deepEqual(withContent(model, ['room', 'r1']), new Set(['room', 'pod', 'r1', 'pc', 'note']));
});

test('the outermost of a selection are those that move by themselves', () => {
  assert.deepEqual(outermost(model, ['room', 'r1', 'srv', 'l1']), ['room', 'srv']);
});

test('a picture lies only in larger zones: a floor plan is in none of those that are drawn on it', () => {
  const picture = (/** @type {number} */ width) => createShape({ id: 'new', shape: 'picture', x: 60, y: 60, width, height: width });

  assert.equal(findZoneAround(model.zones.values(), picture(2000)), null);
  assert.equal(findZoneAround(model.zones.values(), picture(20)), 'pod');
});
