import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findDistances, pullToEqualGaps } from '../../../frontend/static/js/gestures/distances.js';
import { alignTo } from '../../../frontend/static/js/gestures/guides.js';

const tile = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, width: 56, height: 56 });

test('a box between two sticks to where both gaps are alike', () => {
  assert.equal(pullToEqualGaps(tile(103, 0), [tile(0, 0), tile(200, 0)], 'x', 5), -3);
  assert.equal(pullToEqualGaps(tile(120, 0), [tile(0, 0), tile(200, 0)], 'x', 5), null);
});

test('a box beside two sticks to where its gap is as wide as theirs', () => {
  assert.equal(pullToEqualGaps(tile(197, 0), [tile(0, 0), tile(100, 0)], 'x', 5), 3);
  assert.equal(pullToEqualGaps(tile(-98, 10), [tile(0, 0), tile(100, 0)], 'x', 5), -2);
});

test('the gap to what a box lines up with is shown with how wide it is', () => {
  assert.deepEqual(findDistances(tile(0, 0), [tile(100, 0), tile(300, 0)]), [{ x1: 56, y1: 28, x2: 100, y2: 28, length: 44 }]);
  assert.deepEqual(findDistances(tile(0, 0), [tile(100, 9)]), []);
});

test('gaps that are alike are shown all', () => {
  assert.deepEqual(findDistances(tile(200, 10), [tile(0, 0), tile(100, 0)]).map(({ length }) => length), [44, 44]);
  assert.deepEqual(findDistances(tile(100, 10), [tile(0, 0), tile(200, 0)]).map(({ length }) => length), [44, 44]);
});

test('a side sticks to the opposite side of another box', () => {
  const { pull, guides } = alignTo(tile(58, 300), [tile(0, 0)], 5);

  assert.deepEqual(pull, { x: -2, y: 0 });
  assert.deepEqual(guides, [{ x1: 56, y1: -12, x2: 56, y2: 368 }]);
});
