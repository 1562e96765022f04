/** Lines of several straight pieces, as lists of points. */

import { distance, distanceToSegment } from './geometry.js';

/** @typedef {import('./geometry.js').Box} Box */
/** @typedef {import('./geometry.js').Point} Point */
/** @typedef {readonly Point[]} Polyline */

/**
 * Return how long *points* are.
 * @param {Polyline} points
 * @returns {number}
 */
export function lengthOf(points) {
  let length = 0;
  for (let place = 1; place < points.length; place++) length += between(points[place - 1], points[place]);
  return length;
}

/**
 * Return the point that lies *along* from the start of *points*, with the direction there, of length 1.
 * @param {Polyline} points
 * @param {number} along
 * @returns {Point & { dx: number, dy: number }}
 */
export function pointAlong(points, along) {
  let left = Math.max(0, along);
  for (let place = 1; ; place++) {
    const [a, b] = [points[place - 1], points[place]];
    const length = between(a, b);
    const isLast = place === points.length - 1;
    if (left <= length || isLast) {
      const dx = length === 0 ? 1 : (b.x - a.x) / length;
      const dy = length === 0 ? 0 : (b.y - a.y) / length;
      const way = Math.min(left, length);
      return { x: a.x + dx * way, y: a.y + dy * way, dx, dy };
    }
    left -= length;
  }
}

/**
 * Return how far along *points* the nearest place to *point* is.
 * @param {Polyline} points
 * @param {Point} point
 * @returns {number}
 */
export function alongOf(points, point) {
  let nearest = Infinity;
  let found = 0;
  let passed = 0;
  for (let place = 1; place < points.length; place++) {
    const [a, b] = [points[place - 1], points[place]];
    const length = distance(a, b);
    const away = distanceToSegment(point, a, b);
    if (away < nearest) {
      nearest = away;
      found = passed + Math.min(length, Math.sqrt(Math.max(0, distance(a, point) ** 2 - away ** 2)));
    }
    passed += length;
  }
  return found;
}

/**
 * Return the distance of *point* from *points*.
 * @param {Polyline} points
 * @param {Point} point
 * @returns {number}
 */
export function distanceToPolyline(points, point) {
  let nearest = Infinity;
  for (let place = 1; place < points.length; place++) {
    nearest = Math.min(nearest, distanceToSegment(point, points[place - 1], points[place]));
  }
  return nearest;
}

/**
 * Return whether a piece of *points* may come nearer than *margin* to *box*.
 * @param {Polyline} points
 * @param {Box} box
 * @param {number} margin
 * @returns {boolean}
 */
export function comesNear(points, { x, y, width, height }, margin) {
  const [left, top, right, bottom] = [x - margin, y - margin, x + width + margin, y + height + margin];
  for (let place = 1; place < points.length; place++) {
    const [a, b] = [points[place - 1], points[place]];
    const isBeside = (a.x < left && b.x < left) || (a.x > right && b.x > right);
    if (!isBeside && !(a.y < top && b.y < top) && !(a.y > bottom && b.y > bottom)) return true;
  }
  return false;
}

/**
 * Return the distance of *a* and *b*, at once where these lie beside or under each other.
 * @param {Point} a
 * @param {Point} b
 * @returns {number}
 */
export function between(a, b) {
  if (a.x === b.x) return Math.abs(a.y - b.y);
  return a.y === b.y ? Math.abs(a.x - b.x) : distance(a, b);
}

/**
 * Return whether the straight line from *a* to *b* passes through the inside of *box*.
 * @param {Box} box
 * @param {Point} a
 * @param {Point} b
 * @returns {boolean}
 */
export function crosses({ x, y, width, height }, a, b) {
  const [right, bottom] = [x + width, y + height];
  if ((a.x <= x && b.x <= x) || (a.x >= right && b.x >= right) || (a.y <= y && b.y <= y) || (a.y >= bottom && b.y >= bottom)) return false;
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx === 0 || dy === 0) return true;
  const enter = Math.max(0, Math.min((x - a.x) / dx, (right - a.x) / dx), Math.min((y - a.y) / dy, (bottom - a.y) / dy));
  const leave = Math.min(1, Math.max((x - a.x) / dx, (right - a.x) / dx), Math.max((y - a.y) / dy, (bottom - a.y) / dy));
  return enter < leave;
}
