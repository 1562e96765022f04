/** Alignment guides: finds the edges and middles that a dragged box snaps to, gaps that become alike, and the lines to show. */

import { pullToEqualGaps } from './distances.js';

/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/shapes.js').Line} Line */
/** @typedef {{ pull: Point, guides: Line[] }} Alignment How far the box must go to line up, and the lines to show. */
/** @typedef {'x' | 'y'} Axis */

const BEYOND = 12;

/** Which marks of another box each mark of a box lines up with: a side also with the opposite one. */
const FITTING = [[0, 2], [1], [2, 0]];
/** The same as pairs: a mark of the box, and one of the other. */
const FITTING_PAIRS = FITTING.flatMap((others, own) => others.map((other) => [own, other]));

/**
 * Return how *box* lines up with *others*, by its middle or its sides, where that is at most *reach* away; else how its gaps to
 * them become alike.
 * @param {Box} box
 * @param {readonly Box[]} others
 * @param {number} reach
 * @returns {Alignment}
 */
export function alignTo(box, others, reach) {
  const pull = { x: findPull(box, others, 'x', reach), y: findPull(box, others, 'y', reach) };
  const placed = { ...box, x: box.x + (pull.x ?? 0), y: box.y + (pull.y ?? 0) };
  const guides = [
    ...(pull.x === null ? [] : guidesAlong(placed, others, 'x')),
    ...(pull.y === null ? [] : guidesAlong(placed, others, 'y')),
  ];
  const spread = (/** @type {Axis} */ axis) => pull[axis] ?? pullToEqualGaps(placed, others, axis, reach) ?? 0;
  return { pull: { x: spread('x'), y: spread('y') }, guides };
}

/**
 * @param {Box} box
 * @param {readonly Box[]} others
 * @param {Axis} axis
 * @param {number} reach
 */
function findPull(box, others, axis, reach) {
  const own = marksOf(box, axis);
  let nearest = null;
  for (const other of others) {
    const marks = marksOf(other, axis);
    for (const [mine, theirs] of FITTING_PAIRS) {
      const away = marks[theirs] - own[mine];
      if (Math.abs(away) <= reach && (nearest === null || Math.abs(away) < Math.abs(nearest))) nearest = away;
    }
  }
  return nearest;
}

/**
 * Return the lines along which *box* lines up with *others*, each as long as what it joins.
 * @param {Box} box
 * @param {readonly Box[]} others
 * @param {Axis} axis
 * @returns {Line[]}
 */
function guidesAlong(box, others, axis) {
  const across = axis === 'x' ? 'y' : 'x';
  return marksOf(box, axis).flatMap((mark, place) => {
    const joined = others.filter((other) => FITTING[place].some((each) => Math.abs(marksOf(other, axis)[each] - mark) < 0.01));
    if (joined.length === 0) return [];
    const ends = [box, ...joined].flatMap((each) => [each[across], each[across] + sizeOf(each, across)]);
    const [from, to] = [Math.min(...ends) - BEYOND, Math.max(...ends) + BEYOND];
    return axis === 'x' ? [{ x1: mark, y1: from, x2: mark, y2: to }] : [{ x1: from, y1: mark, x2: to, y2: mark }];
  });
}

/**
 * Return where the sides and the middle of *box* are along *axis*.
 * @param {Box} box
 * @param {Axis} axis
 */
function marksOf(box, axis) {
  const size = sizeOf(box, axis);
  return [box[axis], box[axis] + size / 2, box[axis] + size];
}

/**
 * @param {Box} box
 * @param {Axis} axis
 */
function sizeOf(box, axis) {
  return axis === 'x' ? box.width : box.height;
}
