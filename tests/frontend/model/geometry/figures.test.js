import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inProportion, sizeIn } from '../../../../frontend/static/js/model/geometry/figures.js';

const picture = { width: 200, height: 100 };

test('a picture keeps its proportions, and the corner opposite to the one that is dragged stays', () => {
  const box = { x: 10, y: 20, width: 400, height: 120 };

  assert.deepEqual(inProportion(picture, box, { x: 1, y: 1 }), { x: 10, y: 20, width: 400, height: 200 });
  assert.deepEqual(inProportion(picture, box, { x: -1, y: -1 }), { x: 10, y: -60, width: 400, height: 200 });
  assert.deepEqual(inProportion(picture, { ...box, height: 300 }, { x: -1, y: 1 }), { x: -190, y: 20, width: 600, height: 300 });
});

test('a new picture has room in what is seen, and is never enlarged', () => {
  assert.deepEqual(sizeIn(picture, { width: 1000, height: 1000 }), picture);
  assert.deepEqual(sizeIn(picture, { width: 50, height: 50 }), { width: 50, height: 25 });
  assert.deepEqual(sizeIn({ width: 4000, height: 1 }, { width: 40, height: 40 }), { width: 40, height: 1 });
});
