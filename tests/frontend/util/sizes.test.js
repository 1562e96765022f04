import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileSize } from '../../../frontend/static/js/util/sizes.js';

test('sizes are written as the pages write them', () => {
  assert.deepEqual([1, 1023, 1024, 1_258_291, 1_258_291_200].map(fileSize), ['1 byte', '1,023 bytes', '1.0 KiB', '1.2 MiB', '1,200.0 MiB']);
});
