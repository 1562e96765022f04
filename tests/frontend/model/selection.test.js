import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Selection } from '../../../frontend/static/js/model/selection.js';

/** A selection, and how often it has said that it changed. */
function listened() {
  const selection = new Selection();
  const heard = { times: 0 };
  selection.addEventListener('changed', () => heard.times++);
  return { selection, heard };
}

test('setting the same ids again is no change', () => {
  const { selection, heard } = listened();

  selection.set(['a', 'b']);
  selection.set(['b', 'a']);

  assert.equal(heard.times, 1);
  assert.deepEqual([...selection.ids], ['a', 'b']);
});

test('toggling adds and drops', () => {
  const { selection, heard } = listened();

  selection.toggle('a');
  selection.toggle('b');
  selection.toggle('a');

  assert.equal(heard.times, 3);
  assert.equal(selection.only, 'b');
});

test('what is no longer there can be dropped', () => {
  const { selection } = listened();
  selection.set(['a', 'b', 'c']);

  selection.retain((id) => id !== 'b');

  assert.deepEqual([...selection.ids], ['a', 'c']);
  assert.equal(selection.only, null);
  selection.clear();
  assert.equal(selection.size, 0);
});
