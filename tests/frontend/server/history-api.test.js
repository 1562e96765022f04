import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Api } from '../../../frontend/static/js/server/api.js';
import { HistoryApi } from '../../../frontend/static/js/server/history-api.js';
import { fakeFetch } from '../support/fakes.js';

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  return { api: new HistoryApi(new Api({ base: '', csrfToken: 't', username: null, fetch }), 'abc'), requests };
}

test('revisions are listed page by page', async () => {
  const { api, requests } = build({ json: { revisions: [], next: '5' } }, { json: { revisions: [], next: null } });

  const { next } = await api.listRevisions(null);
  await api.listRevisions(next);

  assert.deepEqual(requests.map((request) => request.url), ['/diagrams/abc/revisions', '/diagrams/abc/revisions?cursor=5']);
});

test('mappings are listed page by page, whatever stands in a cursor', async () => {
  const { api, requests } = build({ json: { mappings: [], next: 'a+b' } }, { json: { mappings: [], next: null } });

  const { next } = await api.listMappings(null);
  await api.listMappings(next);

  assert.deepEqual(requests.map((request) => request.url), ['/diagrams/abc/mappings?&of=all', '/diagrams/abc/mappings?cursor=a%2Bb&of=all']);
});

test('a mapping is deleted, which has no answer to read', async () => {
  const { api, requests } = build({ status: 204 });

  await api.deleteMapping('xyz');

  assert.deepEqual([requests[0].method, requests[0].url], ['DELETE', '/diagrams/abc/mappings/xyz']);
});

test('a revision gets a name', async () => {
  const { api, requests } = build({ json: { number: 3, name: 'Before the exam' } });

  await api.nameRevision(3, 'Before the exam');

  assert.deepEqual([requests[0].method, requests[0].url], ['PUT', '/diagrams/abc/revisions/3']);
  assert.deepEqual(requests[0].body, { name: 'Before the exam' });
});

test('what changed is asked of revisions and of mappings alike', async () => {
  const { api, requests } = build({ json: { since: 2, changes: ['R1 added.'] } }, { json: { since: null, changes: [] } });

  assert.deepEqual((await api.loadChanges('revisions/3')).changes, ['R1 added.']);
  await api.loadChanges('mappings/xyz');

  assert.equal(requests[1].url, '/diagrams/abc/mappings/xyz/changes');
});

test('any two revisions can be compared', async () => {
  const { api, requests } = build({ json: { since: 1, changes: [] } });

  await api.loadChanges('revisions/3', 1);

  assert.equal(requests[0].url, '/diagrams/abc/revisions/3/changes?since=1');
});
