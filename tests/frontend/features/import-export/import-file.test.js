import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importFile } from '../../../../frontend/static/js/features/import-export/import-file.js';
import { Api } from '../../../../frontend/static/js/server/api.js';
import { fakeFetch } from '../../support/fakes.js';

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  return { api: new Api({ base: '', csrfToken: 't', username: null, fetch }), requests };
}

test('an empty file is refused before it is sent', async () => {
  const { api, requests } = build();

  await assert.rejects(importFile(api, new File([], 'config.yaml')), /config\.yaml is empty/);
  assert.equal(requests.length, 0);
});
