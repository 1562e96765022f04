/** The curves of access edges, from people to what they reach, in canvas units. Pure. */

import { TILE } from '../../model/diagram.js';
import { isZone } from '../../model/items.js';
import { ZONE_TITLE } from '../../model/placement/spacing.js';
import { exitOf } from '../shapes.js';

/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../shapes.js').Line & { cx: number, cy: number }} Curve A quadratic curve with its control point. */

const HALF = TILE / 2;
const BEND = 0.14;
const MAX_BEND = 70;
/** Half as long as the arrow at the end of a curve. */
const HEAD = 5;

/**
 * Return the curve of an access edge from the users node *users* to *target*.
 * @param {Point} users
 * @param {Node | Zone} target
 * @param {number | null} [bend] How far its control point is aside, if not as far as usual.
 * @returns {Curve}
 */
export function accessCurve(users, target, bend = null) {
  const end = accessEnd(users, target);
  const dx = end.x - users.x;
  const dy = end.y - users.y;
  const length = Math.hypot(dx, dy) || 1;
  const aside = (bend ?? Math.min(length * BEND, MAX_BEND)) / length;
  const control = { x: (users.x + end.x) / 2 + dy * aside, y: (users.y + end.y) / 2 - dx * aside };
  const from = leaveCircle(users, control);
  const to = isZone(target) ? end : leaveTile(end, control, 5);
  return { x1: from.x, y1: from.y, cx: control.x, cy: control.y, x2: to.x, y2: to.y };
}

/**
 * Return the point towards which an access edge from *users* to *target* leads.
 * @param {Point} users
 * @param {Node | Zone} target
 * @returns {Point}
 */
export function accessEnd(users, target) {
  return isZone(target) ? zoneEnd(users, target) : { x: target.x, y: target.y };
}

/**
 * Return the point of *curve* at *t* from 0 to 1.
 * @param {Curve} curve
 * @param {number} t
 * @returns {Point}
 */
export function pointOn(curve, t) {
  const s = 1 - t;
  return {
    x: s * s * curve.x1 + 2 * s * t * curve.cx + t * t * curve.x2,
    y: s * s * curve.y1 + 2 * s * t * curve.cy + t * t * curve.y2,
  };
}

/**
 * Return the box around *curve*.
 * @param {Curve} curve
 * @returns {Box}
 */
export function curveBox(curve) {
  const [left, right] = reachOf(curve.x1, curve.cx, curve.x2);
  const [top, bottom] = reachOf(curve.y1, curve.cy, curve.y2);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Return the least and the greatest coordinate, on one axis, of a quadratic curve from *start* to *end* with this *control* point.
 * @param {number} start
 * @param {number} control
 * @param {number} end
 * @returns {[number, number]}
 */
function reachOf(start, control, end) {
  const turn = (start - control) / (start - 2 * control + end);
  const farthest = turn > 0 && turn < 1 ? start + (control - start) * turn : start;
  return [Math.min(start, farthest, end), Math.max(start, farthest, end)];
}

/**
 * Return the box around the arrow at the end of *curve*.
 * @param {Curve} curve
 * @returns {Box}
 */
export function headBox({ cx, cy, x2, y2 }) {
  const length = Math.hypot(x2 - cx, y2 - cy) || 1;
  const [x, y] = [x2 - ((x2 - cx) / length) * HEAD, y2 - ((y2 - cy) / length) * HEAD];
  return { x: x - HEAD, y: y - HEAD, width: 2 * HEAD, height: 2 * HEAD };
}

/**
 * Return where an access edge from *users* meets the border of *zone*; from inside it goes to the title.
 * @param {Point} users
 * @param {Zone} zone
 * @returns {Point}
 */
function zoneEnd(users, zone) {
  const right = zone.x + zone.width;
  const bottom = zone.y + zone.height;
  const isInside = users.x > zone.x && users.x < right && users.y > zone.y && users.y < bottom;
  if (isInside) return { x: zone.x + 24, y: zone.y + ZONE_TITLE };
  const cx = zone.x + zone.width / 2;
  const cy = zone.y + zone.height / 2;
  const dx = users.x - cx;
  const dy = users.y - cy;
  const scale = Math.min(zone.width / 2 / Math.max(Math.abs(dx), 1e-6), zone.height / 2 / Math.max(Math.abs(dy), 1e-6));
  return { x: cx + dx * scale, y: cy + dy * scale };
}

/**
 * @param {Point} center
 * @param {Point} towards
 * @returns {Point}
 */
function leaveCircle(center, towards) {
  const length = Math.hypot(towards.x - center.x, towards.y - center.y) || 1;
  return { x: center.x + ((towards.x - center.x) / length) * HALF, y: center.y + ((towards.y - center.y) / length) * HALF };
}

/**
 * @param {Point} center
 * @param {Point} towards
 * @param {number} gap
 * @returns {Point}
 */
function leaveTile(center, towards, gap) {
  const length = Math.hypot(towards.x - center.x, towards.y - center.y) || 1;
  const dx = (towards.x - center.x) / length;
  const dy = (towards.y - center.y) / length;
  const exit = exitOf(dx, dy) + gap;
  return { x: center.x + dx * exit, y: center.y + dy * exit };
}
