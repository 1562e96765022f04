/**
 * Where cables that do not run straight leave a device: at which side, and in which order there. The order is that of what they
 * lead to, so that cables of one device do not cross each other at its side.
 */

import { TILE } from '../../model/diagram.js';

/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** @typedef {{ dx: number, dy: number }} Way A direction of length 1, upright or level. */
/**
 * @typedef {Point & Way & { inner: Point, place: number, count: number, shade: number }} Port A point on the border of a tile, which way is out,
 *   the point inside from which it is reached, and which one of how many it is at its side. The *shade*, from 0 to 1, tells
 *   cables of one device from those of others.
 */
/** @typedef {(id: string) => Point | undefined} Locate Returns the middle of a node. */
/** @typedef {{ link: string, order: number }} End The end of a cable at one side of a device, and where along that it leads. */

const HALF = TILE / 2;
const SPACING = 12;
const WIDTH = 40;
/** How much farther apart down than across two devices must be to be joined from below to above, with names under tiles. */
const NAMES = 24;
const SHADES = 4;
/** @type {readonly Way[]} The sides of a device: left, right, above, below. */
const WAYS = [{ dx: -1, dy: 0 }, { dx: 1, dy: 0 }, { dx: 0, dy: -1 }, { dx: 0, dy: 1 }];

/**
 * Return the ports of the ends of *links* at the node *id*, by the ids of the links.
 * @param {string} id
 * @param {readonly Link[]} links All that run there in angles or curves, and no loops.
 * @param {Locate} locate
 * @returns {Map<string, Port>}
 */
export function portsOf(id, links, locate) {
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
    sides[side].push({ link: link.id, order: side < 2 ? towards.y : towards.x });
  }
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
  const gap = Math.min(SPACING, WIDTH / Math.max(1, count - 1));
  for (let place = 0; place < count; place++) {
    const aside = (place - (count - 1) / 2) * gap;
    const inner = dy === 0 ? { x: own.x, y: own.y + aside } : { x: own.x + aside, y: own.y };
    ports.set(ends[place].link, { x: inner.x + dx * HALF, y: inner.y + dy * HALF, dx, dy, inner, place, count, shade });
  }
}

/** @param {string} id */
function shadeOf(id) {
  let sum = 0;
  for (let place = 0; place < id.length; place++) sum += id.charCodeAt(place);
  return ((sum % SHADES) + 0.5) / SHADES;
}
