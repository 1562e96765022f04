/** Paints access edges: curves with an arrow, in the colour of access. */

import { isExact, quickWidth } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../routes/access-curve.js').Curve} Curve */
/** @typedef {import('../../model/diagram.js').Access} Access */

const WIDTH = 1.75;
const ARROW = 9;
/** How strong an edge is whose ends are neither selected nor under the pointer. */
export const FADED = 0.4;

/**
 * Paint *edges* with the strength *alpha*.
 * @param {Frame} frame
 * @param {readonly Access[]} edges
 * @param {number} alpha
 */
export function paintAccess(frame, edges, alpha) {
  if (edges.length === 0) return;
  const { ctx, theme, scene } = frame;
  const curves = edges.map((edge) => (isExact(frame, scene.curves, edge) ? scene.curves.of(edge) : scene.curves.roughly(edge)));
  ctx.globalAlpha = alpha;
  ctx.strokeStyle = theme.access;
  ctx.fillStyle = theme.access;
  ctx.lineWidth = quickWidth(frame, WIDTH);
  ctx.lineCap = 'round';
  strokeCurves(ctx, curves);
  if (frame.detail.tiles) paintArrows(ctx, curves);
  ctx.globalAlpha = 1;
}

/**
 * Stroke *curves* in the style of *ctx*.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Curve[]} curves
 */
export function strokeCurves(ctx, curves) {
  ctx.beginPath();
  for (const { x1, y1, cx, cy, x2, y2 } of curves) {
    ctx.moveTo(x1, y1);
    ctx.quadraticCurveTo(cx, cy, x2, y2);
  }
  ctx.stroke();
}

/**
 * Fill the arrows at the ends of *curves* in the style of *ctx*.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Curve[]} curves
 */
export function paintArrows(ctx, curves) {
  ctx.beginPath();
  for (const { cx, cy, x2, y2 } of curves) {
    const length = Math.hypot(x2 - cx, y2 - cy) || 1;
    const dx = ((x2 - cx) / length) * ARROW;
    const dy = ((y2 - cy) / length) * ARROW;
    ctx.moveTo(x2, y2);
    ctx.lineTo(x2 - dx - dy * 0.5, y2 - dy + dx * 0.5);
    ctx.lineTo(x2 - dx + dy * 0.5, y2 - dy - dx * 0.5);
    ctx.closePath();
  }
  ctx.fill();
}
