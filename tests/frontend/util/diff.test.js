import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compareLines } from '../../../frontend/static/js/util/diff.js';
import { seededRandom } from '../support/random.js';

/**
 * @param {string} before
 * @param {string} after
 */
const newIn = (before, after) => [...compareLines([...before], [...after]).added];

/**
 * Return what was removed, each run with the place in *after* where it stood.
 * @param {string} before
 * @param {string} after
 * @param {{ isBeginning?: boolean }} [options]
 */
function goneFrom(before, after, options) {
  const { removed } = compareLines([...before], [...after], options);
  return removed.map(({ before: place, from, count }) => [place, before.slice(from, from + count)]);
}

test('a text that did not change has no new and no removed lines', () => {
  for (const text of ['abc', '']) assert.deepEqual(compareLines([...text], [...text]), { added: new Set(), removed: [] });
});

test('lines that were added, changed or moved are new, and others are not', () => {
  assert.deepEqual(newIn('abc', 'abXc'), [2]);
  assert.deepEqual(newIn('abcd', 'aXcd'), [1]);
  assert.deepEqual(newIn('abc', 'ac'), []);
  assert.deepEqual(newIn('abcabba', 'cbabac'), [1, 5]);
  assert.deepEqual(newIn('', 'ab'), [0, 1]);
});

test('lines that repeat are told apart by where they stand', () => {
  assert.deepEqual(newIn('uppuppupp', 'uppuppXppupp'), [6, 7, 8]);
});

test('what was removed is told by where it stood, before what came in its place', () => {
  assert.deepEqual(goneFrom('abc', 'ac'), [[1, 'b']]);
  assert.deepEqual(goneFrom('abcd', 'aXYd'), [[1, 'bc']]);
  assert.deepEqual(goneFrom('abcde', 'bd'), [[0, 'a'], [1, 'c'], [2, 'e']]);
  assert.deepEqual(goneFrom('ab', ''), [[0, 'ab']]);
  assert.deepEqual(goneFrom('abc', 'abXc'), []);
});

test('what lies behind the end of a beginning does not count as removed', () => {
  const isBeginning = true;

  assert.deepEqual(goneFrom('abcdefgh', 'acd', { isBeginning }), [[1, 'b']]);
  assert.deepEqual(goneFrom('abcdefgh', 'abX', { isBeginning }), []);
  const long = Array.from({ length: 5000 }, (_, place) => `${place}`);
  const changes = compareLines(long, ['new', ...long.slice(1, 1500)], { isBeginning });
  assert.deepEqual(changes, { added: new Set([0]), removed: [{ before: 0, from: 0, count: 1 }] });
});

test('what is not new is what is not removed: the longest part that both have in common', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 300; round += 1) {
    const make = () => Array.from({ length: Math.floor(random() * 12) }, () => 'abc'[Math.floor(random() * 3)]);
    const [before, after] = [make(), make()];

    const { added, removed } = compareLines(before, after);

    const kept = after.filter((_, place) => !added.has(place));
    const gone = new Set(removed.flatMap(({ from, count }) => Array.from({ length: count }, (_, place) => from + place)));
    assert.deepEqual(before.filter((_, place) => !gone.has(place)), kept, `${before.join('')} → ${after.join('')}`);
    assert.equal(kept.length, longestCommon(before, after), `${before.join('')} → ${after.join('')}`);
  }
});

test('texts that have nothing in common are all new and all removed, quickly', () => {
  const before = Array.from({ length: 3000 }, (_, place) => `a${place}`);
  const after = Array.from({ length: 3000 }, (_, place) => `b${place}`);

  const { added, removed } = compareLines(before, after);

  assert.equal(added.size, 3000);
  assert.deepEqual(removed, [{ before: 0, from: 0, count: 3000 }]);
});

/**
 * @param {string[]} a
 * @param {string[]} b
 */
function longestCommon(a, b) {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      lengths[i][j] = a[i - 1] === b[j - 1] ? lengths[i - 1][j - 1] + 1 : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
    }
  }
  return lengths[a.length][b.length];
}
