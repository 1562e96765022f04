/** Paints cables. */

import { visibleWidth } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */

const WIDTH = 1.75;
const FLUSH = 256;

/**
 * Paint *lines*, those of cables.
 * @param {Frame} frame
 * @param {readonly Line[]} lines
 */
export function paintCables(frame, lines) {
  const { ctx, theme } = frame;
  ctx.strokeStyle = theme.cable;
  ctx.lineWidth = visibleWidth(frame, WIDTH);
  ctx.lineCap = 'butt';
  strokeLines(ctx, lines);
}

/**
 * Stroke *lines* in the style of *ctx*. Long paths are slow, so they are stroked in parts.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 */
export function strokeLines(ctx, lines) {
  for (let start = 0; start < lines.length; start += FLUSH) {
    ctx.beginPath();
    for (const line of lines.slice(start, start + FLUSH)) {
      ctx.moveTo(line.x1, line.y1);
      ctx.lineTo(line.x2, line.y2);
    }
    ctx.stroke();
  }
}
