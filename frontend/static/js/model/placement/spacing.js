/** The grid and the distances between tiles and in zones, and the free places that they leave. */

import { inflate, overlaps } from '../../util/geometry.js';

/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {{ width: number, height: number }} Size */

/** The step of the grid, in units: nodes snap to it, and every second step has a dot. */
export const GRID = 16;
/** The height of the strip at the top of a zone that bears its name. */
export const ZONE_TITLE = 28;
/** How far apart tiles are put, and how near they may come to each other: there are names under them. */
export const GAP = 56;
const LEAST_GAP = 40;
/** How far from the border of a zone a tile stays. */
export const INSET = 24;

const TOP = ZONE_TITLE + 4;

/**
 * Return the part of *zone* in which tiles are put: under its title, with room for names at the bottom.
 * @param {Box} zone
 * @returns {Box}
 */
export function interiorOf({ x, y, width, height }) {
  return { x: x + INSET, y: y + TOP, width: width - 2 * INSET, height: height - TOP - LEAST_GAP };
}

/**
 * Return *zone* made so large that *box* lies in its interior.
 * @param {Box} zone
 * @param {Box} box
 * @returns {Box}
 */
export function growAround({ x, y, width, height }, box) {
  const left = Math.min(x, box.x - INSET);
  const top = Math.min(y, box.y - TOP);
  const right = Math.max(x + width, box.x + box.width + INSET);
  const bottom = Math.max(y + height, box.y + box.height + LEAST_GAP);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Return whether *box* keeps a *distance* from all of *taken*.
 * @param {readonly Box[]} taken
 * @param {Box} box
 * @param {number} [distance]
 */
export function isFree(taken, box, distance = LEAST_GAP) {
  const room = inflate(box, distance);
  return taken.every((other) => !overlaps(other, room));
}

/**
 * Return places of *size* in *area*, as one writes.
 * @param {Box} area
 * @param {Size} size
 * @returns {Box[]}
 */
export function rowsOf(area, { width, height }) {
  const boxes = [];
  for (let y = area.y; y + height <= area.y + area.height; y += height + GAP) {
    for (let x = area.x; x + width <= area.x + area.width; x += width + GAP) boxes.push({ x, y, width, height });
  }
  return boxes;
}
