import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pick, seededRandom } from './random.js';

test('one seed gives the same numbers again, another one others', () => {
  const draw = (/** @type {number} */ seed) => Array.from({ length: 5 }, seededRandom(seed));

  assert.deepEqual(draw(1), draw(1));
  assert.notDeepEqual(draw(1), draw(2));
});

test('numbers fill the range from 0 to below 1 evenly', () => {
  const random = seededRandom(3);
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[Math.floor(random() * 10)]++;

  assert.ok(counts.every((count) => count > 850 && count < 1150), String(counts));
});

test('every choice is picked', () => {
  const random = seededRandom(5);
  assert.deepEqual(new Set(Array.from({ length: 50 }, () => pick(random, ['a', 'b', 'c']))), new Set(['a', 'b', 'c']));
});
