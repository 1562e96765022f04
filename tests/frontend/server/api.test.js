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

/** The answer to a token that a log-in has made invalid. */
function refusal() {
  return { status: 400, json: { error: { code: 'csrf', message: 'Reload the page.', problems: [] } } };
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
    refusal(),
    { json: { signed_in: true, username: 'alice', csrf_token: 'fresh' } },
    { json: { id: 'abc', revision: 2 } },
  );

  const saved = await api.saveDiagram('abc', 1, emptyDiagram());

  assert.equal(saved.id, 'abc');
  assert.deepEqual(requests.map((request) => request.headers['X-CSRFToken']), ['token', undefined, 'fresh']);
});

test("what a guest's page drew goes over to nobody who logs in before they say that it is theirs", async () => {
  const session = { json: { signed_in: true, username: 'alice', csrf_token: 'fresh' } };
  const { api, requests } = build(refusal(), session, session, session, { status: 201, json: { id: 'abc', revision: 1 } });

  assert.equal((await caught(api.createDiagram(emptyDiagram()))).code, 'logged-in');
  assert.equal((await caught(api.createDiagram(emptyDiagram()))).code, 'logged-in');
  assert.equal(api.username, null);
  assert.deepEqual(requests.map(({ method, url }) => `${method} ${url}`), ['POST /api/v1/diagrams', 'GET /api/v1/session', 'GET /api/v1/session']);

  api.adopt();

  assert.equal(api.username, 'alice');
  assert.equal((await api.createDiagram(emptyDiagram())).id, 'abc');
});

test("a guest's page goes on as before when who has logged in logs out again", async () => {
  const { api } = build(
    refusal(),
    { json: { signed_in: true, username: 'alice', csrf_token: 'fresh' } },
    { json: { signed_in: false, username: null, csrf_token: 'fresher' } },
    { status: 201, json: { id: 'abc', revision: 1 } },
  );
  await caught(api.createDiagram(emptyDiagram()));

  assert.equal((await api.createDiagram(emptyDiagram())).id, 'abc');
});

test("a guest's diagram that who logged in has left to the guest is not told to be deleted", async () => {
  const session = { json: { signed_in: true, username: 'alice', csrf_token: 'fresh' } };
  const gone = { status: 404, json: { error: { code: 'not-found', message: 'There is no such diagram.', problems: [] } } };
  const { api } = build(refusal(), session, gone, session);

  assert.equal((await caught(api.saveDiagram('abc', 1, emptyDiagram()))).code, 'logged-in');
});

test("a guest's diagram that somebody who has logged in can save is theirs from then on", async () => {
  const session = { json: { signed_in: true, username: 'alice', csrf_token: 'fresh' } };
  const conflict = { status: 412, json: { error: { code: 'outdated', message: 'Changed.', problems: [] } } };
  const [saving, conflicting] = [build(refusal(), session, { json: { id: 'abc', revision: 2 } }), build(refusal(), session, conflict)];

  await saving.api.saveDiagram('abc', 1, emptyDiagram());
  await caught(conflicting.api.saveDiagram('abc', 1, emptyDiagram()));

  assert.deepEqual([saving.api.username, conflicting.api.username], ['alice', 'alice']);
});

test('a token that is refused twice is an error', async () => {
  const { api } = build(refusal(), { json: { signed_in: true, username: null, csrf_token: 'fresh' } }, refusal());

  assert.equal((await caught(api.createMapping('abc'))).code, 'csrf');
});
