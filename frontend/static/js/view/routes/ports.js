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

const HALF = TILE / 2;
const SPACING = 12;
const WIDTH = 40;
/** How much farther apart down than across two devices must be to be joined from below to above, with names under tiles. */
const NAMES = 24;
const SHADES = 4;

/**
 * Return the ports of the ends of *links* at the node *id*, by the link and the side of it that they are.
 * @param {string} id
 * @param {readonly Link[]} links All that run there in angles or curves.
 * @param {Locate} locate
 * @returns {Map<string, Port>}
 */
export function portsOf(id, links, locate) {
  const own = locate(id);
  /** @type {Map<string, { key: string, order: number, way: Way }[]>} */
  const sides = new Map();
  for (const link of own ? links : []) {
    const isSource = link.source.node === id;
    const other = locate(isSource ? link.target.node : link.source.node);
    if (!other) continue;
    const bends = link.bends ?? [];
    const towards = (isSource ? bends[0] : bends[bends.length - 1]) ?? other;
    const way = wayTowards(/** @type {Point} */ (own), towards);
    const end = { key: keyOf(link, id), order: way.dy === 0 ? towards.y : towards.x, way };
    const side = `${way.dx} ${way.dy}`;
    const ends = sides.get(side);
    if (ends) ends.push(end);
    else sides.set(side, [end]);
  }
  return new Map([...sides.values()].flatMap((ends) => placeAlong(/** @type {Point} */ (own), ends, shadeOf(id))));
}

/**
 * Return how the port of *link* at the node *id* is called.
 * @param {Link} link
 * @param {string} id
 */
export function keyOf(link, id) {
  return `${link.id} ${link.source.node === id ? 'source' : 'target'}`;
}

/**
 * Return at which side a cable leaves *own* towards *other*.
 * @param {Point} own
 * @param {Point} other
 * @returns {Way}
 */
function wayTowards(own, other) {
  const dx = other.x - own.x;
  const dy = other.y - own.y;
  const isUpright = Math.abs(dy) > TILE + NAMES || Math.abs(dy) >= Math.abs(dx);
  return isUpright ? { dx: 0, dy: dy < 0 ? -1 : 1 } : { dx: dx < 0 ? -1 : 1, dy: 0 };
}

/**
 * @param {Point} own
 * @param {{ key: string, order: number, way: Way }[]} ends Those at one side.
 * @param {number} shade
 * @returns {[string, Port][]}
 */
function placeAlong(own, ends, shade) {
  ends.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1));
  const gap = Math.min(SPACING, WIDTH / Math.max(1, ends.length - 1));
  return ends.map(({ key, way }, place) => {
    const aside = (place - (ends.length - 1) / 2) * gap;
    const inner = way.dy === 0 ? { x: own.x, y: own.y + aside } : { x: own.x + aside, y: own.y };
    const [x, y] = [inner.x + way.dx * HALF, inner.y + way.dy * HALF];
    return [key, { x, y, dx: way.dx, dy: way.dy, inner, place, count: ends.length, shade }];
  });
}

/** @param {string} id */
function shadeOf(id) {
  let sum = 0;
  for (let place = 0; place < id.length; place++) sum += id.charCodeAt(place);
  return ((sum % SHADES) + 0.5) / SHADES;
}
