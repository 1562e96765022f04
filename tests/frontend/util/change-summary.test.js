import assert from 'node:assert/strict';
import { test } from 'node:test';

import { summarizeChanges } from '../../../frontend/static/js/util/change-summary.js';

test('the first changes are told, and how many more there are', () => {
  assert.equal(summarizeChanges([]), 'Nothing changed.');
  assert.equal(summarizeChanges(['R1 added.', 'R2 added.']), 'R1 added. R2 added.');
  assert.equal(summarizeChanges(['R1 added.', 'R2 added.', 'R3 added.', 'R4 added.']), 'R1 added. R2 added. And 2 more changes.');
});
