import assert from 'node:assert/strict';
import { test } from 'node:test';

import { capitalize, plural } from '../../../frontend/static/js/util/format.js';

test('counts carry their unit in the right number', () => {
  assert.equal(plural(1, 'device'), '1 device');
  assert.equal(plural(0, 'device'), '0 devices');
  assert.equal(plural(1200, 'entry', 'entries'), '1,200 entries');
});

test('a sentence begins with a capital', () => {
  assert.equal(capitalize('the cable'), 'The cable');
  assert.equal(capitalize(''), '');
});
