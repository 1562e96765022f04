/** Paints, on a canvas whose picture has been shifted, only the strips that come into view. */

import { inflate } from '../../util/geometry.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** How far text may reach beyond the line it belongs to, in units. */
const OVERHANG = 48;

/**
 * Let *paint* paint what is bare of *frame*, whose picture has been shifted by whole device pixels.
 * @param {Frame} frame
 * @param {number} dx
 * @param {number} dy
 * @param {(frame: Frame) => void} paint
 */
export function paintBare(frame, dx, dy, paint) {
  const { ctx } = frame;
  const { width, height } = ctx.canvas;
  for (const strip of bareStrips(dx, dy, width, height)) {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(strip.x, strip.y, strip.width, strip.height);
    ctx.clip();
    paint({ ...frame, box: inflate(toUnits(frame, strip), OVERHANG) });
    ctx.restore();
  }
}

/**
 * Return the parts of a picture that are bare after a shift.
 * @param {number} dx
 * @param {number} dy
 * @param {number} width
 * @param {number} height
 * @returns {Box[]}
 */
export function bareStrips(dx, dy, width, height) {
  const upright = { x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height };
  const level = { x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) };
  return [upright, level].filter((strip) => strip.width > 0 && strip.height > 0);
}

/**
 * @param {Frame} frame
 * @param {Box} box In device pixels.
 * @returns {Box}
 */
function toUnits({ pixel, origin }, box) {
  return { x: (box.x - origin.x) / pixel, y: (box.y - origin.y) / pixel, width: box.width / pixel, height: box.height / pixel };
}
