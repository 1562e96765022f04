import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SharedClipboard } from '../../../../frontend/static/js/features/clipboard/shared-clipboard.js';
import { memory } from '../../support/editor.js';

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
  const [one, other] = [new SharedClipboard(memory(), channel(), 'clip'), new SharedClipboard(memory(), channel(), 'clip')];
  assert.equal(other.text, null);

  one.put('R1', 1);

  assert.deepEqual([one.text, other.text, new SharedClipboard(memory(), channel(), 'clip').text], ['R1', 'R1', 'R1']);
});

test('a tab that was elsewhere meanwhile has what it had, or what was copied since', () => {
  const channel = connected();
  const storage = memory();
  new SharedClipboard(storage, connected()(), 'clip').put('old', 1);
  assert.equal(new SharedClipboard(storage, channel(), 'clip').text, 'old');

  new SharedClipboard(memory(), channel(), 'clip').put('young', 2);

  assert.equal(new SharedClipboard(storage, channel(), 'clip').text, 'young');
});

test('what was copied earlier elsewhere does not take the place of what was copied here', () => {
  const channel = connected();
  const here = memory();
  new SharedClipboard(here, connected()(), 'clip').put('young', 2);
  new SharedClipboard(memory(), channel(), 'clip').put('old', 1);

  assert.equal(new SharedClipboard(here, channel(), 'clip').text, 'young');
});

test('under another key, and in a storage that is broken, there is nothing', () => {
  const storage = memory();
  new SharedClipboard(storage, connected()(), 'alice').put('secret', 1);
  storage.setItem('broken', '{');

  assert.equal(new SharedClipboard(storage, connected()(), 'bob').text, null);
  assert.equal(new SharedClipboard(storage, connected()(), 'broken').text, null);
});
