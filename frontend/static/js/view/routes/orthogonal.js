/** Ways in right angles between two ports, round what is between them. */

import { boxOfPoints } from '../../util/geometry.js';
import { crosses, lengthOf } from '../../util/polyline.js';

/** @typedef {import('./ports.js').Port} Port */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {{ points: Point[], cost: number }} Best The best way that is known. */

/** How far a cable runs straight out of a device before it turns. */
const OUT = 10;
const ROOM = 6;
/** How far apart those of one device go round the same thing, and how many do. */
const APART = 6;
const RANKS = 4;
/** What a corner, and a device in the way, cost in units of length. */
const CORNER_COST = 24;
const DEVICE_COST = 5000;
const MOST_LANES = 6;
/** More than rounding takes from a length. */
const HAIR = 0.01;
/** How much room below a tile its names take, how much cables need to cross over, and how far from a tile they turn. */
const NAMES = 36;
const LEAST_ROOM = 40;
const EDGE = 8;
/** How far from a tile they turn at its sides, where names of interfaces stand. */
const BESIDE = 72;

/**
 * Return the way from *a* to *b* that goes round *boxes*, if there is one: the same in whichever direction it was drawn.
 * @param {Port} a
 * @param {Port} b
 * @param {readonly Box[]} boxes
 * @returns {Point[]}
 */
export function orthogonalWay(a, b, boxes) {
  return isLed(b, a) ? wayFrom(b, a, boxes).reverse() : wayFrom(a, b, boxes);
}

/**
 * Return whether *one* decides where a cable between it and *other* turns: the one with more cables beside it, or the upper or left one.
 * @param {Port} one
 * @param {Port} other
 */
function isLed(one, other) {
  return one.count > other.count || (one.count === other.count && one.dx + one.dy > other.dx + other.dy);
}

/**
 * @param {Port} a
 * @param {Port} b
 * @param {readonly Box[]} boxes
 * @returns {Point[]}
 */
function wayFrom(a, b, boxes) {
  const direct = joinPorts(a, b);
  const near = hitBy(direct, boxes);
  if (near.length === 0) return direct;
  const best = { points: direct, cost: costOf(direct) + DEVICE_COST * near.length };
  goAround(best, a, b, near.sort(fromLeft).slice(0, MOST_LANES), boxes);
  return best.points;
}

/**
 * Return the way from *a* through *bends* to *b*.
 * @param {Port} a
 * @param {readonly Point[]} bends
 * @param {Port} b
 * @returns {Point[]}
 */
export function orthogonalThrough(a, bends, b) {
  const points = [pointOf(a)];
  let isUpright = a.dx === 0;
  for (const bend of bends) {
    const last = points[points.length - 1];
    points.push(isUpright ? { x: last.x, y: bend.y } : { x: bend.x, y: last.y }, bend);
    isUpright = !isUpright;
  }
  const last = points[points.length - 1];
  points.push(b.dx === 0 ? { x: b.x, y: last.y } : { x: last.x, y: b.y }, pointOf(b));
  return simplify(points);
}

/**
 * @param {Port} a
 * @param {Port} b
 * @returns {Point[]}
 */
function joinPorts(a, b) {
  if (a.dx === 0 && b.dx === 0) return acrossAt(a, b, 'y', laneBetween(a, b, 'y'));
  if (a.dy === 0 && b.dy === 0) return acrossAt(a, b, 'x', laneBetween(a, b, 'x'));
  const corner = a.dx === 0 ? { x: a.x, y: b.y } : { x: b.x, y: a.y };
  return simplify([pointOf(a), corner, pointOf(b)]);
}

/**
 * Return where between *a* and *b* a cable crosses over: below what is written under the upper one, if there is room. The outermost
 * of those that turn to one side turns first, so that they do not cross each other, and those of other devices beside them.
 * @param {Port} a
 * @param {Port} b
 * @param {'x' | 'y'} axis
 */
function laneBetween(a, b, axis) {
  const isForward = axis === 'y' ? b.x > a.x : b.y > a.y;
  const depth = isForward ? a.count - 1 - a.place : a.place;
  const way = Math.sign(b[axis] - a[axis]) || 1;
  const names = axis === 'y' ? NAMES : 0;
  const length = Math.abs(b[axis] - a[axis]);
  const edge = Math.min(axis === 'y' ? EDGE : BESIDE, length / 4);
  const below = Math.max(edge, Math.min(names + edge, length - edge - LEAST_ROOM));
  const from = way > 0 ? below : edge;
  const to = length - (way > 0 ? edge : below);
  return a[axis] + way * (from + ((to - from) * (depth + a.shade)) / a.count);
}

/**
 * Return the way that leaves *a* along *axis*, crosses over at *at* and comes to *b* along *axis*.
 * @param {Port} a
 * @param {Port} b
 * @param {'x' | 'y'} axis
 * @param {number} at
 * @returns {Point[]}
 */
function acrossAt(a, b, axis, at) {
  const corners = axis === 'y' ? [{ x: a.x, y: at }, { x: b.x, y: at }] : [{ x: at, y: a.y }, { x: at, y: b.y }];
  return simplify([pointOf(a), ...corners, pointOf(b)]);
}

/**
 * Put into *best* the best of it and of other ways from *a* to *b*, past the sides of *near*. Most cost so much by their length alone
 * that they are not built.
 * @param {Best} best
 * @param {Port} a
 * @param {Port} b
 * @param {readonly Box[]} near What is in the direct way.
 * @param {readonly Box[]} boxes
 */
function goAround(best, a, b, near, boxes) {
  const [levels, lanes] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  const room = ROOM + APART * ((a.place % RANKS) + a.shade);
  for (const box of near) {
    levels.push(box.y - room, box.y + box.height + room);
    lanes.push(box.x - room, box.x + box.width + room);
  }
  const [outA, outB] = [outOf(a), outOf(b)];
  const [start, end] = [pointOf(a), pointOf(b)];
  // Otherwise it would run along the border of a tile.
  if (a.dx === 0 && b.dx === 0) for (const y of levels) if (detour(a.x, b.x, a.y, y, b.y) < best.cost) improve(best, acrossAt(a, b, 'y', y), boxes);
  if (a.dy === 0 && b.dy === 0) for (const x of lanes) if (detour(a.y, b.y, a.x, x, b.x) < best.cost) improve(best, acrossAt(a, b, 'x', x), boxes);
  for (const x of lanes) {
    if (detour(outA.y, outB.y, outA.x, x, outB.x) < best.cost) improve(best, simplify([start, outA, { x, y: outA.y }, { x, y: outB.y }, outB, end]), boxes);
  }
  for (const y of levels) {
    if (detour(outA.x, outB.x, outA.y, y, outB.y) < best.cost) improve(best, simplify([start, outA, { x: outA.x, y }, { x: outB.x, y }, outB, end]), boxes);
  }
  for (const corner of [{ x: outA.x, y: outB.y }, { x: outB.x, y: outA.y }]) improve(best, simplify([start, outA, corner, outB, end]), boxes);
}

/**
 * Return what a way costs at least that goes from *one* to *other*, and on the other axis *from* there over *at* *to* there.
 * @param {number} one
 * @param {number} other
 * @param {number} from
 * @param {number} at
 * @param {number} to
 */
function detour(one, other, from, at, to) {
  return Math.abs(other - one) + Math.abs(at - from) + Math.abs(to - at) + 2 * CORNER_COST - HAIR;
}

/**
 * Put *points* into *best* if that is better.
 * @param {Best} best
 * @param {Point[]} points
 * @param {readonly Box[]} boxes
 */
function improve(best, points, boxes) {
  const own = costOf(points);
  if (own >= best.cost) return;
  const cost = own + DEVICE_COST * countHits(points, boxes, (best.cost - own) / DEVICE_COST);
  if (cost < best.cost) Object.assign(best, { points, cost });
}

/** @param {readonly Point[]} points */
function costOf(points) {
  return lengthOf(points) + CORNER_COST * points.length;
}

/**
 * @param {Box} one
 * @param {Box} other
 */
function fromLeft(one, other) {
  return one.x - other.x || one.y - other.y;
}

/** @param {Port} port */
function outOf({ x, y, dx, dy, place, shade }) {
  const out = (dy > 0 ? NAMES : OUT) + APART * ((place % RANKS) + shade);
  return { x: x + dx * out, y: y + dy * out };
}

/** @param {Port} port */
function pointOf({ x, y }) {
  return { x, y };
}

/**
 * Return how many of *boxes* the line through *points* runs through; it may stop to count at *most*.
 * @param {readonly Point[]} points
 * @param {readonly Box[]} boxes
 * @param {number} [most]
 * @returns {number}
 */
export function countHits(points, boxes, most = Infinity) {
  return hitBy(points, boxes, most).length;
}

/**
 * Return those of *boxes* that the line through *points* runs through, or the first *most* of them.
 * @param {readonly Point[]} points
 * @param {readonly Box[]} boxes
 * @param {number} [most]
 */
function hitBy(points, boxes, most = Infinity) {
  const hit = [];
  const { x, y, width, height } = boxOfPoints(points);
  for (let place = 0; place < boxes.length && hit.length < most; place++) {
    const box = boxes[place];
    const isFar = x + width <= box.x || x >= box.x + box.width || y + height <= box.y || y >= box.y + box.height;
    if (!isFar && isHit(points, box)) hit.push(box);
  }
  return hit;
}

/**
 * Return whether the line through *points* runs through *box*: asked some hundred times a cable, so that what is level or upright, or
 * beside the box, is told here.
 * @param {readonly Point[]} points
 * @param {Box} box
 */
function isHit(points, box) {
  const { x, y } = box;
  const [right, bottom] = [x + box.width, y + box.height];
  let a = points[0];
  for (let place = 1; place < points.length; place++) {
    const b = points[place];
    const isBeside = (a.x <= x && b.x <= x) || (a.x >= right && b.x >= right) || (a.y <= y && b.y <= y) || (a.y >= bottom && b.y >= bottom);
    if (!isBeside && (a.x === b.x || a.y === b.y || crosses(box, a, b))) return true;
    a = b;
  }
  return false;
}

/**
 * Return *points* without those at which nothing turns.
 * @param {readonly Point[]} points
 * @returns {Point[]}
 */
function simplify(points) {
  let last = points[0];
  const kept = [last];
  for (let place = 1; place < points.length; place++) {
    const point = points[place];
    if (last.x === point.x && last.y === point.y) continue;
    if (kept.length > 1 && isOnWay(kept[kept.length - 2], last, point)) kept.pop();
    kept.push(point);
    last = point;
  }
  return kept.length > 1 ? kept : [points[0], points[points.length - 1]];
}

/**
 * Return whether one goes straight on at *middle*, on the way from *from* to *to*.
 * @param {Point} from
 * @param {Point} middle
 * @param {Point} to
 */
function isOnWay(from, middle, to) {
  if (from.x === middle.x && middle.x === to.x) return middle.y > from.y === to.y > middle.y;
  return from.y === middle.y && middle.y === to.y && middle.x > from.x === to.x > middle.x;
}
