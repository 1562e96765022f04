import assert from 'node:assert/strict';
import { test } from 'node:test';

import { invert, join } from '../../../frontend/static/js/model/changes.js';
import { createNetwork } from '../../../frontend/static/js/model/diagram.js';

const a = createNetwork({ id: 'n', label: 'A' });
const b = createNetwork({ id: 'n', label: 'B' });
const c = createNetwork({ id: 'n', label: 'C' });

test('the inverse of an arrival is a departure from the same place', () => {
  const [change] = invert([{ collection: 'nodes', id: 'n', before: null, after: a, to: 3 }]);

  assert.deepEqual(change, { collection: 'nodes', id: 'n', before: a, after: null, from: 3, to: undefined });
});

test('two changes of one item join into one', () => {
  const joined = join([{ collection: 'nodes', id: 'n', before: a, after: b }], [{ collection: 'nodes', id: 'n', before: b, after: c }]);

  assert.deepEqual(joined, [{ collection: 'nodes', id: 'n', before: a, after: c }]);
});

test('changes that alter the order do not join', () => {
  assert.equal(join([{ collection: 'nodes', id: 'n', before: null, after: a, to: 0 }], [{ collection: 'nodes', id: 'n', before: a, after: b }]), null);
});

test('an item and the title that share an id are kept apart', () => {
  const title = /** @type {const} */ ({ collection: 'diagram', id: 'title', before: 'X', after: 'Y' });

  assert.equal(join([title], [{ collection: 'nodes', id: 'title', before: a, after: b }])?.length, 2);
});
