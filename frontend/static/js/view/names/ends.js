/** The names of interfaces at one node: whose they are, in which order they choose their places, and where they may stand. */

import { TILE } from '../../model/diagram.js';
import { clamp } from '../../util/geometry.js';
import { lengthOf, pointAlong } from '../../util/polyline.js';
import { clearOf, clearOfTile } from '../shapes.js';
import { cutInterface } from '../text.js';
import { HEIGHT, stopsFrom } from './free-places.js';

/** @typedef {import('./row-plan.js').Rows} Rows */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

/** @typedef {{ width: number, height: number }} Size */
/** @typedef {import('./free-places.js').Room} Room */
/** @typedef {'source' | 'target'} Side */
/** @typedef {{ id: string, side: Side, text: string, path: Polyline }} End A name of an interface, and the cable from there on. */

const GAP = 4;
/** How far names stay off a border. */
const HAIR = 0.5;
const LEAST_SHARE = 0.4;
/** Names are so much wider than high that a gap below another is worth as many times one beside it. */
const HEIGHT_COUNTS = 3;
const STEP = 7;
/** From how many characters on a name has the room of its abbreviation only, where it shares it. */
const ABBREVIATED = 14;
/** How far along a cable the middle of an interface's name may be. */
export const FARTHEST = 100;
/** As far as names may spread along cables at least where it takes long to come clear of what is written below a tile. */
const SPREAD = 42;
/** @type {readonly Side[]} */
export const SIDES = ['source', 'target'];

/**
 * Return the names at the ends of *links* by the nodes that they are at, in the order in which they choose their places: the
 * longest comes last, and is the one that is shortened.
 * @param {readonly Link[]} links
 * @param {(link: Link) => Polyline} pathOf
 * @param {string} [only] The node whose names are asked for, if not all are.
 * @returns {Map<string, End[]>}
 */
export function endsByNode(links, pathOf, only) {
  /** @type {Map<string, End[]>} */
  const ends = new Map();
  for (const link of links) {
    for (const side of SIDES) {
      const { node, interface: text } = link[side];
      if (text === '' || (only !== undefined && node !== only)) continue;
      const path = pathOf(link);
      const end = { id: link.id, side, text, path: side === 'source' ? path : [...path].reverse() };
      const list = ends.get(node);
      if (list) list.push(end);
      else ends.set(node, [end]);
    }
  }
  for (const list of ends.values()) list.sort((a, b) => a.text.length - b.text.length || (a.id < b.id ? -1 : 1));
  return ends;
}

/**
 * Return how long the longest name at the node *id* is at most where room is shared, for each node to which one of *links* leads that has one.
 * @param {readonly Link[]} links
 * @param {string} id
 * @returns {Map<string, number>}
 */
export function longestTowards(links, id) {
  const longest = new Map();
  for (const link of links) {
    for (const side of SIDES) {
      if (link[side].node !== id || link[side].interface === '') continue;
      const other = link[side === 'source' ? 'target' : 'source'].node;
      longest.set(other, Math.max(longest.get(other) ?? 0, cutInterface(link[side].interface, ABBREVIATED).length));
    }
  }
  return longest;
}

/**
 * Return how far along *path* a name that is *width* wide may stand: clear of the tile at its start and of what is written below.
 * @param {Polyline} path
 * @param {number} width
 * @param {Size} size That of what is written below.
 * @returns {number[]}
 */
export function stopsOut(path, width, size) {
  const first = clearanceOf(path, width, size);
  const last = lastStop(path, first);
  const beyond = stopsFrom(first, last, STEP);
  // A cable that leaves at a side has some room before it comes to what is written below.
  const { dx, dy } = pointAlong(path, 0);
  const before = clearOfTile(dx, dy, { width, height: HEIGHT }) + GAP;
  const below = dy > 0 ? (TILE - HEIGHT) / 2 / dy : 0;
  return before < below && below < first ? [...stopsFrom(before, Math.min(below, last), STEP), ...beyond] : beyond;
}

/**
 * Return the first of the `stopsOut`, or undefined where there is none.
 * @param {Polyline} path
 * @param {number} width
 * @param {Size} size
 * @returns {number | undefined}
 */
export function firstStop(path, width, size) {
  const first = clearanceOf(path, width, size);
  return first <= lastStop(path, first) ? first : undefined;
}

/**
 * @param {Polyline} path
 * @param {number} width
 * @param {Size} size
 */
function clearanceOf(path, width, size) {
  const { dx, dy } = pointAlong(path, 0);
  return clearOf(dx, dy, { width, height: HEIGHT }, size) + GAP;
}

/**
 * @param {Polyline} path
 * @param {number} first
 */
function lastStop(path, first) {
  return Math.min(Math.max(FARTHEST, first + SPREAD), lengthOf(path) - TILE / 2);
}

/**
 * Take from *room*, which belongs to *own*, what belongs to *other*: beyond an upright or level border in the middle of the wider
 * gap between them, whose rows are as large as *sizes*. Where a cable joins them side by side, the one with the longer
 * name has more of it than its share: what is short finds a place beside the cable.
 * @param {Room} room
 * @param {Point & { id: string }} own
 * @param {Point & { id: string }} other
 * @param {readonly [Size, Size]} sizes
 * @param {number} longest Of the names at *own* of cables between them, 0 without.
 * @param {number} theirs
 */
export function narrow(room, own, other, [size, theirSize], longest, theirs) {
  const isBelow = other.y > own.y || (other.y === own.y && (other.x > own.x || (other.x === own.x && other.id > own.id)));
  const down = Math.abs(other.y - own.y) - TILE - (isBelow ? size : theirSize).height;
  const across = Math.abs(other.x - own.x) - TILE;
  if (down * HEIGHT_COUNTS > across) {
    if (isBelow) room.bottom = Math.min(room.bottom, own.y + TILE / 2 + size.height + down / 2 - HAIR);
    else room.top = Math.max(room.top, own.y - TILE / 2 - down / 2 + HAIR);
    return;
  }
  const share = longest + theirs === 0 ? 0.5 : clamp(longest ** 2 / (longest ** 2 + theirs ** 2), LEAST_SHARE, 1 - LEAST_SHARE);
  const most = TILE / 2 + across * share - HAIR;
  if (other.x > own.x || (other.x === own.x && isBelow)) room.right = Math.min(room.right, own.x + most);
  else room.left = Math.max(room.left, own.x - most);
}

/**
 * Return how large *rows* are together, from the tile downwards.
 * @param {Rows} rows
 * @returns {Size}
 */
export function sizeOf(rows) {
  const captions = Object.values(rows);
  const bottom = Math.max(0, ...captions.map((caption) => caption.height));
  const lines = rows.address || rows.reach ? 2 : captions.length;
  return { width: Math.max(0, ...captions.map((caption) => caption.width)), height: lines === 0 ? 0 : 6 + bottom * lines };
}
