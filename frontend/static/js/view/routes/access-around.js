/** How access edges bend past devices, notes and their names that would hide them. Pure. */

import { boxBetween, distance, distanceToSegment, inflate, middle, overlaps } from '../../util/geometry.js';
import { crosses } from '../../util/polyline.js';
import { accessCurve, accessEnd, curveBox, pointOn } from './access-curve.js';

/** @typedef {import('./access-curve.js').Curve} Curve */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {{ tile: Box, names: Box | null }} Obstacle What would be painted over a curve: a tile, and the names under it. */

/** How far the control point may be aside, to either side; a curve comes half as far. */
const BENDS = [40, -40, 75, -75, 120, -120, 175, -175, 240, -240];
/** How far from the straight way a curve that bends past something may lead. */
export const REACH = 120;
/** No curve bends farther than this share of its length. */
const STEEPEST = 0.8;
/** Longer curves, and those through a crowd, bend as usual: they cross something anyway, and to look would take long. */
const LONGEST = 1600;
const MOST_OBSTACLES = 40;
/** The pieces of a curve in which it looks what is on its way. */
const PIECES = 12;
/** What a tile and names in the way cost, in units aside. */
const TILE_COST = 1000;
const NAMES_COST = 100;

/**
 * Return the box in which curves from *users* to *target* stay, however they bend.
 * @param {Point} users
 * @param {Node | Zone} target
 * @returns {Box}
 */
export function boxOfBends(users, target) {
  return inflate(boxBetween(users, accessEnd(users, target)), REACH);
}

/**
 * Return whether a curve from *users* to *target* is short enough to look what hides it.
 * @param {Point} users
 * @param {Node | Zone} target
 */
export function mayBend(users, target) {
  return distance(users, accessEnd(users, target)) <= LONGEST;
}

/**
 * Return how far a curve from *users* to *target* bends so that as little as can be hides it, or null where that is as far as usual.
 * @param {Point} users
 * @param {Node | Zone} target
 * @param {readonly Obstacle[]} around
 * @returns {number | null}
 */
export function bendPast(users, target, around) {
  const end = accessEnd(users, target);
  const length = distance(users, end);
  const near = around.filter(({ tile }) => distanceToSegment(middle(tile), users, end) < REACH + Math.max(tile.width, tile.height));
  if (near.length === 0 || near.length > MOST_OBSTACLES) return null;
  let least = costOf(accessCurve(users, target), near);
  if (least === 0) return null;
  let best = null;
  for (const bend of BENDS) {
    const aside = Math.abs(bend);
    if (aside > length * STEEPEST || aside >= least) continue;
    const cost = aside + costOf(accessCurve(users, target, bend), near);
    if (cost >= least) continue;
    least = cost;
    best = bend;
  }
  return best;
}

/**
 * Return *bend*, or as much of it as suits a curve from *users* to *target*, one of which is being dragged nearer.
 * @param {Point} users
 * @param {Node | Zone} target
 * @param {number} bend
 */
export function limitBend(users, target, bend) {
  return Math.sign(bend) * Math.min(Math.abs(bend), distance(users, accessEnd(users, target)) * STEEPEST);
}

/**
 * @param {Curve} curve
 * @param {readonly Obstacle[]} near
 */
function costOf(curve, near) {
  const points = Array.from({ length: PIECES + 1 }, (_, piece) => pointOn(curve, piece / PIECES));
  const box = curveBox(curve);
  let cost = 0;
  for (const { tile, names } of near) {
    if (isHit(tile, points, box)) cost += TILE_COST;
    else if (names && isHit(names, points, box)) cost += NAMES_COST;
  }
  return cost;
}

/**
 * @param {Box} obstacle
 * @param {readonly Point[]} points
 * @param {Box} around That around the points.
 */
function isHit(obstacle, points, around) {
  return overlaps(obstacle, around) && points.some((point, place) => place > 0 && crosses(obstacle, points[place - 1], point));
}
