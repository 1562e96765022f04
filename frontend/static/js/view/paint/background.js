/** Paints the background and the dots of the grid. */

import { GRID } from '../../model/placement/spacing.js';
import { toUnits } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */

const FEWEST_PIXELS = 24;
const SMALLEST_ZOOM = 0.4;
const DOT = 1;

/**
 * Fill the whole canvas of *frame* and draw the grid.
 * @param {Frame} frame
 */
export function paintBackground(frame) {
  const { ctx, theme, layers } = frame;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = theme.canvas;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  if (layers.grid) paintDots(frame);
  toUnits(frame);
}

/** @param {Frame} frame */
function paintDots({ ctx, theme, pixel, origin, box }) {
  const ratio = globalThis.devicePixelRatio || 1;
  if (pixel < SMALLEST_ZOOM * ratio) return;
  let step = GRID * 2;
  while (step * pixel < FEWEST_PIXELS * ratio) step *= 2;
  const size = Math.max(1, Math.round(DOT * ratio * Math.min(1.5, Math.max(1, pixel / ratio))));
  ctx.fillStyle = theme.grid;
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  for (let y = Math.ceil(box.y / step) * step; y <= bottom; y += step) {
    const top = Math.round(y * pixel + origin.y - size / 2);
    for (let x = Math.ceil(box.x / step) * step; x <= right; x += step) {
      ctx.fillRect(Math.round(x * pixel + origin.x - size / 2), top, size, size);
    }
  }
}
