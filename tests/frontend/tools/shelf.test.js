import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Shelf } from '../../../frontend/static/js/tools/shelf.js';
import { memory } from '../support/bench.js';

/** Channels that lead to each other, as those of tabs do, but at once. */
function connected() {
  /** @type {Set<(event: any) => void>} */
  const listeners = new Set();
  return () => {
    /** @type {(event: any) => void} */
    let own = () => {};
    return /** @type {any} */ ({
      postMessage: (/** @type {unknown} */ data) => [...listeners].filter((each) => each !== own).forEach((hear) => hear({ data })),
      addEventListener: (/** @type {string} */ _type, /** @type {(event: any) => void} */ listener) => listeners.add((own = listener)),
    });
  };
}

test('what is copied in one tab is in all that are open, and in those that are opened later', () => {
  const channel = connected();
  const [one, other] = [new Shelf(memory(), channel(), 'clip'), new Shelf(memory(), channel(), 'clip')];
  assert.equal(other.text, null);

  one.put('R1', 1);

  assert.deepEqual([one.text, other.text, new Shelf(memory(), channel(), 'clip').text], ['R1', 'R1', 'R1']);
});

test('a tab that was elsewhere meanwhile has what it had, or what was copied since', () => {
  const channel = connected();
  const storage = memory();
  new Shelf(storage, connected()(), 'clip').put('old', 1);
  assert.equal(new Shelf(storage, channel(), 'clip').text, 'old');

  new Shelf(memory(), channel(), 'clip').put('young', 2);

  assert.equal(new Shelf(storage, channel(), 'clip').text, 'young');
});

test('what was copied earlier elsewhere does not take the place of what was copied here', () => {
  const channel = connected();
  const here = memory();
  new Shelf(here, connected()(), 'clip').put('young', 2);
  new Shelf(memory(), channel(), 'clip').put('old', 1);

  assert.equal(new Shelf(here, channel(), 'clip').text, 'young');
});

test('under another key, and in a storage that is broken, there is nothing', () => {
  const storage = memory();
  new Shelf(storage, connected()(), 'alice').put('secret', 1);
  storage.setItem('broken', '{');

  assert.equal(new Shelf(storage, connected()(), 'bob').text, null);
  assert.equal(new Shelf(storage, connected()(), 'broken').text, null);
});
