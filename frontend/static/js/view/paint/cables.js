/** Paints cables. */

import { visibleWidth } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

const WIDTH = 1.75;
const FLUSH = 256;

/**
 * Paint cables along *paths*.
 * @param {Frame} frame
 * @param {readonly Polyline[]} paths
 */
export function paintCables(frame, paths) {
  const { ctx, theme } = frame;
  ctx.strokeStyle = theme.cable;
  ctx.lineWidth = visibleWidth(frame, WIDTH);
  ctx.lineCap = 'butt';
  strokePaths(ctx, paths);
}

/**
 * Stroke *paths* in the style of *ctx*. Long strokes are slow, so they are made in parts.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Polyline[]} paths
 */
export function strokePaths(ctx, paths) {
  for (let start = 0; start < paths.length; start += FLUSH) {
    ctx.beginPath();
    for (const path of paths.slice(start, start + FLUSH)) trace(ctx, path);
    ctx.stroke();
  }
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Polyline} path
 */
function trace(ctx, path) {
  ctx.moveTo(path[0].x, path[0].y);
  for (let place = 1; place < path.length; place++) ctx.lineTo(path[place].x, path[place].y);
}

/**
 * Stroke *lines* in the style of *ctx*.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 */
export function strokeLines(ctx, lines) {
  strokePaths(ctx, lines.map(({ x1, y1, x2, y2 }) => [{ x: x1, y: y1 }, { x: x2, y: y2 }]));
}
