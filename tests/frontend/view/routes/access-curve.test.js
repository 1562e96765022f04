import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createZone } from '../../../../frontend/static/js/model/diagram.js';
import { accessCurve, pointOn } from '../../../../frontend/static/js/view/routes/access-curve.js';

test('access ends at the border of a tile or a zone, and inside a zone at its title', () => {
  const device = createDevice({ id: 'a', x: 400, y: 0 });
  const zone = createZone({ id: 'z', x: 200, y: -100, width: 200, height: 200 });

  const toDevice = accessCurve({ x: 0, y: 0 }, device);
  assert.ok(toDevice.x2 < 372 && toDevice.x2 > 360);
  assert.deepEqual([accessCurve({ x: 0, y: 0 }, zone).x2, accessCurve({ x: 0, y: 0 }, zone).y2], [200, 0]);
  assert.deepEqual([accessCurve({ x: 300, y: 0 }, zone).x2, accessCurve({ x: 300, y: 0 }, zone).y2], [224, -72]);
});

test('a curve begins and ends where it says', () => {
  const curve = { x1: 0, y1: 0, cx: 50, cy: 100, x2: 100, y2: 0 };

  assert.deepEqual(pointOn(curve, 0), { x: 0, y: 0 });
  assert.deepEqual(pointOn(curve, 1), { x: 100, y: 0 });
  assert.deepEqual(pointOn(curve, 0.5), { x: 50, y: 50 });
});
