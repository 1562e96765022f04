import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Typeahead } from '../../../frontend/static/js/kit/typeahead.js';

const ROWS = ['Lab', 'PC1', 'PC2', 'R1', 'R2', 'Room 1', 'SRV1', 'Switch'].map((label) => ({ label }));

/**
 * Type *text* from the row *at* on, with *pause* milliseconds between letters, and return the label of the row it leads to.
 * @param {string} text
 * @param {number} [at]
 * @param {number} [pause]
 */
function type(text, at = 0, pause = 100) {
  const typeahead = new Typeahead();
  [...text].forEach((letter, place) => {
    const found = typeahead.find(ROWS, at, letter, place * pause);
    if (found >= 0) at = found;
  });
  return ROWS[at].label;
}

test('letters that are typed quickly are found together', () => {
  assert.deepEqual(['pc2', 'r2', 'room', 'room 1', 'sw'].map((text) => type(text)), ['PC2', 'R2', 'Room 1', 'Room 1', 'Switch']);
});

test('a letter goes to the next row that begins with it, round the end', () => {
  assert.deepEqual([type('p'), type('p', 1), type('p', 2), type('l', 4)], ['PC1', 'PC2', 'PC1', 'Lab']);
});

test('one letter again and again goes from row to row, quickly or not', () => {
  assert.deepEqual([type('rr'), type('rrr'), type('rr', 0, 2000)], ['R2', 'Room 1', 'R2']);
});

test('after a pause typing begins anew', () => {
  assert.equal(type('rs', 0, 2000), 'SRV1');
});

test('what no row begins with leads nowhere', () => {
  assert.equal(type('xyz', 2), 'PC2');
});
