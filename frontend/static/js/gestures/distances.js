/** Distances while something is dragged: where gaps to both sides become alike, and how wide the gaps beside a box are. */

/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../view/hints.js').Distance} Distance */
/** @typedef {'x' | 'y'} Axis */
/** @typedef {{ before: Box | null, after: Box | null }} Neighbours */

const AXES = /** @type {const} */ (['x', 'y']);
const EXACT = 0.01;

/**
 * Return how far *box* must go along *axis* so that its gaps to what is beside it are alike, or that to one side is as wide as
 * the next gap on that side; null where that is more than *reach* away.
 * @param {Box} box
 * @param {readonly Box[]} others
 * @param {Axis} axis
 * @param {number} reach
 * @returns {number | null}
 */
export function pullToEqualGaps(box, others, axis, reach) {
  const { before, after } = neighboursOf(box, others, axis);
  const pulls = [];
  if (before && after) pulls.push((gap(box, after, axis) - gap(before, box, axis)) / 2);
  const further = before && neighboursOf(before, others, axis).before;
  if (before && further) pulls.push(gap(further, before, axis) - gap(before, box, axis));
  const beyond = after && neighboursOf(after, others, axis).after;
  if (after && beyond) pulls.push(gap(box, after, axis) - gap(after, beyond, axis));
  const near = pulls.filter((pull) => Math.abs(pull) <= reach).sort((a, b) => Math.abs(a) - Math.abs(b));
  return near[0] ?? null;
}

/**
 * Return the gaps between *box* and those of *others* that it lines up with, and those that are alike on both sides or beside
 * each other.
 * @param {Box} box
 * @param {readonly Box[]} others
 * @returns {Distance[]}
 */
export function findDistances(box, others) {
  return AXES.flatMap((axis) => {
    const { before, after } = neighboursOf(box, others, axis);
    const pairs = [...pairsBefore(box, before, others, axis), ...pairsAfter(box, after, others, axis)];
    const isBetween = before !== null && after !== null && isSame(gap(before, box, axis), gap(box, after, axis));
    const shown = pairs.filter(({ isAlike, pair }) => isAlike || isBetween || linesUp(pair[0], pair[1], axis));
    return shown.map(({ pair }) => distanceBetween(pair[0], pair[1], axis));
  });
}

/**
 * @param {Box} box
 * @param {Box | null} before
 * @param {readonly Box[]} others
 * @param {Axis} axis
 */
function pairsBefore(box, before, others, axis) {
  if (!before) return [];
  const further = neighboursOf(before, others, axis).before;
  const isAlike = further !== null && isSame(gap(further, before, axis), gap(before, box, axis));
  /** @type {[Box, Box][]} */
  const pairs = further && isAlike ? [[before, box], [further, before]] : [[before, box]];
  return pairs.map((pair) => ({ pair, isAlike }));
}

/**
 * @param {Box} box
 * @param {Box | null} after
 * @param {readonly Box[]} others
 * @param {Axis} axis
 */
function pairsAfter(box, after, others, axis) {
  if (!after) return [];
  const beyond = neighboursOf(after, others, axis).after;
  const isAlike = beyond !== null && isSame(gap(after, beyond, axis), gap(box, after, axis));
  /** @type {[Box, Box][]} */
  const pairs = beyond && isAlike ? [[box, after], [after, beyond]] : [[box, after]];
  return pairs.map((pair) => ({ pair, isAlike }));
}

/**
 * Return the nearest of *others* before and after *box* along *axis* that are beside it.
 * @param {Box} box
 * @param {readonly Box[]} others
 * @param {Axis} axis
 * @returns {Neighbours}
 */
function neighboursOf(box, others, axis) {
  /** @type {Neighbours} */
  const found = { before: null, after: null };
  for (const other of others) {
    if (other === box || !isBeside(box, other, axis)) continue;
    const isBefore = gap(other, box, axis) >= 0;
    if (isBefore && (!found.before || endOf(other, axis) > endOf(found.before, axis))) found.before = other;
    if (!isBefore && gap(box, other, axis) >= 0 && (!found.after || other[axis] < found.after[axis])) found.after = other;
  }
  return found;
}

/**
 * Return whether *one* and *other* share a part across *axis*.
 * @param {Box} one
 * @param {Box} other
 * @param {Axis} axis
 */
function isBeside(one, other, axis) {
  const across = acrossOf(axis);
  return one[across] < endOf(other, across) && other[across] < endOf(one, across);
}

/**
 * @param {Box} one
 * @param {Box} other
 * @param {Axis} axis
 */
function linesUp(one, other, axis) {
  const across = acrossOf(axis);
  return [0, 0.5, 1].some((share) => isSame(one[across] + sizeOf(one, across) * share, other[across] + sizeOf(other, across) * share));
}

/**
 * Return the line from *one* to *other*, which follows along *axis*, in the middle of what they share.
 * @param {Box} one
 * @param {Box} other
 * @param {Axis} axis
 * @returns {Distance}
 */
function distanceBetween(one, other, axis) {
  const across = acrossOf(axis);
  const start = Math.max(one[across], other[across]);
  const end = Math.min(endOf(one, across), endOf(other, across));
  const [from, to, level] = [endOf(one, axis), other[axis], (start + end) / 2];
  const length = Math.round(to - from);
  return axis === 'x' ? { x1: from, y1: level, x2: to, y2: level, length } : { x1: level, y1: from, x2: level, y2: to, length };
}

/**
 * Return how much room is between the end of *one* and the start of *other*; less than 0 where they overlap.
 * @param {Box} one
 * @param {Box} other
 * @param {Axis} axis
 */
function gap(one, other, axis) {
  return other[axis] - endOf(one, axis);
}

/**
 * @param {number} one
 * @param {number} other
 */
function isSame(one, other) {
  return Math.abs(one - other) < EXACT;
}

/** @param {Axis} axis */
function acrossOf(axis) {
  return axis === 'x' ? 'y' : 'x';
}

/**
 * @param {Box} box
 * @param {Axis} axis
 */
function sizeOf(box, axis) {
  return axis === 'x' ? box.width : box.height;
}

/**
 * @param {Box} box
 * @param {Axis} axis
 */
function endOf(box, axis) {
  return box[axis] + sizeOf(box, axis);
}
