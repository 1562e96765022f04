import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openStorage } from '../../../frontend/static/js/io/storage.js';
import { fakeStorage } from './fakes.js';

test('what a browser offers is used', () => {
  const storage = fakeStorage();

  assert.equal(openStorage(() => storage), storage);
});

test('where a browser offers nothing, things last as long as the page', () => {
  const storage = openStorage(() => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  });

  storage.setItem('key', 'value');

  assert.deepEqual([storage.getItem('key'), storage.getItem('other')], ['value', null]);
});
