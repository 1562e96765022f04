import assert from 'node:assert/strict';
import { test } from 'node:test';

import { contains } from '../../../../frontend/static/js/util/geometry.js';
import { alongOf, distanceToPolyline, lengthOf, pointAlong } from '../../../../frontend/static/js/util/polyline.js';
import { dashedInSight } from '../../../../frontend/static/js/view/paint/dashes.js';
import { seededRandom } from '../../support/random.js';

const RADIUS = 8;
const period = 9.625;
const sight = { x: 0, y: 0, width: 400, height: 300 };
const radiusOf = (/** @type {any} */ a, /** @type {any} */ b, /** @type {any} */ c) => Math.min(RADIUS, lengthOf([a, b]) / 2, lengthOf([b, c]) / 2);
/** So large that a browser would measure each rounding finely. */
const pattern = { period, pixel: 4096, margin: 20, radiusOf };

/** Return a way in right angles that leads in and out of sight. */
function randomWay(/** @type {() => number} */ random) {
  const at = () => ({ x: Math.round(random() * 3000 - 1300), y: Math.round(random() * 2000 - 850) });
  const [a, b, c] = [at(), at(), at()];
  return [a, { x: a.x, y: b.y }, b, { x: b.x, y: c.y }, c].filter((point, place, all) => place === 0 || lengthOf([all[place - 1], point]) > 0);
}

/** Return *path* with its corners rounded, in pieces so short that it is as long as the curve. */
function round(/** @type {readonly any[]} */ path) {
  const points = [path[0]];
  for (let place = 1; place < path.length - 1; place++) {
    const [a, b, c] = [path[place - 1], path[place], path[place + 1]];
    const radius = radiusOf(a, b, c);
    const [from, to] = [pointAlong([b, a], radius), pointAlong([b, c], radius)];
    for (let t = 0; t <= 1; t += 1 / 64) {
      points.push({ x: from.x * (1 - t) ** 2 + 2 * b.x * t * (1 - t) + to.x * t * t, y: from.y * (1 - t) ** 2 + 2 * b.y * t * (1 - t) + to.y * t * t });
    }
  }
  return [...points, path[path.length - 1]];
}

test('a dashed cable that is in sight is drawn as it is', () => {
  const path = [{ x: 10, y: 10 }, { x: 10, y: 200 }, { x: 300, y: 200 }];

  assert.deepEqual(dashedInSight(path, sight, pattern), [path]);
});

test('of a cable that leads far out of sight little is drawn, and its dashes in sight stay where they are', () => {
  const random = seededRandom(14);
  let [cut, drawn, whole] = [0, 0, 0];
  for (let run = 0; run < 400; run++) {
    const path = randomWay(random);
    const parts = dashedInSight(path, sight, pattern);
    const line = round(path);
    for (const part of parts) {
      const along = alongOf(line, part[0]);
      assert.ok(Math.abs(along - Math.round(along / period) * period) < 0.02, `${run}: a dash begins after ${along}`);
    }
    const shown = parts.map(round);
    for (const point of line) {
      if (contains(sight, point)) assert.ok(shown.some((part) => distanceToPolyline(part, point) < 1e-6), `${run}: nothing at ${point.x} ${point.y}`);
    }
    if (parts[0] !== path) cut += 1;
    drawn += parts.reduce((sum, part) => sum + lengthOf(part), 0);
    whole += lengthOf(path);
  }
  assert.ok(cut > 350 && drawn < whole / 4, `${cut} cut, ${drawn} of ${whole}`);
});
