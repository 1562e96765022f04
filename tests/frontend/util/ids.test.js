import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createIds } from '../../../frontend/static/js/util/ids.js';
import { seededRandom } from '../support/random.js';

test('ids say what they are of, do not repeat, and are ones that the server takes', () => {
  const newId = createIds(seededRandom(1));
  const ids = Array.from({ length: 5000 }, () => newId('n'));

  assert.equal(new Set(ids).size, 5000);
  assert.ok(ids.every((id) => /^n[A-Za-z0-9_-]{1,63}$/.test(id)));
});
