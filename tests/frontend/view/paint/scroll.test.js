import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bareStrips } from '../../../../frontend/static/js/view/paint/scroll.js';

for (const [dx, dy, expected] of /** @type {[number, number, object[]][]} */ ([
  [10, 0, [{ x: 0, y: 0, width: 10, height: 80 }]],
  [-10, 0, [{ x: 90, y: 0, width: 10, height: 80 }]],
  [0, 5, [{ x: 0, y: 0, width: 100, height: 5 }]],
  [-10, -5, [{ x: 90, y: 0, width: 10, height: 80 }, { x: 0, y: 75, width: 100, height: 5 }]],
  [0, 0, []],
])) {
  test(`after a shift by ${dx}, ${dy} this much is bare`, () => assert.deepEqual(bareStrips(dx, dy, 100, 80), expected));
}
