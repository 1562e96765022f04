/** The ways of loops: cables from a device to itself. Each leaves at one side of the tile and comes back there, beside its names. */

import { TILE } from '../../model/diagram.js';
import { overlaps } from '../../util/geometry.js';

/** @typedef {import('./ports.js').Port} Port */
/** @typedef {import('./parallels.js').Rank} Rank */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {{ dx: number, dy: number }} Side The way out of it, of length 1. */
/** @typedef {import('./ports.js').Locate} Locate */

const HALF = TILE / 2;
/** The sides in the order in which they are taken; below stand the names of the device. @type {readonly Side[]} */
const SIDES = [{ dx: 1, dy: 0 }, { dx: -1, dy: 0 }, { dx: 0, dy: -1 }];
/** How far apart the two ends of a loop are from its middle, and those of loops around each other. */
const APART = 9;
const STEP = 13;
const FARTHEST = 26;
/** How far out of the tile a loop leads without names, and how much further for each character of the longest. */
const LEAST = 30;
const CHARACTER = 7;
const MOST_CHARACTERS = 14;
/** What a cable at a side counts there, and a device in the way. */
const CABLE = 1;
const DEVICE = 4;

/**
 * Return whether *link* joins a node to itself.
 * @param {Link} link
 * @returns {boolean}
 */
export function isLoop({ source, target }) {
  return source.node === target.node;
}

/**
 * Return both ports of a loop at *own*: at its own side, the *place*-th of all loops there.
 * @param {Point} own
 * @param {Rank} rank
 * @param {readonly Side[]} sides The best first.
 * @returns {[Port, Port]}
 */
export function loopPorts(own, { place }, sides) {
  const side = sides[place % sides.length];
  const apart = Math.min(APART + STEP * Math.floor(place / sides.length), FARTHEST);
  return [portAt(own, side, -apart, 0), portAt(own, side, apart, 1)];
}

/**
 * @param {Point} own
 * @param {Side} side
 * @param {number} aside
 * @param {number} place
 * @returns {Port}
 */
function portAt(own, { dx, dy }, aside, place) {
  const inner = dx === 0 ? { x: own.x + aside, y: own.y } : { x: own.x, y: own.y + aside };
  return { x: inner.x + dx * HALF, y: inner.y + dy * HALF, dx, dy, inner, place, count: 2, shade: 0.5 };
}

/**
 * Return the way of a loop from one of its *ports* to the other: as far out as the names of all *loops* at its side are long.
 * @param {readonly Link[]} loops
 * @param {readonly [Port, Port]} ports
 * @param {Rank} rank
 * @returns {Point[]}
 */
export function loopWay(loops, [one, other], { place }) {
  const out = Math.max(...loops.map(reachOf)) + STEP * Math.floor(place / SIDES.length);
  const corners = [one, other].map(({ x, y, dx, dy }) => ({ x: x + dx * out, y: y + dy * out }));
  return [one.inner, ...corners, other.inner];
}

/**
 * Return whether two loops of a device are at the same side of it.
 * @param {Rank} one
 * @param {Rank} other
 */
export function isBeside(one, other) {
  return one.place % SIDES.length === other.place % SIDES.length;
}

/**
 * Return the side of *own* at which *point* lies.
 * @param {Point} own
 * @param {Point} point
 * @returns {Side}
 */
export function sideTowards(own, { x, y }) {
  const [dx, dy] = [x - own.x, y - own.y];
  return Math.abs(dx) > Math.abs(dy) ? { dx: Math.sign(dx), dy: 0 } : { dx: 0, dy: dy < 0 ? -1 : 1 };
}

/**
 * Return the sides of *own* in the order in which loops take them: those first where nothing is.
 * @param {Point} own
 * @param {readonly Point[]} towards Where the other cables of the device lead.
 * @param {readonly Box[]} boxes What is around.
 * @returns {Side[]}
 */
export function freeSides(own, towards, boxes) {
  const counted = SIDES.map((side) => ({ side, count: countAt(side, own, towards, boxes) }));
  return counted.sort((a, b) => a.count - b.count).map(({ side }) => side);
}

/**
 * @param {Side} side
 * @param {Point} own
 * @param {readonly Point[]} towards
 * @param {readonly Box[]} boxes
 */
function countAt({ dx, dy }, own, towards, boxes) {
  const isTowards = (/** @type {Point} */ { x, y }) => {
    const along = (x - own.x) * dx + (y - own.y) * dy;
    return along > 0 && along >= Math.abs((x - own.x) * dy) + Math.abs((y - own.y) * dx);
  };
  const [x, y] = [own.x + dx * TILE * 1.5, own.y + dy * TILE * 1.5];
  const place = { x: x - TILE, y: y - TILE / 2, width: 2 * TILE, height: TILE };
  return CABLE * towards.filter(isTowards).length + DEVICE * boxes.filter((box) => overlaps(box, place)).length;
}

/** @param {Link} link */
function reachOf({ source, target }) {
  const longest = Math.max(source.interface.length, target.interface.length);
  return LEAST + CHARACTER * Math.min(longest, MOST_CHARACTERS);
}
