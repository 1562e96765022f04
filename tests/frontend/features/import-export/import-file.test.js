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

test('a file is sent with its format and the options of that', async () => {
  const { api, requests } = build({ json: { diagram: null, problems: [], format: 'made-up-lab' } });

  const imported = await importFile(api, new File(['x'], 'lab.made-up'), { format: 'made-up-lab', students: '3' });

  assert.equal(imported.format, 'made-up-lab');
  assert.deepEqual(requests.map(({ url }) => url), ['/imports?format=made-up-lab&students=3']);
});
