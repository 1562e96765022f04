/** The bends of straight cables that lead round devices which lie on their way. */

import { boxBetween, distance, distanceToSegment, inflate, overlaps, unite } from '../../util/geometry.js';
import { crosses, lengthOf } from '../../util/polyline.js';
import { CELL } from '../node-index.js';
import { countHits } from './orthogonal.js';

/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** How far from the straight way a cable that goes round something may lead. */
export const DETOUR = 72;
/** How far a cable stays off what it goes round. */
const ROOM = 6;
/** The pieces in which a cable looks what is on its way. */
const PIECE = 256;
/** With less between them, devices on the way are passed together. */
const GAP = 56;
/** What a bend, one below a device, where its names are, and a device in the way cost in units of length. */
const BEND_COST = 12;
const BELOW_COST = 24;
const DEVICE_COST = 5000;

/**
 * Return the bends of a cable from *a* to *b* round those of *boxes* that are on the straight way: none where there are none, or
 * where it cannot be led past them near by.
 * @param {Point} a
 * @param {Point} b
 * @param {readonly Box[]} boxes
 * @returns {readonly Point[]}
 */
export function bendsAround(a, b, boxes) {
  const hit = boxes.filter((box) => crosses(box, a, b));
  if (hit.length === 0) return [];
  /** @type {Point[]} */
  const bends = [];
  for (const group of groupAlong(hit, a, b)) bends.push(...bestPast(bends.at(-1) ?? a, b, group, boxes, [a, b]));
  return countHits([a, ...bends, b], boxes) < hit.length ? bends : [];
}

/**
 * Return *hit* in groups of those near each other, each as a box, in their order from *a* to *b*.
 * @param {readonly Box[]} hit
 * @param {Point} a
 * @param {Point} b
 */
function groupAlong(hit, a, b) {
  const along = (/** @type {Box} */ box) => (box.x + box.width / 2 - a.x) * (b.x - a.x) + (box.y + box.height / 2 - a.y) * (b.y - a.y);
  /** @type {Box[]} */
  const groups = [];
  for (const box of [...hit].sort((one, other) => along(one) - along(other) || one.x - other.x || one.y - other.y)) {
    const last = groups.at(-1);
    if (last && overlaps(inflate(last, GAP), box)) groups[groups.length - 1] = /** @type {Box} */ (unite([last, box]));
    else groups.push(box);
  }
  return groups;
}

/**
 * Return the bends on the best way from *from* to *to* past *group*, which are near the *straight* way; none where there are none.
 * @param {Point} from
 * @param {Point} to
 * @param {Box} group
 * @param {readonly Box[]} boxes
 * @param {readonly [Point, Point]} straight
 * @returns {readonly Point[]}
 */
function bestPast(from, to, group, boxes, straight) {
  const ways = waysPast(inflate(group, ROOM), from).filter((bends) => bends.every((bend) => distanceToSegment(bend, ...straight) <= DETOUR));
  const known = ways.map((bends) => {
    const below = bends.some(({ y }) => y > group.y + group.height) ? BELOW_COST : 0;
    return { bends, cost: lengthOf([from, ...bends, to]) + BEND_COST * bends.length + below };
  });
  /** @type {readonly Point[]} */
  let best = [];
  let least = Infinity;
  for (const { bends, cost } of known.sort((one, other) => one.cost - other.cost)) {
    if (cost >= least) break;
    const whole = cost + DEVICE_COST * countHits([from, ...bends, to], boxes, (least - cost) / DEVICE_COST);
    if (whole >= least) continue;
    least = whole;
    best = bends;
  }
  return best;
}

/**
 * Return the ways past *box*: round one corner, or along one side.
 * @param {Box} box
 * @param {Point} from
 * @returns {Point[][]}
 */
function waysPast({ x, y, width, height }, from) {
  const [right, bottom] = [x + width, y + height];
  const corners = [{ x, y }, { x: right, y }, { x: right, y: bottom }, { x, y: bottom }];
  const sides = corners.map((corner, place) => {
    const next = corners[(place + 1) % corners.length];
    return distance(from, corner) <= distance(from, next) ? [corner, next] : [next, corner];
  });
  return [...corners.map((corner) => [corner]), ...sides];
}

/**
 * Return the squares of the drawing, each as a place in it, through which one comes on the straight way from *a* to *b* and
 * *reach* beside it. There are few of them on a drawing, so that what lies in them is looked up once.
 * @param {Point} a
 * @param {Point} b
 * @param {number} reach
 * @returns {Iterable<Box>}
 */
export function squaresAlong(a, b, reach) {
  /** @type {Map<string, Box>} */
  const squares = new Map();
  const count = Math.max(1, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / PIECE));
  const at = (/** @type {number} */ place) => ({ x: a.x + ((b.x - a.x) * place) / count, y: a.y + ((b.y - a.y) * place) / count });
  for (let place = 0; place < count; place++) {
    const { x, y, width, height } = inflate(boxBetween(at(place), at(place + 1)), reach);
    for (let row = Math.floor(y / CELL); row * CELL <= y + height; row++) {
      for (let column = Math.floor(x / CELL); column * CELL <= x + width; column++) {
        squares.set(`${column} ${row}`, { x: (column + 0.5) * CELL, y: (row + 0.5) * CELL, width: 0, height: 0 });
      }
    }
  }
  return squares.values();
}
