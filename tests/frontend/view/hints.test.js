import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isNothing, NO_HINTS } from '../../../frontend/static/js/view/hints.js';

const box = { x: 0, y: 0, width: 1, height: 1 };
const point = { x: 0, y: 0 };

test('no hints show nothing', () => {
  assert.equal(isNothing(NO_HINTS), true);
});

for (const [name, hints] of Object.entries({
  hover: { hover: 'n1' },
  target: { target: 'z1' },
  marquee: { marquee: box },
  frame: { frame: box },
  why: { why: { text: 'A note has no cables.', at: point } },
  rubber: { rubber: { kind: /** @type {const} */ ('cable'), from: point, to: point, isAllowed: true } },
  guides: { guides: [{ x1: 0, y1: 0, x2: 1, y2: 0 }] },
  lit: { lit: new Set(['n1']) },
  ghosts: { ghosts: [/** @type {any} */ ({ id: 'ghost' })] },
})) {
  test(`a hint of ${name} shows something`, () => {
    assert.equal(isNothing({ ...NO_HINTS, ...hints }), false);
  });
}
