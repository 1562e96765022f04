import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as geometry from '../../../frontend/static/js/util/geometry.js';

const box = { x: 0, y: 0, width: 10, height: 20 };

test('boxes unite to the smallest box around them', () => {
  assert.deepEqual(geometry.unite([box, { x: -5, y: 5, width: 1, height: 30 }]), { x: -5, y: 0, width: 15, height: 35 });
  assert.equal(geometry.unite([]), null);
});

test('a box is around points, be it one or several', () => {
  assert.deepEqual(geometry.boxOfPoints([{ x: 0, y: 20 }, { x: 10, y: 0 }, { x: 4, y: 4 }]), box);
  assert.deepEqual(geometry.boxOfPoints([{ x: 3, y: 4 }]), { x: 3, y: 4, width: 0, height: 0 });
});

test('a box lies between two points, whichever comes first', () => {
  assert.deepEqual(geometry.boxBetween({ x: 10, y: 0 }, { x: 0, y: 20 }), box);
});

test('borders belong to their box', () => {
  assert.ok(geometry.contains(box, { x: 10, y: 20 }));
  assert.ok(!geometry.contains(box, { x: 10.1, y: 20 }));
  assert.ok(geometry.overlaps(box, { x: 10, y: 0, width: 5, height: 5 }));
  assert.ok(!geometry.overlaps(box, { x: 11, y: 0, width: 5, height: 5 }));
  assert.ok(geometry.encloses(box, box));
  assert.ok(!geometry.encloses(box, geometry.inflate(box, 1)));
});

test('the distance to a segment is to its nearest point', () => {
  const [a, b] = [{ x: 0, y: 0 }, { x: 10, y: 0 }];
  assert.equal(geometry.distanceToSegment({ x: 5, y: 3 }, a, b), 3);
  assert.equal(geometry.distanceToSegment({ x: 13, y: 4 }, a, b), 5);
  assert.equal(geometry.distanceToSegment({ x: 3, y: 4 }, a, a), 5);
});

test('values snap and are kept in bounds', () => {
  assert.equal(geometry.snap(13, 8), 16);
  assert.equal(geometry.clamp(13, 0, 8), 8);
  assert.equal(geometry.clamp(-1, 0, 8), 0);
  assert.deepEqual(geometry.middle(box), { x: 5, y: 10 });
  assert.equal(geometry.distance({ x: 0, y: 0 }, { x: 3, y: 4 }), 5);
});
