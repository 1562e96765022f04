import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isDeepEqual } from '../../../frontend/static/js/util/deep-equal.js';

test('values are the same whatever the order of their keys', () => {
  assert.equal(isDeepEqual({ a: [1, { b: null, c: '' }] }, { a: [1, { c: '', b: null }] }), true);
  assert.equal(isDeepEqual({ a: [1, 2] }, { a: [2, 1] }), false);
  assert.equal(isDeepEqual({ a: 1 }, { a: 1, b: undefined }), false);
  assert.equal(isDeepEqual({ a: null }, { a: {} }), false);
});
