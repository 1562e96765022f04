import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isSame } from '../../../frontend/static/js/util/same.js';

test('values are the same whatever the order of their keys', () => {
  assert.equal(isSame({ a: [1, { b: null, c: '' }] }, { a: [1, { c: '', b: null }] }), true);
  assert.equal(isSame({ a: [1, 2] }, { a: [2, 1] }), false);
  assert.equal(isSame({ a: 1 }, { a: 1, b: undefined }), false);
  assert.equal(isSame({ a: null }, { a: {} }), false);
});
