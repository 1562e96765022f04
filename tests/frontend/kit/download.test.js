import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fileNameOf } from '../../../frontend/static/js/kit/download.js';

test('file names come from the title', () => {
  assert.equal(fileNameOf('Network basics: Übung 3', 'json'), 'network-basics-ubung-3.json');
  assert.equal(fileNameOf(' …/.. ', 'yaml'), 'lab.yaml');
});
