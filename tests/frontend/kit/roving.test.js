import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connectRoving } from '../../../frontend/static/js/kit/roving.js';

/** Something that can have the focus, as far as a list of buttons knows. */
class FakeEntry extends EventTarget {
  tabIndex = 0;

  focus() {
    this.dispatchEvent(new Event('focus'));
  }

  /** @param {string} key */
  press(key) {
    this.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), { key }));
  }
}

function build() {
  const entries = [new FakeEntry(), new FakeEntry(), new FakeEntry()];
  connectRoving(/** @type {any} */ (entries));
  return { entries, stops: () => entries.map((entry) => entry.tabIndex) };
}

test('a list is one stop of the Tab key', () => {
  assert.deepEqual(build().stops(), [0, -1, -1]);
});

test('the arrow keys, Home and End go from one to the next and round, and Tab comes back to the last of them', () => {
  const { entries, stops } = build();

  entries[0].press('ArrowDown');
  assert.deepEqual(stops(), [-1, 0, -1]);
  entries[1].press('End');
  assert.deepEqual(stops(), [-1, -1, 0]);
  entries[2].press('ArrowDown');
  assert.deepEqual(stops(), [0, -1, -1]);
  entries[0].press('ArrowUp');
  entries[2].press('Home');
  assert.deepEqual(stops(), [0, -1, -1]);
});

test('what is clicked is where Tab comes back to', () => {
  const { entries, stops } = build();

  entries[2].focus();

  assert.deepEqual(stops(), [-1, -1, 0]);
});
