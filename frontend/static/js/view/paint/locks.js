/** Paints the lock sign of locked nodes and zones. */

import { isZone } from '../../model/items.js';
import { tileBox } from '../shapes.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Point} Point */

const RADIUS = 8.5;
const INSET = { right: 22, top: 17 };

/**
 * Paint the sign on those of *items* that are locked.
 * @param {Frame} frame
 * @param {readonly (Node | Zone)[]} items
 */
export function paintLocks({ ctx, theme }, items) {
  const locked = items.filter((item) => item.locked);
  if (locked.length === 0) return;
  ctx.beginPath();
  for (const { x, y } of locked.map(placeOf)) {
    ctx.moveTo(x + RADIUS, y);
    ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  }
  ctx.fillStyle = theme.canvas;
  ctx.fill();
  ctx.strokeStyle = theme.tileLine;
  ctx.lineWidth = 1;
  ctx.stroke();
  paintPadlocks(ctx, theme.muted, locked.map(placeOf));
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} color
 * @param {readonly Point[]} places
 */
function paintPadlocks(ctx, color, places) {
  ctx.beginPath();
  for (const { x, y } of places) ctx.roundRect(x - 4, y - 0.9, 8, 5.6, 1.2);
  ctx.fillStyle = color;
  ctx.fill();
  ctx.beginPath();
  for (const { x, y } of places) {
    ctx.moveTo(x - 2.4, y - 0.9);
    ctx.lineTo(x - 2.4, y - 2.4);
    ctx.quadraticCurveTo(x - 2.4, y - 4.8, x, y - 4.8);
    ctx.quadraticCurveTo(x + 2.4, y - 4.8, x + 2.4, y - 2.4);
    ctx.lineTo(x + 2.4, y - 0.9);
  }
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.4;
  ctx.stroke();
}

/**
 * @param {Node | Zone} item
 * @returns {Point}
 */
function placeOf(item) {
  if (isZone(item)) return { x: item.x + item.width - INSET.right, y: item.y + INSET.top };
  const box = tileBox(item);
  return { x: box.x + 2, y: box.y + 2 };
}
