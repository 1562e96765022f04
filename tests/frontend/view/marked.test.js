import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALL_LAYERS, detailAt } from '../../../frontend/static/js/view/frame.js';
import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { paintHints } from '../../../frontend/static/js/view/paint/hints.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { classroomModel } from '../support/labs.js';

const SEEN = { x: -1000, y: -1000, width: 3000, height: 3000 };

/**
 * Return what is painted over the classroom while *ids* are selected: each call, and each colour that is set.
 * @param {readonly string[]} ids
 */
function paintSelected(ids) {
  /** @type {unknown[][]} */
  const painted = [];
  const ctx = new Proxy({}, {
    get: (_, name) => (/** @type {unknown[]} */ ...values) => void painted.push([name, ...values]),
    set: (_, name, value) => painted.push([name, value]) > 0,
  });
  const theme = { accent: 'green', access: 'violet', canvas: 'rgb(255, 255, 255)', zoneTint: 'rgba(0, 0, 0, 0.1)', podTint: 'rgba(0, 0, 0, 0.1)' };
  const frame = /** @type {any} */ ({
    ctx, scene: new Scene(classroomModel()), theme, pixel: 1, box: SEEN, layers: ALL_LAYERS, detail: detailAt(1, ALL_LAYERS), problems: new Map(),
  });
  paintHints(frame, NO_HINTS, new Set(ids), 1, { width: (text) => text.length * 6 });
  return painted;
}

test('the names at a selected cable stay readable over the line that marks it', () => {
  const painted = paintSelected(['l1']);

  const line = painted.findLastIndex(([name]) => name === 'lineTo');
  for (const text of ['Gi0/0', 'eth0', 'R1']) {
    assert.ok(painted.findIndex(([name, first]) => name === 'fillText' && first === text) > line, text);
  }
});

test('the arrow of selected access has the colour of its line', () => {
  const painted = paintSelected(['a1']);

  const arrow = painted.findLastIndex(([name]) => name === 'closePath');
  assert.deepEqual(painted.slice(0, arrow).findLast(([name]) => name === 'fillStyle'), ['fillStyle', 'green']);
});
