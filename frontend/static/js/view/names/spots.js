/**
 * Finds places for names at cables: on the cable, beside it, or further along, free of everything that may not be covered.
 *
 * Each place for names has a territory: what is nearer to it than to its rivals. As no name leaves its own, names at
 * different places never meet, and each place is worked out for itself, in any order, from what is near it alone.
 */

import { inflate, middle, overlaps, unite } from '../../util/geometry.js';
import { crosses, lengthOf, pointAlong } from '../../util/polyline.js';
import { cutMiddle } from '../text.js';

/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

/**
 * @typedef {object} Border A straight border: a box around a middle at (*x*, *y*) lies within it where
 *   dx · x + dy · y plus what the box reaches to that side is at most *most*.
 * @property {number} dx
 * @property {number} dy
 * @property {number} most
 */

/** @typedef {{ id: string, path: Polyline }} Obstacle A cable that is better not covered. */

/**
 * @typedef {object} Territory
 * @property {readonly Border[]} borders
 * @property {readonly Box[]} boxes What may not be covered.
 * @property {readonly Obstacle[]} cables
 */

/**
 * @typedef {object} Wanted A name that looks for a place.
 * @property {string} id Of its cable.
 * @property {string} text
 * @property {Polyline} path From where it looks onwards.
 * @property {(width: number) => readonly number[]} stops How far along the path it may stand, being as wide, the best first.
 */

/** @typedef {{ text: string, x: number, y: number, width: number, height: number }} Spot A name around its middle. */

export const HEIGHT = 12;
const MARGIN = 4;
const ASIDE = 3;
/** How far names stay off a border. */
const HAIR = 0.5;
const WIDTH_BY_HEIGHT = 3.5;
const LENGTHS = [14, 11, 8, 6, 4, 3];
/** On the cable, beside it, and as far again beside it. */
const SIDES = [0, -1, 1, -2, 2];
/** What it costs to stand beside the cable, and to cover another one, in stops. */
const BESIDE_COST = 3;
const COVER_COST = 4;

/**
 * Return where *wanted* stands in *territory* with the names *taken*, shortened where it must be; null where it has no room.
 * @param {Wanted} wanted
 * @param {Territory} territory
 * @param {readonly Box[]} taken
 * @param {Font} font
 * @param {Ruler} ruler
 * @returns {Spot | null}
 */
export function findSpot(wanted, territory, taken, font, ruler) {
  let last = '';
  let local = null;
  for (const most of LENGTHS) {
    const text = cutMiddle(wanted.text, most);
    if (text === last) continue;
    last = text;
    const width = ruler.width(text, font) + MARGIN;
    local ??= territoryNear(wanted, width, territory, taken);
    const spot = bestSpot(wanted, width, local);
    if (spot) return { ...spot, text };
  }
  return null;
}

/**
 * Return that part of *territory* with the names *taken* that matters to *wanted*, which is at most *width* wide.
 * @param {Wanted} wanted
 * @param {number} width
 * @param {Territory} territory
 * @param {readonly Box[]} taken
 * @returns {Territory}
 */
function territoryNear(wanted, width, { borders, boxes, cables }, taken) {
  const points = wanted.stops(0).map((stop) => pointAlong(wanted.path, stop));
  const box = unite(points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  if (!box) return { borders, boxes: [...boxes, ...taken], cables };
  const area = inflate(box, 1.5 * (width + HEIGHT) + 2 * ASIDE);
  const { x, y } = middle(area);
  return {
    borders: borders.filter((border) => !isWithin(border, x, y, area.width / 2, area.height / 2)),
    boxes: [...boxes, ...taken].filter((each) => overlaps(each, area)),
    cables: cables.filter(({ id }) => id !== wanted.id),
  };
}

/**
 * @param {Wanted} wanted
 * @param {number} width
 * @param {Territory} territory
 * @returns {{ x: number, y: number, width: number, height: number } | null}
 */
function bestSpot({ path, stops }, width, territory) {
  const places = stops(width);
  let best = null;
  let least = Infinity;
  for (let stop = 0; stop < places.length && stop < least; stop++) {
    const { x, y, dx, dy } = pointAlong(path, places[stop]);
    const away = (Math.abs(dy) * width + Math.abs(dx) * HEIGHT) / 2 + ASIDE;
    for (const side of SIDES) {
      const spot = { x: x - dy * away * side, y: y + dx * away * side, width, height: HEIGHT };
      let cost = stop + Math.abs(side) * BESIDE_COST;
      if (cost >= least || !isFree(spot, territory)) continue;
      cost += COVER_COST * countCovered(spot, territory.cables);
      if (cost >= least) continue;
      least = cost;
      best = spot;
    }
  }
  return best;
}

/**
 * @param {{ x: number, y: number, width: number, height: number }} spot
 * @param {Territory} territory
 */
function isFree({ x, y, width, height }, { borders, boxes }) {
  const [halfWidth, halfHeight] = [width / 2, height / 2];
  for (const border of borders) if (!isWithin(border, x, y, halfWidth, halfHeight)) return false;
  for (const box of boxes) {
    if (x - halfWidth < box.x + box.width && box.x < x + halfWidth && y - halfHeight < box.y + box.height && box.y < y + halfHeight) return false;
  }
  return true;
}

/**
 * @param {Border} border
 * @param {number} x
 * @param {number} y
 * @param {number} halfWidth
 * @param {number} halfHeight
 */
function isWithin({ dx, dy, most }, x, y, halfWidth, halfHeight) {
  return x * dx + y * dy + halfWidth * Math.abs(dx) + halfHeight * Math.abs(dy) <= most - HAIR;
}

/**
 * @param {{ x: number, y: number, width: number, height: number }} spot
 * @param {readonly Obstacle[]} cables
 */
function countCovered({ x, y, width, height }, cables) {
  const box = { x: x - width / 2, y: y - height / 2, width, height };
  return cables.filter(({ path }) => path.some((point, place) => place > 0 && crosses(box, path[place - 1], point))).length;
}

/**
 * Return the border half-way between the names that stand around *own* and around *other*, upright or level.
 * @param {Point} own
 * @param {Point} other
 * @returns {Border}
 */
export function borderHalfWay(own, other) {
  const [x, y] = [other.x - own.x, other.y - own.y];
  if (Math.abs(y) * WIDTH_BY_HEIGHT > Math.abs(x)) {
    const dy = y > 0 ? 1 : -1;
    return { dx: 0, dy, most: dy * (own.y + y / 2) };
  }
  const dx = x > 0 ? 1 : -1;
  return { dx, dy: 0, most: dx * (own.x + x / 2) };
}

/**
 * Return the borders of what lies in *area*.
 * @param {Box} area
 * @returns {Border[]}
 */
export function bordersOf({ x, y, width, height }) {
  return [{ dx: -1, dy: 0, most: -x }, { dx: 1, dy: 0, most: x + width }, { dx: 0, dy: -1, most: -y }, { dx: 0, dy: 1, most: y + height }];
}

/**
 * Return stops along a path that is *length* long, every *step*, from *first* on as far as *last*.
 * @param {number} first
 * @param {number} last
 * @param {number} step
 * @returns {number[]}
 */
export function stopsFrom(first, last, step) {
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, place) => first + place * step);
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
