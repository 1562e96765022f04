/** The geometry of tiles and cables, in canvas units. Pure. */

import { TILE } from '../model/diagram.js';
import { boxOfShape } from '../model/geometry/figures.js';
import { boxOfNote } from '../model/geometry/notes.js';
import { isAnnotation } from '../model/items.js';
import { inflate } from '../util/geometry.js';

/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../util/polyline.js').Polyline} Polyline */
/** @typedef {{ x1: number, y1: number, x2: number, y2: number }} Line */

const HALF = TILE / 2;
export const TILE_RADIUS = 10;
/** Room that the label under a tile takes to either side of its middle, a short one and the longest, and downwards. */
const LABEL_REACH = 84;
const LONGEST_REACH = 130;
const LABEL_DEPTH = 42;
const LABEL_CHARACTER = 6.6;

/** How far the line of a shape, and the head of an arrow, go out of its box. */
export const SHAPE_INK = 8;

const FAN_GAP = 13;
const FAN_WIDTH = 44;

/**
 * Return the box of the tile of *node*, or of the whole note or shape.
 * @param {Node} node
 * @returns {Box}
 */
export function tileBox(node) {
  if (node.type === 'shape') return boxOfShape(node);
  if (node.type !== 'note') return { x: node.x - HALF, y: node.y - HALF, width: TILE, height: TILE };
  return boxOfNote(node);
}

/**
 * Return about the box of the names under the tile of *node*, as wide as letters are on the whole; null where there are none.
 * @param {Node} node
 * @returns {Box | null}
 */
export function namesBox(node) {
  if (isAnnotation(node)) return null;
  const half = reachOf(node);
  return half === 0 ? null : { x: node.x - half, y: node.y + HALF, width: 2 * half, height: addressOf(node) === '' ? LABEL_DEPTH / 2 : LABEL_DEPTH };
}

/**
 * Return about how far the names under the tile of *node* go to either side of its middle.
 * @param {Node} node
 */
function reachOf(node) {
  const label = 'count' in node && node.count > 1 ? 2 * node.label.length + 1 : node.label.length;
  return Math.min(LONGEST_REACH, Math.max(label, addressOf(node).length) * LABEL_CHARACTER / 2);
}

/** @param {Node} node */
function addressOf(node) {
  return node.type === 'device' ? (node.connections[0]?.host ?? '') : '';
}

/**
 * Return the box around all that is drawn for *node*: tile, stack, badges and label.
 * @param {Node} node
 * @returns {Box}
 */
export function inkBox(node) {
  if (isAnnotation(node)) return inflate(tileBox(node), node.type === 'shape' ? SHAPE_INK : 0);
  const reach = Math.max(LABEL_REACH, reachOf(node));
  return { x: node.x - reach, y: node.y - HALF - 8, width: 2 * reach, height: TILE + LABEL_DEPTH + 8 };
}

/**
 * Return the line of a cable between *a* and *b*, the *place*-th of *count* parallel ones, from middle to middle.
 * Parallel cables lie side by side. The side does not depend on which end comes first, if *isTurned* says so.
 * @param {Point} a
 * @param {Point} b
 * @param {number} place
 * @param {number} count
 * @param {boolean} isTurned
 * @returns {Line}
 */
export function cableLine(a, b, place, count, isTurned) {
  const line = { x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (count < 2 || length === 0) return line;
  const aside = asideOf(place, count) * (isTurned ? -1 : 1);
  const dx = (-(b.y - a.y) / length) * aside;
  const dy = ((b.x - a.x) / length) * aside;
  return { x1: a.x + dx, y1: a.y + dy, x2: b.x + dx, y2: b.y + dy };
}

/**
 * Return how far from their middle the *place*-th of *count* parallel cables lies.
 * @param {number} place
 * @param {number} count
 */
export function asideOf(place, count) {
  return (place - (count - 1) / 2) * Math.min(FAN_GAP, FAN_WIDTH / (count - 1));
}

/**
 * Return how far from the middle of a tile a line in the direction (*dx*, *dy*), of length 1, leaves it.
 * @param {number} dx
 * @param {number} dy
 * @returns {number}
 */
export function exitOf(dx, dy) {
  return leave(dx, dy, HALF, -HALF, HALF);
}

/**
 * Return how far from the middle of a tile text of *size* in the direction (*dx*, *dy*) covers neither it nor its label.
 * @param {number} dx
 * @param {number} dy
 * @param {{ width: number, height: number }} size
 * @param {{ width: number, height: number }} label What is written below the tile.
 * @returns {number}
 */
export function clearOf(dx, dy, { width, height }, label) {
  return Math.max(clearOfTile(dx, dy, { width, height }), leave(dx, dy, (label.width + width) / 2, HALF - height / 2, HALF + label.height + height / 2));
}

/**
 * Return how far from the middle of a tile text of *size* in the direction (*dx*, *dy*) does not cover it.
 * @param {number} dx
 * @param {number} dy
 * @param {{ width: number, height: number }} size
 * @returns {number}
 */
export function clearOfTile(dx, dy, { width, height }) {
  return leave(dx, dy, HALF + width / 2, -HALF - height / 2, HALF + height / 2);
}

/**
 * Return how far from the origin a line leaves a box that goes *aside* to both sides and from *top* to *bottom*, 0 if it misses it.
 * @param {number} dx
 * @param {number} dy
 * @param {number} aside
 * @param {number} top
 * @param {number} bottom
 * @returns {number}
 */
function leave(dx, dy, aside, top, bottom) {
  const side = aside / Math.max(Math.abs(dx), 1e-9);
  const [one, other] = [top / (dy || 1e-9), bottom / (dy || 1e-9)];
  const last = Math.max(one, other);
  return Math.min(one, other) < side && last > 0 ? Math.min(side, last) : 0;
}

/**
 * Return *path* from border to border of the tiles at its ends, *gap* away from them.
 * @param {Polyline} path
 * @param {number} gap
 * @returns {Polyline}
 */
export function trimPath(path, gap) {
  const last = path.length - 1;
  const share = last === 1 ? 2 : 1;
  return [leaveTowards(path[0], path[1], gap, share), ...path.slice(1, last), leaveTowards(path[last], path[last - 1], gap, share)];
}

/**
 * Return where the way from the middle of a tile at *from* *to* elsewhere leaves it, *gap* away, but no farther than one *share* of it.
 * @param {Point} from
 * @param {Point} to
 * @param {number} gap
 * @param {number} share
 * @returns {Point}
 */
function leaveTowards(from, to, gap, share) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const dx = (to.x - from.x) / length;
  const dy = (to.y - from.y) / length;
  const exit = Math.min(exitOf(dx, dy) + gap, length / share);
  return { x: from.x + dx * exit, y: from.y + dy * exit };
}
