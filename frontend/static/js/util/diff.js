/** Line diff by Myers' algorithm. */

/** Beyond so many differences the two have little in common, and everything between counts as changed. */
const MOST_DIFFERENCES = 1000;

/**
 * @typedef {object} Run Neighbouring lines of the old text that the new one lacks.
 * @property {number} before The place in the new text before which they stood.
 * @property {number} from The place of the first of them in the old text.
 * @property {number} count
 */

/** @typedef {{ added: Set<number>, removed: Run[] }} Changes The places of new lines, and what is gone, in order. */

/**
 * Return what turns *before* into *after*. Where *after* is only a beginning, nothing behind its end counts as removed.
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @param {{ isBeginning?: boolean }} [options]
 * @returns {Changes}
 */
export function compareLines(before, after, { isBeginning = false } = {}) {
  const [all, goal] = numbered(before, after);
  const start = countCommon(all, goal, (lines, place) => lines[place]);
  const rest = [all.subarray(start), goal.subarray(start)];
  const end = isBeginning ? 0 : countCommon(rest[0], rest[1], (lines, place) => lines[lines.length - 1 - place]);
  const [old, young] = rest.map((lines) => lines.subarray(0, lines.length - end));
  return listChanges(matchLines(old, young, isBeginning), isBeginning ? null : old.length, start);
}

/**
 * Return both lists with a number for each different line, which compares faster than text.
 * @param {readonly (readonly string[])[]} texts
 */
function numbered(...texts) {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  return texts.map((lines) => Int32Array.from(lines, (line) => {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    return number;
  }));
}

/**
 * @param {Int32Array} a
 * @param {Int32Array} b
 * @param {(lines: Int32Array, place: number) => number} read
 */
function countCommon(a, b, read) {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && read(a, count) === read(b, count)) count += 1;
  return count;
}

/**
 * Return the changes between lines that were matched.
 * @param {Int32Array} match The place of each young line in the old text, or -1.
 * @param {number | null} end How many old lines there are, null where those behind the last match do not count.
 * @param {number} start How many lines before them are the same.
 * @returns {Changes}
 */
function listChanges(match, end, start) {
  /** @type {Changes} */
  const changes = { added: new Set(), removed: [] };
  let next = 0;
  let gap = 0;
  const close = (/** @type {number} */ until) => {
    if (until > next) changes.removed.push({ before: start + gap, from: start + next, count: until - next });
  };
  for (const [place, partner] of match.entries()) {
    if (partner < 0) changes.added.add(start + place);
    else {
      close(partner);
      next = partner + 1;
      gap = place + 1;
    }
  }
  close(end ?? next);
  return changes;
}

/**
 * Return for each place of *young* which place of *old* a shortest edit keeps there, or -1.
 * @param {Int32Array} old
 * @param {Int32Array} young
 * @param {boolean} isBeginning
 */
function matchLines(old, young, isBeginning) {
  const match = new Int32Array(young.length).fill(-1);
  const trace = walk(old, young, isBeginning);
  let { x, y } = trace.end;
  for (let step = trace.reached.length - 1; step >= 0; step -= 1) {
    const reached = trace.reached[step];
    const diagonal = x - y;
    const from = step === 0 ? 0 : isDown(reached, diagonal, step) ? diagonal + 1 : diagonal - 1;
    const startX = step === 0 ? 0 : at(reached, from, step);
    const startY = startX - from;
    while (x > startX && y > startY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      match[y] = x;
    }
    x = startX;
    y = startY;
  }
  return match;
}

/**
 * Return how far each diagonal was reached before each step and where the way ended; no steps where there are too many.
 * @param {Int32Array} old
 * @param {Int32Array} young
 * @param {boolean} isBeginning
 */
function walk(old, young, isBeginning) {
  /** @type {Int32Array[]} */
  const reached = [];
  let last = Int32Array.of(0);
  for (let step = 0; step <= MOST_DIFFERENCES; step += 1) {
    reached.push(last);
    const next = new Int32Array(2 * step + 3);
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let x = step === 0 ? 0 : isDown(last, diagonal, step) ? at(last, diagonal + 1, step) : at(last, diagonal - 1, step) + 1;
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x += 1;
      next[diagonal + step + 1] = x;
      if (x - diagonal >= young.length && (isBeginning || x >= old.length)) return { reached, end: { x, y: x - diagonal } };
    }
    last = next;
  }
  return { reached: [], end: { x: 0, y: 0 } };
}

/**
 * @param {Int32Array} last
 * @param {number} diagonal
 * @param {number} step
 */
function isDown(last, diagonal, step) {
  return diagonal === -step || (diagonal !== step && at(last, diagonal - 1, step) < at(last, diagonal + 1, step));
}

/**
 * Return how far *diagonal* was reached before *step*.
 * @param {Int32Array} last
 * @param {number} diagonal
 * @param {number} step
 */
function at(last, diagonal, step) {
  return last[diagonal + step];
}
