/** What is new in a text: the shortest way from one list of lines to another (Myers' algorithm). */

/** Beyond so many differences the two have little in common, and everything between counts as new. */
const MOST_DIFFERENCES = 600;

/**
 * Return the places of those lines of *after* that are not in *before*.
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {Set<number>}
 */
export function findNewLines(before, after) {
  const start = countCommon(before, after, (lines, place) => lines[place]);
  const rest = [before.slice(start), after.slice(start)];
  const end = countCommon(rest[0], rest[1], (lines, place) => lines[lines.length - 1 - place]);
  const [old, young] = rest.map((lines) => lines.slice(0, lines.length - end));
  const kept = findKept(old, young);
  const places = [...young.keys()].filter((place) => !kept.has(place));
  return new Set(places.map((place) => place + start));
}

/**
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 * @param {(lines: readonly string[], place: number) => string} at
 */
function countCommon(a, b, at) {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && at(a, count) === at(b, count)) count += 1;
  return count;
}

/**
 * Return the places of *young* that a shortest edit of *old* keeps.
 * @param {readonly string[]} old
 * @param {readonly string[]} young
 * @returns {Set<number>}
 */
function findKept(old, young) {
  const trace = walk(old, young);
  const kept = new Set();
  if (!trace) return kept;
  let x = old.length;
  let y = young.length;
  for (let step = trace.length - 1; step >= 0; step -= 1) {
    const reach = trace[step];
    const diagonal = x - y;
    const isDown = diagonal === -step || (diagonal !== step && far(reach, diagonal - 1) < far(reach, diagonal + 1));
    const from = step === 0 ? 0 : isDown ? diagonal + 1 : diagonal - 1;
    const startX = step === 0 ? 0 : far(reach, from);
    const startY = startX - from;
    while (x > startX && y > startY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      kept.add(y);
    }
    x = startX;
    y = startY;
  }
  return kept;
}

/**
 * Return how far each diagonal was reached before each step, or null where there are too many differences.
 * @param {readonly string[]} old
 * @param {readonly string[]} young
 * @returns {Map<number, number>[] | null}
 */
function walk(old, young) {
  const reach = new Map([[1, 0]]);
  const trace = [];
  for (let step = 0; step <= MOST_DIFFERENCES; step += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      const isDown = diagonal === -step || (diagonal !== step && far(reach, diagonal - 1) < far(reach, diagonal + 1));
      let x = isDown ? far(reach, diagonal + 1) : far(reach, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < young.length && old[x] === young[x - diagonal]) x += 1;
      reach.set(diagonal, x);
      if (x >= old.length && x - diagonal >= young.length) return trace;
    }
  }
  return null;
}

/**
 * @param {ReadonlyMap<number, number>} reach
 * @param {number} diagonal
 */
function far(reach, diagonal) {
  return reach.get(diagonal) ?? -1;
}
