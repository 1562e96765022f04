import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findNewLines } from '../../../frontend/static/js/util/diff.js';
import { seededRandom } from '../../../frontend/static/js/util/random.js';

/**
 * @param {string} before
 * @param {string} after
 */
const newIn = (before, after) => [...findNewLines([...before], [...after])];

test('a text that did not change has no new lines', () => {
  assert.deepEqual(newIn('abc', 'abc'), []);
  assert.deepEqual(newIn('', ''), []);
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

test('what is not new is a part of the old text, in its order', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 300; round += 1) {
    const make = () => Array.from({ length: Math.floor(random() * 12) }, () => 'abc'[Math.floor(random() * 3)]);
    const [before, after] = [make(), make()];

    const fresh = findNewLines(before, after);

    const kept = after.filter((_, place) => !fresh.has(place));
    let at = 0;
    for (const line of before) if (line === kept[at]) at += 1;
    assert.equal(at, kept.length, `${before.join('')} → ${after.join('')}`);
    assert.equal(kept.length, longestCommon(before, after), `${before.join('')} → ${after.join('')}`);
  }
});

test('texts that have nothing in common are all new, quickly', () => {
  const before = Array.from({ length: 3000 }, (_, place) => `a${place}`);
  const after = Array.from({ length: 3000 }, (_, place) => `b${place}`);

  assert.equal(findNewLines(before, after).size, 3000);
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
