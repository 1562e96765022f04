import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openStorage } from '../../../frontend/static/js/storage/browser-storage.js';
import { brokenStorage, fakeStorage } from '../support/fakes.js';

test('what a browser offers is used', () => {
  const offered = fakeStorage();

  openStorage(() => offered).setItem('key', 'value');

  assert.equal(offered.getItem('key'), 'value');
  assert.equal(openStorage(() => offered).getItem('key'), 'value');
});

test('where a browser offers nothing, things last as long as the page', () => {
  const storage = openStorage(() => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  });

  storage.setItem('key', 'value');

  assert.deepEqual([storage.getItem('key'), storage.getItem('other')], ['value', null]);
});

test('what a browser has no room for lasts as long as the page, and no longer than it has room', () => {
  const offered = fakeStorage();
  let found = brokenStorage();
  const storage = openStorage(() => found);

  storage.setItem('key', 'new');
  assert.equal(storage.getItem('key'), 'new');
  found = offered;
  storage.setItem('key', 'newer');

  assert.deepEqual([storage.getItem('key'), offered.getItem('key')], ['newer', 'newer']);
});
