import assert from 'node:assert/strict';
import { test } from 'node:test';

import { deepFreeze } from '../../../frontend/static/js/util/freeze.js';

test('a frozen value cannot be changed at any depth', () => {
  const value = deepFreeze({ list: [{ name: 'a' }], none: null });

  assert.throws(() => value.list.push({ name: 'b' }), TypeError);
  assert.throws(() => Object.assign(value.list[0], { name: 'b' }), TypeError);
});
