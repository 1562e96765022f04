import assert from 'node:assert/strict';
import { test } from 'node:test';

import { matching } from '../../../../frontend/static/js/kit/forms/combobox.js';

const CHOICES = [
  { value: 'enable-audio', label: 'enable-audio', detail: 'Sound' },
  { value: 'color-depth', label: 'color-depth', detail: 'How many colours' },
  { value: 'audio-servername', label: 'audio-servername' },
];

/** @param {string} typed */
const found = (typed, isOpen = false) => matching(CHOICES, typed, isOpen).map((choice) => choice.value);

test('nothing typed offers everything, in its order', () => {
  assert.deepEqual(found('  '), ['enable-audio', 'color-depth', 'audio-servername']);
});

test('names that begin with what is typed come first', () => {
  assert.deepEqual(found('audio'), ['audio-servername', 'enable-audio']);
});

test('each word must be found, in the name or in the detail', () => {
  assert.deepEqual(found('depth color'), ['color-depth']);
  assert.deepEqual(found('many COLOURS'), ['color-depth']);
  assert.deepEqual(found('depth sound'), []);
});

test('an open list also takes what was typed, once', () => {
  assert.deepEqual(found('my-own', true), ['my-own']);
  assert.deepEqual(found('color-depth', true), ['color-depth']);
});

test('words that are not shown are found from their beginning, and a whole one comes first', () => {
  const kinds = [
    { value: 'laptop', label: 'Laptop', words: 'pc' },
    { value: 'accesspoint', label: 'Access point', words: 'ap wifi' },
    { value: 'phone', label: 'Phone', words: 'voip' },
  ];

  assert.deepEqual(matching(kinds, 'ap').map((choice) => choice.value), ['accesspoint', 'laptop']);
  assert.deepEqual(matching(kinds, 'wi').map((choice) => choice.value), ['accesspoint']);
  assert.deepEqual(matching(kinds, 'fi'), []);
});
