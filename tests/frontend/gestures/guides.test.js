import assert from 'node:assert/strict';
import { test } from 'node:test';

import { alignTo } from '../../../frontend/static/js/gestures/guides.js';
import { speedAt } from '../../../frontend/static/js/gestures/auto-pan.js';

const tile = (/** @type {number} */ x, /** @type {number} */ y) => ({ x, y, width: 56, height: 56 });

test('a box sticks to the nearest line, and the line joins both', () => {
  const { pull, guides } = alignTo(tile(103, 300), [tile(100, 0), tile(107, 600)], 5);

  assert.deepEqual(pull, { x: -3, y: 0 });
  assert.deepEqual(guides, [100, 128, 156].map((x) => ({ x1: x, y1: -12, x2: x, y2: 368 })));
});

test('a box lines up along both ways at once', () => {
  const { pull, guides } = alignTo(tile(2, 98), [tile(0, 300), tile(300, 100)], 5);

  assert.deepEqual(pull, { x: -2, y: 2 });
  assert.equal(guides.length, 6);
});

test('boxes of other sizes line up by a side or the middle', () => {
  const { pull, guides } = alignTo({ x: 0, y: 0, width: 100, height: 40 }, [{ x: 21, y: 200, width: 56, height: 56 }], 2);

  assert.deepEqual(pull, { x: -1, y: 0 });
  assert.deepEqual(guides, [{ x1: 49, y1: -12, x2: 49, y2: 268 }]);
});

test('what is too far away neither pulls nor shows', () => {
  assert.deepEqual(alignTo(tile(0, 0), [tile(200, 200)], 5), { pull: { x: 0, y: 0 }, guides: [] });
});

test('the view moves faster the nearer a drag is to the border', () => {
  assert.equal(speedAt(400, 800), 0);
  assert.ok(speedAt(20, 800) > 0 && speedAt(5, 800) > speedAt(20, 800));
  assert.ok(speedAt(795, 800) < 0);
  assert.equal(speedAt(-100, 800), speedAt(0, 800));
});
