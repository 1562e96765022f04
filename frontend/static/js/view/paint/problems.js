/** Paints the dots at items with problems. */

import { isAccess, isLink, isZone } from '../../model/items.js';
import { contains, inflate } from '../../util/geometry.js';
import { lengthOf, pointAlong } from '../../util/polyline.js';
import { pointOn } from '../routes/access-curve.js';
import { tileBox } from '../shapes.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../../util/geometry.js').Point} Point */

const RADIUS = 5.5;
const FEWEST_PIXELS = 3;

/**
 * Paint the dots of those problems whose id *has* accepts.
 * @param {Frame} frame
 * @param {(id: string) => boolean} has
 */
export function paintProblems({ ctx, scene, theme, problems, pixel, box }, has) {
  const radius = Math.max(RADIUS, FEWEST_PIXELS / pixel);
  const near = inflate(box, radius);
  ctx.lineWidth = radius / 3;
  ctx.strokeStyle = theme.canvas;
  for (const [id, severity] of problems) {
    const point = has(id) ? anchorOf(scene, id) : null;
    if (!point || !contains(near, point)) continue;
    ctx.beginPath();
    ctx.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = theme[severity];
    ctx.fill();
    ctx.stroke();
  }
}

/**
 * Return where the dot of the item *id* is: the top right corner, or the middle of a line.
 * @param {Scene} scene
 * @param {string} id
 * @returns {Point | null}
 */
function anchorOf(scene, id) {
  const item = scene.node(id) ?? scene.zone(id) ?? scene.model.item(id);
  if (!item || scene.shown([item]).length === 0) return null;
  if (isAccess(item)) return pointOn(scene.curves.of(item), 0.5);
  if (isZone(item)) return { x: item.x + item.width - 6, y: item.y + 6 };
  if (isLink(item)) {
    const path = scene.paths.pathOf(item);
    return pointAlong(path, lengthOf(path) / 2);
  }
  const box = tileBox(item);
  const aside = item.type === 'device' && item.count > 1 ? 3 : 0;
  return { x: box.x + box.width - 2 + aside, y: box.y + 2 - aside };
}
