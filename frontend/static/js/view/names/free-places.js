/**
 * Finds places for names at cables: on the cable, beside it, or further along, free of everything that may not be covered.
 *
 * Each place for names has a territory: what is nearer to it than to its rivals. As no name leaves its own, names at
 * different places never meet, and each place is worked out for itself, in any order, from what is near it alone.
 */

import { encloses, overlaps } from '../../util/geometry.js';
import { crosses, lengthOf, pointAlong } from '../../util/polyline.js';
import { cutInterface } from '../text.js';

/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Room */
/** @typedef {{ id: string, path: Polyline }} Obstacle A cable that is better not covered. */

/**
 * @typedef {object} Territory
 * @property {Room} room What is nearer to the place than to its rivals.
 * @property {readonly Box[]} boxes What may not be covered.
 * @property {readonly Obstacle[]} cables
 * @property {readonly Box[]} zones Whose borders are better not interrupted.
 */

/**
 * @typedef {object} Wanted A name that looks for a place.
 * @property {string} id Of its cable.
 * @property {string} text
 * @property {Polyline} path From where it looks onwards.
 * @property {(width: number) => readonly number[]} stops How far along the path it may stand, being as wide, the best first.
 * @property {readonly number[]} [lengths] How many of its characters are tried.
 */

/** @typedef {{ text: string, x: number, y: number, width: number, height: number }} NamePlace A name around its middle. */

export const HEIGHT = 12;
const MARGIN = 4;
/** How much less margin has a name that finds no place otherwise. */
const SLACK = 3;
const ASIDE = 3;
const WIDTH_BY_HEIGHT = 3.5;
/** How many characters are tried: of an interface's name, and of a cable's own. */
const LENGTHS = [20, 14, 11, 8, 6, 4, 3];
export const OWN_LENGTHS = [32, ...LENGTHS];
/** On the cable, beside it, and as far again beside it. */
const SIDES = [0, -1, 1, -2, 2];
/**
 * What it costs to stand beside the cable, and what to cover another one, in stops: more where the name is not on its own. A
 * border of a zone costs a few, too. A place that costs the *most* is still too dear.
 */
const BESIDE_COST = 5;
const ANYWHERE = { most: Infinity, coverCost: 4, coverCostBeside: 12, borderCost: 6 };
/** A name longer than this is whole only where it stands on its cable, covers no other, and is near its tile. */
const LONG = 14;
const FREE_AND_NEAR = { most: 4, coverCost: 4, coverCostBeside: 4, borderCost: 2 };
/** A name that looks between its stops is cut rather than put where it seems to belong to another cable. */
const NOT_PAST_OTHERS = { most: 999, coverCost: 4, coverCostBeside: 999, borderCost: 6 };
/** How far before the first stop a name looks at last. */
const BEFORE = [4, 11, 18, 25];

/**
 * Return where *wanted* stands in *territory* with the names *taken*, shortened where it must be; null where it has no room.
 * @param {Wanted} wanted
 * @param {Territory} territory
 * @param {readonly Box[]} taken
 * @param {Font} font
 * @param {Ruler} ruler
 * @returns {NamePlace | null}
 */
export function findNamePlace(wanted, territory, taken, font, ruler) {
  let last = '';
  for (const most of wanted.lengths ?? LENGTHS) {
    const text = cutInterface(wanted.text, most);
    if (text === last) continue;
    last = text;
    const width = ruler.width(text, font) + MARGIN;
    if (width > territory.room.right - territory.room.left) continue;
    const stops = wanted.stops(width);
    const place = bestNamePlace(wanted, width, stops, territory, taken, text.length > LONG ? FREE_AND_NEAR : ANYWHERE)
      ?? (text.length > LONG ? null : bestNamePlace(wanted, width - SLACK, stopsBetween(stops), territory, taken, most === LENGTHS.at(-1) ? ANYWHERE : NOT_PAST_OTHERS));
    if (place) return { ...place, text };
  }
  return null;
}

/**
 * Return *text* on *path*, at its first stop, whatever is there.
 * @param {string} text
 * @param {Polyline} path
 * @param {(width: number) => number | undefined} stop How far along the path, for a name that is as wide.
 * @param {Font} font
 * @param {Ruler} ruler
 * @returns {NamePlace}
 */
export function namePlaceAt(text, path, stop, font, ruler) {
  const shown = cutInterface(text, LENGTHS[0]);
  const width = ruler.width(shown, font) + MARGIN;
  const { x, y } = pointAlong(path, stop(width) ?? lengthOf(path) / 2);
  return { text: shown, x, y, width, height: HEIGHT };
}

/**
 * Return more stops, for a name that finds no place at *stops*: half-way between them, and before the first, where it is beside the cable.
 * @param {readonly number[]} stops
 */
function stopsBetween(stops) {
  return stops.flatMap((stop, place) => (place === 0 ? BEFORE.map((far) => stop - far) : (stop + stops[place - 1]) / 2));
}

/**
 * @param {Wanted} wanted
 * @param {number} width
 * @param {readonly number[]} places How far along the path.
 * @param {Territory} territory
 * @param {readonly Box[]} taken
 * @param {{ most: number, coverCost: number, coverCostBeside: number, borderCost: number }} costs As for `ANYWHERE`.
 * @returns {{ x: number, y: number, width: number, height: number } | null}
 */
function bestNamePlace({ id, path }, width, places, { room, boxes, cables, zones }, taken, { most, coverCost, coverCostBeside, borderCost }) {
  let best = null;
  let least = most;
  for (let stop = 0; stop < places.length && stop < least; stop++) {
    const { x, y, dx, dy } = pointAlong(path, places[stop]);
    const away = (Math.abs(dy) * width + Math.abs(dx) * HEIGHT) / 2 + ASIDE;
    for (const side of SIDES) {
      let cost = stop + Math.abs(side) * BESIDE_COST;
      if (cost >= least) break;
      const box = { x: x - dy * away * side - width / 2, y: y + dx * away * side - HEIGHT / 2, width, height: HEIGHT };
      if (!isIn(room, box) || isOnAny(boxes, box) || isOnAny(taken, box)) continue;
      cost += side === 0 ? coverCost * countCovered(box, cables, id) : coverCostBeside * countCovered(stretchTo(box, x, y), cables, id);
      if (cost >= least) continue;
      for (const zone of zones) if (overlaps(zone, box) && !encloses(zone, box)) cost += borderCost;
      if (cost >= least) continue;
      least = cost;
      best = box;
    }
  }
  return best && { x: best.x + width / 2, y: best.y + HEIGHT / 2, width, height: HEIGHT };
}

/**
 * @param {Room} room
 * @param {Box} box
 */
function isIn({ left, top, right, bottom }, { x, y, width, height }) {
  return x >= left && y >= top && x + width <= right && y + height <= bottom;
}

/**
 * @param {readonly Box[]} boxes
 * @param {Box} box
 */
function isOnAny(boxes, { x, y, width, height }) {
  for (const other of boxes) {
    if (x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height) return true;
  }
  return false;
}

/**
 * Return *box* as far as the point of its cable, so that what passes between the two counts as well.
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @returns {Box}
 */
function stretchTo(box, x, y) {
  const [left, top] = [Math.min(box.x, x), Math.min(box.y, y)];
  return { x: left, y: top, width: Math.max(box.x + box.width, x) - left, height: Math.max(box.y + box.height, y) - top };
}

/**
 * Return how many of *cables* but *own* pass through *box*.
 * @param {Box} box
 * @param {readonly Obstacle[]} cables
 * @param {string} own
 */
function countCovered(box, cables, own) {
  let covered = 0;
  for (const { id, path } of cables) {
    let isCovered = false;
    for (let place = 1; place < path.length && !isCovered; place++) isCovered = id !== own && crosses(box, path[place - 1], path[place]);
    if (isCovered) covered += 1;
  }
  return covered;
}

/**
 * Return the room within *reach* of *place*.
 * @param {Point} place
 * @param {number} reach
 * @returns {Room}
 */
export function roomAround({ x, y }, reach) {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/**
 * Return *room* as a box; one in which nothing fits is empty.
 * @param {Room} room
 * @returns {Box}
 */
export function boxOfRoom({ left, top, right, bottom }) {
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/**
 * Take from *room*, in which names stand around *own*, what belongs to those around *other*: beyond an upright or level border.
 * @param {Room} room
 * @param {Point} own
 * @param {Point} other
 * @param {boolean} isFirst Which of them has the left side where both are at the same place.
 */
export function halve(room, own, other, isFirst) {
  const [x, y] = [(own.x + other.x) / 2, (own.y + other.y) / 2];
  if (Math.abs(other.y - own.y) * WIDTH_BY_HEIGHT > Math.abs(other.x - own.x)) {
    if (other.y > own.y) room.bottom = Math.min(room.bottom, y);
    else room.top = Math.max(room.top, y);
  } else if (other.x > own.x || (other.x === own.x && isFirst)) room.right = Math.min(room.right, x);
  else room.left = Math.max(room.left, x);
}

/**
 * Return stops along a path that is *length* long, every *step*, from *first* on as far as *last*.
 * @param {number} first
 * @param {number} last
 * @param {number} step
 * @returns {number[]}
 */
export function stopsFrom(first, last, step) {
  const stops = [];
  const count = Math.floor((last - first) / step) + 1;
  for (let place = 0; place < count; place++) stops.push(first + place * step);
  return stops;
}

/**
 * Return stops around the *center* of *path*, the nearest first.
 * @param {Polyline} path
 * @param {number} center
 * @param {number} reach
 * @param {number} step
 * @returns {number[]}
 */
export function stopsAround(path, center, reach, step) {
  const length = lengthOf(path);
  const offsets = stopsFrom(step, reach, step).flatMap((offset) => [offset, -offset]);
  return [0, ...offsets].map((offset) => center + offset).filter((stop) => stop > 0 && stop < length);
}
