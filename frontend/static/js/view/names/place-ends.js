/**
 * Places the names of the interfaces at one node. Where one of them is cut, it is tried whether all are whole if that one
 * chooses first; where one is abbreviated, all others there are, so that one way of writing is read at each device.
 */

import { abbreviateInterface } from '../text.js';
import { stopsOut } from './ends.js';
import { findNamePlace } from './free-places.js';
import { boxOfCaption } from './texts.js';

/** @typedef {import('./ends.js').End} End */
/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('../../util/geometry.js').Box} Box */

/**
 * @typedef {object} Place What is at the node.
 * @property {import('./free-places.js').Territory} territory
 * @property {readonly Box[]} kept Names that are there already.
 * @property {import('./ends.js').Size} size That of what is written below its tile.
 * @property {string | null} zone
 * @property {import('../text.js').Font} font
 * @property {import('./texts.js').Ruler} ruler
 */

/** With more names at a node, whichever is cut stays so. */
const MOST_TRIED_AGAIN = 24;

/**
 * Return where *ends* stand at *place*, by cable and side.
 * @param {readonly End[]} ends
 * @param {Place} place
 * @returns {Map<string, Caption>}
 */
export function placeEnds(ends, place) {
  return choosePlaces(ends, place, false) ?? choosePlaces(ends, place, true) ?? new Map();
}

/**
 * @param {readonly End[]} ends
 * @param {Place} place
 * @param {boolean} isShort Whether all are abbreviated.
 * @returns {Map<string, Caption> | null} null where they are not, and one must be.
 */
function choosePlaces(ends, place, isShort) {
  const placed = inTurn(ends, place, isShort);
  const cut = placed ? ends.filter((end) => isCut(placed, end)) : [];
  if (!placed || cut.length === 0 || ends.length > MOST_TRIED_AGAIN) return placed;
  const others = ends.filter((end) => !cut.includes(end));
  const again = inTurn([...cut, ...others], place, isShort);
  return again && ends.filter((end) => isCut(again, end)).length < cut.length ? again : placed;
}

/**
 * @param {readonly End[]} ends The first of them chooses first.
 * @param {Place} place
 * @param {boolean} isShort
 * @returns {Map<string, Caption> | null}
 */
function inTurn(ends, { territory, kept, size, zone, font, ruler }, isShort) {
  const taken = [...kept];
  const placed = new Map();
  for (const { id, side, text: whole, path } of ends) {
    const stops = (/** @type {number} */ width) => stopsOut(path, width, size);
    const short = abbreviateInterface(whole);
    const found = findNamePlace({ id, text: isShort ? short : whole, path, stops }, territory, taken, font, ruler);
    if (!isShort && short !== whole && found?.text !== whole) return null;
    if (!found) continue;
    taken.push(boxOfCaption(found));
    placed.set(keyOf({ id, side }), { ...found, whole, zone });
  }
  return placed;
}

/** @param {Pick<End, 'id' | 'side'>} end */
function keyOf({ id, side }) {
  return `${id} ${side}`;
}

/**
 * Return whether *end* is not there, or not legible in whole.
 * @param {Map<string, Caption>} placed
 * @param {End} end
 */
function isCut(placed, end) {
  const text = placed.get(keyOf(end))?.text;
  return text === undefined || (text !== end.text && text !== abbreviateInterface(end.text));
}
