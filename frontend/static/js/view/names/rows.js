/**
 * Fits names and addresses under tiles beside those of neighbours: where two would meet, the longer one is shortened, and
 * what still has no room is left out. Each row depends on what its neighbours would like to say alone, not on an order.
 */

import { TILE } from '../../model/diagram.js';
import { cut, cutMiddle } from '../text.js';
import { LINE, LONGEST_LABEL, rowFont } from './texts.js';

/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').Row} Row */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** @typedef {Row & { shown: string, width: number }} Wish A row as it would be with nothing beside it. */
/** @typedef {{ id: string, x: number, y: number, rows: readonly Wish[] }} Neighbour */

const MARGIN = 6;
const GAP = 2;
/** No text of fewer characters is worth to be shown. */
const FEWEST = 3;
const NARROWEST = 24;

/**
 * Return *rows* as they would be with nothing beside them.
 * @param {readonly Row[]} rows
 * @param {Families} families
 * @param {Ruler} ruler
 * @returns {Wish[]}
 */
export function wishFor(rows, families, ruler) {
  return rows.map((row) => {
    const shown = shortenerOf(row)(row.text, LONGEST_LABEL);
    return { ...row, shown, width: ruler.width(shown, rowFont(families, row.kind)) + MARGIN };
  });
}

/**
 * Return how wide each row of *own* may be, with the *neighbours* and the fixed *boxes* around; 0 where it may not be at all.
 * @param {Neighbour} own
 * @param {readonly Neighbour[]} neighbours
 * @param {readonly Box[]} boxes
 * @returns {number[]}
 */
export function roomFor(own, neighbours, boxes) {
  return own.rows.map((row) => {
    let room = row.width;
    for (const box of boxes) room = Math.min(room, roomBeside(own, row, box));
    for (const other of neighbours) room = Math.min(room, roomWith(own, row, other));
    return room < Math.min(NARROWEST, row.width) ? 0 : room;
  });
}

/**
 * Return the caption of *row* under *node*, in a *room* that is as wide; null where nothing fits.
 * @param {Node} node
 * @param {Wish} row
 * @param {number} room
 * @param {Families} families
 * @param {Ruler} ruler
 * @returns {Caption | null}
 */
export function captionOf(node, row, room, families, ruler) {
  const font = rowFont(families, row.kind);
  const shorten = shortenerOf(row);
  let text = row.shown;
  let width = row.width;
  let most = Math.min(text.length, Math.ceil((text.length * room) / width) + 1);
  while (width > room && most >= FEWEST) {
    text = shorten(row.text, most--);
    width = ruler.width(text, font) + MARGIN;
  }
  if (width > room) return null;
  return { text, whole: row.text, x: node.x, y: node.y + row.below, width, height: LINE, zone: node.zone };
}

/**
 * Return how a text of the kind of *row* is shortened: of an address, the end tells as much as the beginning.
 * @param {Row} row
 */
function shortenerOf({ kind }) {
  return kind === 'address' ? cutMiddle : cut;
}

/**
 * @param {Neighbour} own
 * @param {Wish} row
 * @param {Box} box
 */
function roomBeside(own, row, box) {
  const y = own.y + row.below;
  if (y + LINE / 2 <= box.y || y - LINE / 2 >= box.y + box.height) return Infinity;
  const away = Math.max(box.x - own.x, own.x - box.x - box.width);
  return away <= 0 ? 0 : 2 * (away - GAP);
}

/**
 * @param {Neighbour} own
 * @param {Wish} row
 * @param {Neighbour} other
 */
function roomWith(own, row, other) {
  const apart = Math.abs(own.x - other.x);
  let room = Infinity;
  for (const their of other.rows) {
    if (Math.abs(own.y + row.below - other.y - their.below) >= LINE) continue;
    room = Math.min(room, shareOf(row.width, their.width, 2 * (apart - GAP), own.id < other.id));
  }
  return room;
}

/**
 * Return how much of *all* that two texts have together the one that is as wide as *own* gets.
 * @param {number} own
 * @param {number} their
 * @param {number} all
 * @param {boolean} isFirst Which of them stays where there is not room for both.
 */
function shareOf(own, their, all, isFirst) {
  if (own + their <= all) return Infinity;
  if (all < 2 * NARROWEST) return isFirst ? Infinity : 0;
  if (their <= all / 2) return all - their;
  return own <= all / 2 ? Infinity : all / 2;
}

/**
 * Return the box of the tile at *place*, with what sticks out of it.
 * @param {{ x: number, y: number }} place
 * @returns {Box}
 */
export function tileRoom({ x, y }) {
  const half = TILE / 2 + 1;
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}
