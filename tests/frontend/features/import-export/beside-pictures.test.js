import assert from 'node:assert/strict';
import { test } from 'node:test';

import { partPictures, sendPictures } from '../../../../frontend/static/js/features/import-export/beside-pictures.js';
import { Api } from '../../../../frontend/static/js/server/api.js';
import { fakeFetch } from '../../support/fakes.js';

const PLAN = `data:image/png;base64,${'A'.repeat(4 * 1024 * 1024)}`;

/** @param {string} text */
const fileOf = (text) => new File([text], 'lab.json');

test('the pictures of a large diagram are parted from it, so that it stays small enough for guests', async () => {
  const { file, pictures } = await partPictures(fileOf(JSON.stringify({ schema: 1, title: 'Campus', pictures: { plan: PLAN } })));

  assert.deepEqual([JSON.parse(await file.text()), file.name, pictures], [{ schema: 1, title: 'Campus' }, 'lab.json', { plan: PLAN }]);
});

test('small files, and large ones that are something else, stay as they are', async () => {
  for (const text of ['{"pictures":{"a":"b"}}', 'x'.repeat(PLAN.length), `"${PLAN}"`, JSON.stringify({ pictures: [PLAN] })]) {
    const file = fileOf(text);
    assert.deepEqual(await partPictures(file), { file, pictures: {} });
  }
});

test('each picture is kept by itself, and what is refused is told', async () => {
  const { fetch, requests } = fakeFetch([{ json: { id: 'a' } }]);
  const api = new Api({ base: '', csrfToken: 't', username: null, fetch });

  assert.equal(await sendPictures(api, 'token', { plan: 'data:image/png;base64,AAAA' }), '');
  assert.deepEqual(requests.map(({ url }) => url), ['/diagrams/token/pictures']);
  assert.match(await sendPictures(api, 'token', { plan: 'https://elsewhere.example' }), /A picture on it is not kept/);
});
