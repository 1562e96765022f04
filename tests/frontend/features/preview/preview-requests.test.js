import assert from 'node:assert/strict';
import { mock } from 'node:test';

import { Api } from '../../../../frontend/static/js/server/api.js';
import { PreviewRequests } from '../../../../frontend/static/js/features/preview/preview-requests.js';
import { emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { fakeFetch, settle } from '../../support/fakes.js';
import { testWithStoppedTimers as test } from '../../support/timers.js';

/** @param {Parameters<typeof fakeFetch>[0]} answers */
function build(...answers) {
  const { fetch, requests } = fakeFetch(answers);
  const screen = { ...emptyDiagram(), title: '' };
  const preview = new PreviewRequests({
    api: new Api({ base: '', csrfToken: 't', username: null, fetch }),
    read: () => ({ diagram: { ...screen }, id: null }),
  });
  const draw = (/** @type {string} */ title) => {
    screen.title = title;
    return preview.refresh();
  };
  return { preview, requests, draw };
}

/**
 * Let *milliseconds* go by, and everything happen that waits for them.
 * @param {number} milliseconds
 */
async function pass(milliseconds) {
  await settle();
  mock.timers.tick(milliseconds);
  await settle();
}

/** @param {string} text */
const answer = (text) => ({ json: { xml: { text, truncated: false } } });

test('a change is asked about at once where nothing is under way', async () => {
  const { preview, requests, draw } = build(answer('<user-mapping>'));

  void draw('one');
  await pass(0);

  assert.equal(requests.length, 1);
  assert.equal(requests[0].body.diagram.title, 'one');
  assert.equal(preview.answer?.xml?.text, '<user-mapping>');
});

test('what was asked before anybody listened is told to who listens, and not asked again', async () => {
  const { preview, requests, draw } = build(answer('<user-mapping>'));
  let told = 0;

  preview.files = ['xml'];
  void draw('one');
  preview.tell();
  await pass(0);
  preview.addEventListener('answer', () => (told += 1));
  preview.tell();
  await pass(1000);

  assert.deepEqual([requests.length, told], [1, 1]);
});

test('what was asked too early is asked again where that failed, or another file is looked at', async () => {
  const { preview, requests, draw } = build({ status: 503, json: {} }, answer('a'), answer('b'));

  void draw('one');
  await pass(0);
  preview.tell();
  await pass(120);
  preview.files = ['yaml'];
  preview.tell();
  await pass(120);

  assert.deepEqual(requests.map(({ body }) => body.parts), [['expansion'], ['expansion'], ['expansion', 'yaml']]);
});

test('changes that come at once are asked about once', async () => {
  const { requests, draw } = build(answer('a'));

  void draw('one');
  void draw('two');
  await pass(0);
  await pass(1000);

  assert.deepEqual(requests.map(({ body }) => body.diagram.title), ['two']);
});

test('while somebody goes on typing, one question follows the other with a pause, and the last is about the newest state', async () => {
  const { preview, requests, draw } = build(answer('1'), answer('2'), answer('3'));

  for (const letter of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef']) {
    void draw(letter);
    await pass(0);
    await pass(40);
  }
  await pass(120);

  assert.deepEqual(requests.map(({ body }) => body.diagram.title), ['a', 'abc', 'abcdef']);
  assert.equal(preview.answer?.xml?.text, '3');
});

test('a second question waits for the answer to the first, however long that takes', async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  let asked = 0;
  const fetch = /** @type {any} */ (async () => {
    asked += 1;
    await new Promise((resolve) => waiting.push(() => resolve(null)));
    return new Response(JSON.stringify(answer(String(asked)).json));
  });
  const api = new Api({ base: '', csrfToken: 't', username: null, fetch });
  const preview = new PreviewRequests({ api, read: () => ({ diagram: emptyDiagram(), id: null }) });

  void preview.refresh();
  await pass(0);
  const newest = preview.refresh();
  await pass(5000);
  assert.equal(asked, 1);
  waiting.shift()?.();
  await pass(0);
  assert.equal(asked, 2);
  waiting.shift()?.();
  await newest;

  assert.equal(preview.answer?.xml?.text, '2');
});

test('who never gets an answer is told, and asks again at the next change', async () => {
  const fetch = /** @type {any} */ ((/** @type {string} */ _url, /** @type {RequestInit} */ { signal }) =>
    new Promise((_, reject) => { signal?.addEventListener('abort', () => reject(signal.reason)); }));
  const api = new Api({ base: '', csrfToken: 't', username: null, fetch });
  const preview = new PreviewRequests({ api, read: () => ({ diagram: emptyDiagram(), id: null }) });

  const asked = preview.refresh();
  await pass(0);
  await pass(60_000);
  await asked;

  assert.match(preview.error?.message ?? '', /takes too long to answer/);
});

test('only the files that are looked at are asked for', async () => {
  const { preview, requests, draw } = build(answer('a'), answer('b'));

  void draw('one');
  await pass(0);
  preview.files = ['yaml'];
  void draw('two');
  await pass(120);

  assert.deepEqual(requests.map(({ body }) => body.parts), [['expansion'], ['expansion', 'yaml']]);
});

test('what was asked for with secrets is not shown once they are hidden again', async () => {
  const { preview, requests } = build(answer('secret'), answer('dots'));
  /** @type {unknown[]} */
  const shown = [];
  preview.addEventListener('answer', () => shown.push(preview.answer?.xml?.text));

  preview.reveal = true;
  void preview.refresh();
  mock.timers.tick(0);
  await new Promise((resolve) => setImmediate(resolve));
  preview.reveal = false;
  void preview.refresh();
  await pass(120);
  await pass(0);

  assert.deepEqual(requests.map(({ body }) => body.reveal), [true, false]);
  assert.deepEqual(shown, ['dots']);
});

test('a failure keeps the last answer and says why it is old', async () => {
  const { preview, draw } = build(answer('good'), new TypeError('no network'));
  let failures = 0;
  preview.addEventListener('failed', () => (failures += 1));

  void draw('one');
  await pass(0);
  void draw('two');
  await pass(120);

  assert.equal(preview.answer?.xml?.text, 'good');
  assert.match(preview.error?.message ?? '', /cannot be reached/);
  assert.equal(failures, 1);
});

test('after an outage the drawing is judged again without anybody changing it', async () => {
  const { preview, draw } = build(answer('before'), new TypeError('no network'), new TypeError('no network'), answer('after'));
  let recoveries = 0;
  preview.addEventListener('recovered', () => (recoveries += 1));

  void draw('one');
  await pass(0);
  void draw('two');
  await pass(120);
  await pass(2_000);
  await pass(120);
  assert.equal(preview.answer?.xml?.text, 'before');
  await pass(4_000);
  await pass(120);

  assert.equal(preview.answer?.xml?.text, 'after');
  assert.equal(preview.error, null);
  assert.equal(recoveries, 1);
});

test('what failed is asked again at once when the network is back or something was saved, and only then', async () => {
  const { preview, requests, draw } = build(answer('before'), new TypeError('no network'), answer('after'));

  void draw('one');
  await pass(0);
  preview.catchUp();
  await pass(120);
  assert.equal(requests.length, 1);
  void draw('two');
  await pass(120);
  preview.catchUp();
  await pass(120);

  assert.equal(preview.answer?.xml?.text, 'after');
});

test('what the server refuses is not asked again by itself', async () => {
  const { requests, draw } = build({ status: 422, json: { error: { message: 'No.' } } });

  void draw('one');
  await pass(0);
  await pass(60_000);

  assert.equal(requests.length, 1);
});
