import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Api } from '../../../../frontend/static/js/server/api.js';
import { Autosave } from '../../../../frontend/static/js/features/saving/autosave.js';
import { downloadMapping } from '../../../../frontend/static/js/features/import-export/download-mapping.js';
import { Drafts } from '../../../../frontend/static/js/storage/drafts.js';
import { emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { fakeFetch, fakeStore } from '../../support/fakes.js';

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  const api = new Api({ base: '', csrfToken: 't', username: null, fetch });
  const options = {
    api, drafts: new Drafts(fakeStore(), Date.now), read: emptyDiagram, now: Date.now, draftKey: 'page', requestKey: null, id: null,
    revision: 0, savedAt: null,
  };
  /** @type {string[]} */
  const given = [];
  return { api, autosave: new Autosave(options), requests, given, give: (/** @type {string} */ url) => void given.push(url) };
}

test('a download saves first, then generates, then hands the file over', async () => {
  const { api, autosave, requests, given, give } = build(
    { status: 201, json: { id: 'abc', revision: 1 } },
    { status: 201, json: { users: 9, url: '/file' } },
  );

  const mapping = await downloadMapping({ autosave, api, give });

  assert.deepEqual(requests.map(({ method, url }) => `${method} ${url}`), ['POST /diagrams', 'POST /diagrams/abc/mappings']);
  assert.equal(mapping.users, 9);
  assert.deepEqual(given, ['/file']);
});

test('a drawing with errors hands out nothing and names its problems', async () => {
  const problems = [{ code: 'x', severity: 'error', message: 'R1 has no host.' }];
  const { api, autosave, given, give } = build(
    { status: 201, json: { id: 'abc', revision: 1 } },
    { status: 422, json: { error: { code: 'unsound', message: 'One thing keeps the file back.', problems } } },
  );

  await assert.rejects(downloadMapping({ autosave, api, give }), { code: 'unsound', problems });
  assert.deepEqual(given, []);
});
