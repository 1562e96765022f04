import assert from 'node:assert/strict';
import { test } from 'node:test';

import { deepFreeze, frozenCopy } from '../../../frontend/static/js/util/freeze.js';

test('a frozen value cannot be changed at any depth', () => {
  const value = deepFreeze({ list: [{ name: 'a' }], none: null });

  assert.throws(() => value.list.push({ name: 'b' }), TypeError);
  assert.throws(() => Object.assign(value.list[0], { name: 'b' }), TypeError);
});

test('a frozen copy is equal, its own, and cannot be changed', () => {
  const value = { list: [{ name: 'a', none: null }], count: 1 };
  const copy = frozenCopy(value);

  assert.deepEqual(copy, value);
  value.list[0].name = 'b';
  assert.equal(copy.list[0].name, 'a');
  assert.throws(() => copy.list.push({ name: 'c', none: null }), TypeError);
});
