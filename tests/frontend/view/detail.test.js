import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ALL_LAYERS, detailAt } from '../../../frontend/static/js/view/frame.js';
import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { paintHints } from '../../../frontend/static/js/view/paint/hints.js';
import { paintStill } from '../../../frontend/static/js/view/paint/scene.js';
import { classroomFrame, recordingContext, ruler } from '../support/painting.js';

/**
 * Return what is painted of the classroom: the texts, the tiles with their places, and every call.
 * @param {number} zoom
 * @param {object} [layers]
 * @param {object} [parts]
 */
function paintAt(zoom, layers = {}, parts = {}) {
  const { ctx, painted } = recordingContext();
  /** @type {unknown[][]} */
  const tiles = [];
  const shown = { ...ALL_LAYERS, ...layers };
  const sprites = { draw: (/** @type {unknown} */ _, /** @type {unknown[]} */ ...tile) => void tiles.push(tile) };
  paintStill(classroomFrame(ctx, { zoom, layers: shown, detail: detailAt(zoom, shown), ...parts }), /** @type {any} */ ({ sprites, ruler }));
  return { painted, tiles, texts: painted.filter(([name]) => name === 'fillText').map(([, text]) => text) };
}

test('a stack is a second tile behind the first, and a badge with its count', () => {
  const { tiles, texts } = paintAt(1);

  assert.deepEqual(tiles.filter(([name]) => name === 'blank' || name === 'workstation'), [
    ['blank', 245, 95, 1],
    ['workstation', 240, 100, 1],
  ]);
  assert.ok(texts.includes('×11'));
  assert.ok(!texts.includes('×1'));
});

test('how many there are is told without the names too, and over a ring', () => {
  const { texts } = paintAt(1, { labels: false });
  const over = recordingContext();
  paintHints(classroomFrame(over.ctx, { detail: detailAt(1, { ...ALL_LAYERS, labels: false }) }), NO_HINTS, new Set(['pc']), 1, ruler);

  assert.deepEqual(texts.sort(), ['1', '8', 'one per student · ×8', '×11'].sort());
  assert.ok(over.painted.some(([name, text]) => name === 'fillText' && text === '×11'));
});

test('from farther away first addresses go, then all text but the names of zones, then the pictures on the tiles', () => {
  const near = paintAt(0.7);
  const off = paintAt(0.5);
  const farther = paintAt(0.3);
  const far = paintAt(0.1);

  assert.ok(['PC09…PC19', '×11', '10.0.10.109', 'Gi0/0'].every((text) => near.texts.includes(text)));
  assert.ok(['PC09…PC19', '×11'].every((text) => off.texts.includes(text)));
  assert.ok(!['10.0.10.109', 'Gi0/0'].some((text) => off.texts.includes(text)));
  assert.deepEqual(farther.texts, ['Room', 'Pod']);
  assert.equal(farther.tiles.length, near.tiles.length);
  assert.deepEqual([far.texts, far.tiles], [['Room'], []]);
});

test('from far away nodes are specks, one path a colour, and those with problems have the colour of these', () => {
  const { painted } = paintAt(0.1, { cables: false, access: false }, { problems: new Map([['srv', 'error']]) });

  const specks = painted.filter(([name]) => name === 'rect').map(([, x, y, width]) => [x, y, width]);
  assert.equal(specks.length, 7);
  assert.ok(specks.some((speck) => String(speck) === '72,72,56'));
  const before = painted.findIndex(([name, x, y]) => name === 'rect' && x === 572 && y === 272);
  assert.deepEqual(painted.slice(0, before).findLast(([name]) => name === 'fillStyle'), ['fillStyle', 'red']);
  const [zones, colors, dots] = [2, 4, 1];
  assert.equal(painted.filter(([name]) => name === 'fill').length, zones + colors + dots);
});
