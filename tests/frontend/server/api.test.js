import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Api } from '../../../frontend/static/js/server/api.js';
import { ApiError } from '../../../frontend/static/js/server/transport.js';
import { emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { fakeFetch } from '../support/fakes.js';

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  return { api: new Api({ base: '/api/v1', csrfToken: 'token', username: null, fetch }), requests };
}

/** @param {Promise<unknown>} promise */
async function caught(promise) {
  const error = await promise.then(() => null, (reason) => reason);
  assert.ok(error instanceof ApiError);
  return error;
}

test('a save names the revision that it builds on and carries the CSRF token', async () => {
  const { api, requests } = build({ json: { id: 'abc', revision: 8 } });

  const saved = await api.saveDiagram('abc', 7, emptyDiagram());

  assert.equal(saved.revision, 8);
  const [{ url, method, headers, body }] = requests;
  assert.deepEqual([url, method], ['/api/v1/diagrams/abc', 'PUT']);
  assert.equal(headers['If-Match'], '"7"');
  assert.equal(headers['X-CSRFToken'], 'token');
  assert.equal(body.diagram.schema, 1);
});

test('a large diagram goes out as a whole, as JSON like any other', async () => {
  const { api, requests } = build({ json: { id: 'abc', revision: 8 } });
  const diagram = { ...emptyDiagram(), title: 'ü'.repeat(100_000) };

  await api.saveDiagram('abc', 7, diagram);

  const [{ headers, body }] = requests;
  assert.equal(headers['Content-Type'], 'application/json');
  assert.deepEqual(JSON.parse(await new Response(body).text()), { diagram });
});

test('a read carries no CSRF token', async () => {
  const { api, requests } = build({ json: { id: 'abc', revision: 1 } });

  await api.loadDiagram('abc');

  assert.equal(requests[0].headers['X-CSRFToken'], undefined);
});

test("the server's sentence, code and problems become the error", async () => {
  const problem = { code: 'host-missing', severity: 'error', message: 'R1 has no host.' };
  const { api } = build({ status: 422, json: { error: { code: 'unsound', message: 'Two things.', problems: [problem] } } });

  const error = await caught(api.createMapping('abc'));

  assert.equal(error.message, 'Two things.');
  assert.deepEqual([error.status, error.code], [422, 'unsound']);
  assert.equal(error.problems[0].message, 'R1 has no host.');
  assert.equal(error.isPassing, false);
});

test('a dead network is an error that passes', async () => {
  const { api } = build(new TypeError('Failed to fetch'));

  const error = await caught(api.createDiagram(emptyDiagram()));

  assert.match(error.message, /cannot be reached/);
  assert.equal(error.isPassing, true);
});

test('an answer that is no JSON is an error with a sentence', async () => {
  const { api } = build({ status: 502, text: '<html>Bad gateway</html>' }, { status: 200, text: 'hello' });

  assert.equal((await caught(api.createMapping('abc'))).isPassing, true);
  assert.match((await caught(api.createMapping('abc'))).message, /does not understand/);
});

test('a token that a log-in has made invalid is renewed, and the request sent again', async () => {
  const { api, requests } = build(
    { status: 400, json: { error: { code: 'csrf', message: 'Reload the page.', problems: [] } } },
    { json: { signed_in: true, csrf_token: 'fresh' } },
    { status: 201, json: { id: 'abc', revision: 1 } },
  );

  const saved = await api.createDiagram(emptyDiagram());

  assert.equal(saved.id, 'abc');
  assert.deepEqual(requests.map((request) => request.headers['X-CSRFToken']), ['token', undefined, 'fresh']);
});

test('a token that is refused twice is an error', async () => {
  const refusal = { status: 400, json: { error: { code: 'csrf', message: 'Reload the page.', problems: [] } } };
  const { api } = build(refusal, { json: { signed_in: true, csrf_token: 'fresh' } }, refusal);

  assert.equal((await caught(api.createMapping('abc'))).code, 'csrf');
});
