/** Ways in curves between two ports, as lines of many short pieces. */

import { countHits } from './orthogonal.js';

/** @typedef {import('./ports.js').Port} Port */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const PIECES = 24;
/** How far to the side a curve bows to go round a device. */
const BOWS = [0, 70, -70, 140, -140];

/**
 * Return the curve from *a* to *b* that goes round *boxes*, if there is one.
 * @param {Port} a
 * @param {Port} b
 * @param {readonly Box[]} boxes
 * @returns {Point[]}
 */
export function curvedWay(a, b, boxes) {
  let best = bowed(a, b, 0);
  let least = countHits(best, boxes);
  for (let place = 1; place < BOWS.length && least > 0; place++) {
    const points = bowed(a, b, BOWS[place]);
    const hits = countHits(points, boxes);
    if (hits >= least) continue;
    least = hits;
    best = points;
  }
  return best;
}

/**
 * Return the curve from *a* through *bends* to *b*.
 * @param {Point} a
 * @param {readonly Point[]} bends
 * @param {Point} b
 * @returns {Point[]}
 */
export function curvedThrough(a, bends, b) {
  const stops = [a, ...bends, b];
  const points = [{ x: a.x, y: a.y }];
  for (let place = 1; place < stops.length; place++) {
    const [from, to] = [stops[place - 1], stops[place]];
    const before = stops[place - 2] ?? from;
    const after = stops[place + 1] ?? to;
    const one = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const other = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    points.push(...flatten(from, one, other, to));
  }
  return points;
}

/**
 * Return the curve that leaves *a* and comes to *b* straight, bowed *aside* between them.
 * @param {Port} a
 * @param {Port} b
 * @param {number} aside
 */
function bowed(a, b, aside) {
  const reach = Math.max(24, (Math.abs(b.x - a.x) * Math.abs(a.dx) + Math.abs(b.y - a.y) * Math.abs(a.dy)) / 2);
  const shift = a.dx === 0 ? { x: aside, y: 0 } : { x: 0, y: aside };
  const one = { x: a.x + a.dx * reach + shift.x, y: a.y + a.dy * reach + shift.y };
  const other = { x: b.x + b.dx * reach + shift.x, y: b.y + b.dy * reach + shift.y };
  return [{ x: a.x, y: a.y }, ...flatten(a, one, other, b)];
}

/**
 * Return points on the cubic curve with the control points *one* and *other*, but its first.
 * @param {Point} from
 * @param {Point} one
 * @param {Point} other
 * @param {Point} to
 */
function flatten(from, one, other, to) {
  return Array.from({ length: PIECES }, (_, place) => {
    const t = (place + 1) / PIECES;
    const s = 1 - t;
    const mix = (/** @type {'x' | 'y'} */ axis) =>
      s * s * s * from[axis] + 3 * s * s * t * one[axis] + 3 * s * t * t * other[axis] + t * t * t * to[axis];
    return { x: mix('x'), y: mix('y') };
  });
}
