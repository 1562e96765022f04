import assert from 'node:assert/strict';
import { test } from 'node:test';

import { pictureBlob } from '../../../frontend/static/js/kit/picture-data.js';

test('a picture in a text is a file of its type', async () => {
  const blob = pictureBlob('data:image/png;base64,AQID');

  assert.deepEqual([blob.type, [...new Uint8Array(await blob.arrayBuffer())]], ['image/png', [1, 2, 3]]);
});

test('what is no picture is told in words for people', () => {
  for (const data of ['', 'https://elsewhere.example', 'data:text/html;base64,AAAA', 'data:image/png;base64,A', 'data:image/png;base64,***']) {
    assert.throws(() => pictureBlob(data), { message: 'It is damaged, or neither PNG, JPEG nor SVG.' });
  }
});
