/** The handles of items: to drag a cable or access edge from, and to resize a zone or a shape. */

import { TILE } from '../model/diagram.js';
import { boxOfShape, endsOf, hasEnds } from '../model/geometry/figures.js';
import { isAnnotation, isZone } from '../model/items.js';
import { distance } from '../util/geometry.js';

/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Shape} Shape */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

/** @typedef {'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w'} Corner */

/**
 * In pixels of the screen: how large handles are, those of zones by half their side, how far from the tile they stand, and how
 * near one must come to hit them. A finger needs more than a mouse.
 */
export const HANDLE_SIZES = Object.freeze({
  mouse: { radius: 6, knob: 4, gap: 11, reach: 11 },
  finger: { radius: 12, knob: 8, gap: 20, reach: 18 },
});

/** @typedef {keyof typeof HANDLE_SIZES} HandleSize */

/** @type {Readonly<Record<Corner, { x: -1 | 0 | 1, y: -1 | 0 | 1 }>>} */
const CORNERS = {
  nw: { x: -1, y: -1 },
  n: { x: 0, y: -1 },
  ne: { x: 1, y: -1 },
  e: { x: 1, y: 0 },
  se: { x: 1, y: 1 },
  s: { x: 0, y: 1 },
  sw: { x: -1, y: 1 },
  w: { x: -1, y: 0 },
};

/**
 * Return where the handles of *node* are from which a cable or access is drawn.
 * @param {Node} node
 * @param {number} zoom
 * @param {HandleSize} [size]
 * @returns {Point[]}
 */
export function connectHandles(node, zoom, size = 'mouse') {
  if (isAnnotation(node)) return [];
  const away = TILE / 2 + HANDLE_SIZES[size].gap / zoom;
  return [
    { x: node.x + away, y: node.y },
    { x: node.x - away, y: node.y },
    { x: node.x, y: node.y - away },
  ];
}

/**
 * Return whether *point* is on one of the handles of *node*.
 * @param {Node} node
 * @param {Point} point
 * @param {number} zoom
 * @param {HandleSize} [size]
 * @returns {boolean}
 */
export function isOnHandle(node, point, zoom, size = 'mouse') {
  return connectHandles(node, zoom, size).some((handle) => distance(handle, point) <= HANDLE_SIZES[size].reach / zoom);
}

/**
 * Return whether *item* shows handles that resize it.
 * @param {Node | Zone} item
 * @returns {item is Zone | Shape}
 */
export function isResizable(item) {
  return !item.locked && (isZone(item) || item.type === 'shape');
}

/**
 * Return where the handles are that resize *item*: around its box, at the corners of a picture, or at the ends of a line.
 * @param {Box | Shape} item
 * @returns {Map<Corner, Point>}
 */
export function resizeHandles(item) {
  if ('shape' in item && hasEnds(item)) {
    const [start, end] = endsOf(item);
    return new Map([['nw', start], ['se', end]]);
  }
  const box = 'shape' in item ? boxOfShape(item) : item;
  const corners = Object.entries(CORNERS).filter(([, { x, y }]) => !('shape' in item) || item.shape !== 'picture' || (x !== 0 && y !== 0));
  const places = corners.map(([corner, { x, y }]) => {
    const point = { x: box.x + (box.width * (x + 1)) / 2, y: box.y + (box.height * (y + 1)) / 2 };
    return /** @type {[Corner, Point]} */ ([corner, point]);
  });
  return new Map(places);
}

/**
 * Return the handle of *item* that *point* is on, the nearest of several, or null.
 * @param {Box | Shape} item
 * @param {Point} point
 * @param {number} zoom
 * @param {HandleSize} [size]
 * @returns {Corner | null}
 */
export function findCorner(item, point, zoom, size = 'mouse') {
  let nearest = HANDLE_SIZES[size].reach / zoom;
  let found = null;
  for (const [corner, place] of resizeHandles(item)) {
    const away = distance(place, point);
    if (away > nearest || (away === nearest && found)) continue;
    nearest = away;
    found = corner;
  }
  return found;
}

/**
 * Return to which sides the handle *corner* is dragged.
 * @param {Corner} corner
 */
export function sidesOf(corner) {
  return CORNERS[corner];
}

/**
 * Return *box* with its *corner* dragged to *point*; the opposite side stays, and no side gets shorter than *least*.
 * @param {Box} box
 * @param {Corner} corner
 * @param {Point} point
 * @param {number} least
 * @returns {Box}
 */
export function resizeTo(box, corner, point, least) {
  const { x, y } = CORNERS[corner];
  const [left, width] = stretch(box.x, box.width, x, point.x, least);
  const [top, height] = stretch(box.y, box.height, y, point.y, least);
  return { x: left, y: top, width, height };
}

/**
 * @param {number} start
 * @param {number} length
 * @param {-1 | 0 | 1} side
 * @param {number} to
 * @param {number} least
 * @returns {[number, number]}
 */
function stretch(start, length, side, to, least) {
  if (side === 0) return [start, length];
  if (side === 1) return [start, Math.max(least, to - start)];
  const end = start + length;
  const from = Math.min(to, end - least);
  return [from, end - from];
}

/** @type {Readonly<Record<Corner, string>>} The pointer over each handle. */
export const CORNER_CURSORS = {
  nw: 'nwse-resize',
  n: 'ns-resize',
  ne: 'nesw-resize',
  e: 'ew-resize',
  se: 'nwse-resize',
  s: 'ns-resize',
  sw: 'nesw-resize',
  w: 'ew-resize',
};
