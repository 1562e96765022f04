/**
 * Leaves out of dashed cables what is out of sight, by whole dashes, so that those in sight are where they are without that. The browser
 * works out each dash of a cable, seen or not, which for long cables is a good part of a frame.
 */

import { between } from '../../util/polyline.js';

/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

/**
 * @typedef {object} Pattern
 * @property {number} period How long a dash and a gap are together.
 * @property {number} pixel Device pixels a unit.
 * @property {number} margin How far beyond the sight the line may be seen.
 * @property {(from: Point, corner: Point, to: Point) => number} radiusOf How far before and after a corner its rounding begins.
 */

/** How far a browser takes a straight line for a curve when it measures one, in device pixels. */
const FLAT = 0.5;

/**
 * Return the parts of *path*, whose dashes begin anew in each, that show in *sight* what all of it does.
 * @param {Polyline} path
 * @param {Box} sight
 * @param {Pattern} pattern
 * @returns {Polyline[]}
 */
export function dashedInSight(path, { x, y, width, height }, { period, pixel, margin, radiusOf }) {
  const [left, top, right, bottom] = [x - margin, y - margin, x + width + margin, y + height + margin];
  if (path.every((point) => point.x >= left && point.x <= right && point.y >= top && point.y <= bottom)) return [path];
  /** @type {Point[][]} */
  const parts = [];
  /** @type {Point[] | null} What ends at the corner before this piece. */
  let open = null;
  let [passed, radius] = [0, 0];
  const last = path.length - 2;
  for (let place = 0; place <= last; place++) {
    const [a, b] = [path[place], path[place + 1]];
    const length = between(a, b);
    const next = place < last ? radiusOf(a, b, path[place + 2]) : 0;
    const [dx, dy] = length === 0 ? [0, 0] : [(b.x - a.x) / length, (b.y - a.y) / length];
    const from = Math.max(0, reach(a.x, dx, left, right), reach(a.y, dy, top, bottom));
    const to = Math.min(length, -reach(a.x, -dx, left, right), -reach(a.y, -dy, top, bottom));
    const goesOn = to === length && place < last;
    if (from > to) open = null;
    else {
      if (!open) {
        const latest = goesOn ? Math.min(from, length - 2 * next) : from;
        const start = Math.floor((passed + latest - radius) / period) * period - passed + radius;
        if (start < radius - period * 1e-6) return [path]; // It would have to begin before the corner.
        parts.push((open = [{ x: a.x + dx * start, y: a.y + dy * start }]));
      }
      const end = goesOn ? length : Math.min(length, Math.max(to, 2 * radius));
      open.push(end === length ? b : { x: a.x + dx * end, y: a.y + dy * end });
      if (!goesOn) open = null;
    }
    passed += length - radius - next + (next > 0 ? lengthRound(a, b, path[place + 2], next, pixel) : 0);
    radius = next;
  }
  return parts;
}

/**
 * Return after how much of a way that begins at *start*, with *step* a unit, it is between *low* and *high*: Infinity if never.
 * @param {number} start
 * @param {number} step
 * @param {number} low
 * @param {number} high
 */
function reach(start, step, low, high) {
  if (step === 0) return start >= low && start <= high ? -Infinity : Infinity;
  return step > 0 ? (low - start) / step : (high - start) / step;
}

/**
 * Return how long a browser takes the rounding of *corner* to be, which it measures in straight pieces.
 * @param {Point} from
 * @param {Point} corner
 * @param {Point} to
 * @param {number} radius
 * @param {number} pixel
 */
function lengthRound(from, corner, to, radius, pixel) {
  const [before, after] = [between(from, corner), between(corner, to)];
  const [x1, y1] = [((corner.x - from.x) / before) * radius, ((corner.y - from.y) / before) * radius];
  const [x2, y2] = [((to.x - corner.x) / after) * radius, ((to.y - corner.y) / after) * radius];
  let pieces = 1;
  for (let away = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)) / 4; away > FLAT / pixel; away /= 4) pieces *= 2;
  let length = 0;
  for (let piece = 0; piece < pieces; piece++) {
    // From -(x1, y1) over the corner to (x2, y2), the step of which goes evenly from the one to the other.
    const turn = (2 * piece + 1) / pieces;
    length += Math.hypot(x1 * (2 - turn) + x2 * turn, y1 * (2 - turn) + y2 * turn) / pieces;
  }
  return length;
}
