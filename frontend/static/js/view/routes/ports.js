/**
 * Where cables that do not run straight leave a device: at which side, and in which order there. The order is that of what they
 * lead to, so that cables of one device do not cross each other at its side. Where many crowd above or below, as at a hub, those
 * that lead farthest aside leave at the left and right.
 */

import { TILE } from '../../model/diagram.js';
import { boxBetween } from '../../util/geometry.js';

/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** @typedef {{ dx: number, dy: number }} Way A direction of length 1, upright or level. */
/**
 * @typedef {Point & Way & { inner: Point, place: number, count: number, shade: number }} Port A point on the border of a tile, which way is out,
 *   the point inside from which it is reached, and which one of how many it is at its side. The *shade*, from 0 to 1, tells
 *   cables of one device from those of others.
 */
/** @typedef {(id: string) => Point | undefined} Locate Returns the middle of a node. */
/** @typedef {{ link: string, order: number, towards: Point, isBent: boolean }} End The end of a cable at one side of a device, and where along that it leads. */
/** @typedef {(box: import('../../util/geometry.js').Box) => boolean} IsClear Returns whether no other device is in a box. */

const HALF = TILE / 2;
const SPACING = 12;
const WIDTH = 40;
/** How much farther apart down than across two devices must be to be joined from below to above, with names under tiles. */
const NAMES = 24;
const SHADES = 4;
/** With more above or below a device they crowd; some leave at its sides then, if what they lead to is so far aside. */
const CROWD = 8;
const ENOUGH = 6;
const ASIDE = 84;
/** How far a cable that is alone at its side may leave beside the middle, to run straight. */
const ALONE = 14;
/** Beyond what leaves at a side by its place comes what was crowded out, the nearer the farther from the middle. */
const LEVEL = TILE + NAMES;
const NEAR = 1e6;
/** @type {readonly Way[]} The sides of a device: left, right, above, below. */
const WAYS = [{ dx: -1, dy: 0 }, { dx: 1, dy: 0 }, { dx: 0, dy: -1 }, { dx: 0, dy: 1 }];

/**
 * Return the ports of the ends of *links* at the node *id*, by the ids of the links.
 * @param {string} id
 * @param {readonly Link[]} links All that run there in angles or curves, and no loops.
 * @param {Locate} locate
 * @param {IsClear} isClear
 * @returns {Map<string, Port>}
 */
export function portsOf(id, links, locate, isClear) {
  /** @type {Map<string, Port>} */
  const ports = new Map();
  const own = locate(id);
  if (!own) return ports;
  /** @type {End[][]} */
  const sides = [[], [], [], []];
  for (const link of links) {
    const isSource = link.source.node === id;
    const other = locate(isSource ? link.target.node : link.source.node);
    if (!other) continue;
    const bends = link.bends ?? [];
    const towards = (isSource ? bends[0] : bends[bends.length - 1]) ?? other;
    const side = sideTowards(own, towards);
    sides[side].push({ link: link.id, order: side < 2 ? towards.y - own.y : towards.x, towards, isBent: bends.length > 0 });
  }
  for (const side of [2, 3]) if (sides[side].length > CROWD) thinOut(sides, side, own, isClear);
  const shade = shadeOf(id);
  for (let side = 0; side < sides.length; side++) placeAlong(ports, own, WAYS[side], sides[side], shade);
  return ports;
}

/**
 * Return at which side, by its place in `WAYS`, a cable leaves *own* towards *other*.
 * @param {Point} own
 * @param {Point} other
 */
function sideTowards(own, other) {
  const dx = other.x - own.x;
  const dy = other.y - own.y;
  const isUpright = Math.abs(dy) > TILE + NAMES || Math.abs(dy) >= Math.abs(dx);
  if (isUpright) return dy < 0 ? 2 : 3;
  return dx < 0 ? 0 : 1;
}

/**
 * Let the flattest cables at the crowded upper or lower *side* of *own* leave at the left and right instead, until there are as many. In
 * their order there, those of what is farther away are nearer the middle: each turns before it meets the next.
 * @param {End[][]} sides
 * @param {number} side
 * @param {Point} own
 * @param {IsClear} isClear
 */
function thinOut(sides, side, own, isClear) {
  const flatness = (/** @type {End} */ { towards: { x, y } }) => Math.abs(x - own.x) / Math.abs(y - own.y);
  for (const end of [...sides[side]].sort((a, b) => flatness(b) - flatness(a) || (a.link < b.link ? -1 : 1))) {
    const { x } = end.towards;
    const aside = sides[x < own.x ? 0 : 1];
    if (sides[side].length <= ENOUGH) return;
    if (end.isBent || Math.abs(x - own.x) < ASIDE || aside.length >= sides[side].length) continue;
    const start = own.x + Math.sign(x - own.x) * (HALF + 1);
    if (!isClear(boxBetween({ x: start, y: own.y - HALF }, { x, y: own.y + HALF }))) continue;
    sides[side].splice(sides[side].indexOf(end), 1);
    aside.push({ ...end, order: (side === 2 ? -1 : 1) * (LEVEL + NEAR / Math.abs(x - own.x)) });
  }
}

/**
 * Put into *ports* those of the *ends* that leave *own* in the direction *way*.
 * @param {Map<string, Port>} ports
 * @param {Point} own
 * @param {Way} way
 * @param {End[]} ends
 * @param {number} shade
 */
function placeAlong(ports, own, { dx, dy }, ends, shade) {
  const count = ends.length;
  if (count > 1) ends.sort((a, b) => a.order - b.order || (a.link < b.link ? -1 : 1));
  const gap = gapBetween(count);
  for (let place = 0; place < count; place++) {
    const aside = (place - (count - 1) / 2) * gap;
    const inner = dy === 0 ? { x: own.x, y: own.y + aside } : { x: own.x + aside, y: own.y };
    ports.set(ends[place].link, { x: inner.x + dx * HALF, y: inner.y + dy * HALF, dx, dy, inner, place, count, shade });
  }
}

/**
 * Return *a* and *b*, which face each other, moved along their sides until a straight cable joins them, if that takes little: no kink is
 * as ugly as one of a few units. What has more room beside it moves.
 * @param {Port} a
 * @param {Port} b
 * @returns {[Port, Port]}
 */
export function straightened(a, b) {
  if (a.dx + b.dx !== 0 || a.dy + b.dy !== 0) return [a, b];
  const axis = a.dx === 0 ? 'x' : 'y';
  const gap = b[axis] - a[axis];
  const [most, mostB] = [roomBeside(a), roomBeside(b)];
  if (gap === 0 || Math.abs(gap) > most + mostB) return [a, b];
  const share = most === mostB ? gap / 2 : Math.sign(gap) * (most > mostB ? Math.min(most, Math.abs(gap)) : Math.max(0, Math.abs(gap) - mostB));
  return [shifted(a, axis, a[axis] + share), shifted(b, axis, a[axis] + share)];
}

/**
 * Return how far *port* may move along its side.
 * @param {Port} port
 */
function roomBeside({ count }) {
  return count === 1 ? ALONE : gapBetween(count) / 3;
}

/**
 * @param {Port} port
 * @param {'x' | 'y'} axis
 * @param {number} to
 * @returns {Port}
 */
function shifted(port, axis, to) {
  return { ...port, [axis]: to, inner: { ...port.inner, [axis]: to } };
}

/** @param {number} count */
function gapBetween(count) {
  return Math.min(SPACING, WIDTH / Math.max(1, count - 1));
}

/** @param {string} id */
function shadeOf(id) {
  let sum = 0;
  for (let place = 0; place < id.length; place++) sum += id.charCodeAt(place);
  return ((sum % SHADES) + 0.5) / SHADES;
}
