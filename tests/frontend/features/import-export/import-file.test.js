import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importFile, sortFiles, withTitle } from '../../../../frontend/static/js/features/import-export/import-file.js';
import { Api } from '../../../../frontend/static/js/server/api.js';
import { emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
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

for (const [file, title] of [
  ['monday.yaml', 'monday'],
  ['Lab 1.2 (north).yml', 'Lab 1.2 (north)'],
  ['.yaml', '.yaml'],
  ['no-ending', 'no-ending'],
  [`${'a'.repeat(300)}.json`, 'a'.repeat(200)],
]) {
  test(`what has no title is called after its file: ${file.slice(-30)}`, () => assert.equal(withTitle(emptyDiagram(), file).title, title));
}

test('what has a title keeps it', () => {
  assert.equal(withTitle({ ...emptyDiagram(), title: 'Class' }, 'monday.yaml').title, 'Class');
});

test('a long option is sent beside the file, which then is a part of a form', async () => {
  const { api, requests } = build({ json: { diagram: null, problems: [], format: 'containerlab' } });

  await importFile(api, new File(['x'], 'lab.clab.yml'), { format: 'containerlab', addresses: 'r1 10.0.0.1\n'.repeat(200) });

  assert.equal(requests[0].url, '/imports?format=containerlab');
});

test('a topology and the drawing beside it are one lab, in any order', async () => {
  const lab = new File(['name: a'], 'lab.clab.yml');
  const drawing = new File(['{}'], 'lab.clab.yml.annotations.json');

  for (const files of [[lab, drawing], [drawing, lab]]) {
    assert.deepEqual(await sortFiles(files), { file: lab, beside: { annotations: '{}' } });
  }
  assert.deepEqual(await sortFiles([drawing]), { file: drawing, beside: {} });
});
