import assert from 'node:assert/strict';
import { mock } from 'node:test';

import { NOW, brokenStore, buildAutosave, fakeStore, settle } from '../../support/fakes.js';
import { testWithStoppedTimers as test } from '../../support/timers.js';

test('a burst of changes is saved once, when it has calmed down', async () => {
  const { autosave, requests, draw } = buildAutosave([{ json: { id: 'abc', revision: 8 } }]);

  for (const title of ['A', 'B', 'C']) {
    draw(title);
    mock.timers.tick(500);
  }
  assert.equal(requests.length, 0);
  mock.timers.tick(500);
  await settle();

  assert.deepEqual(requests.map((request) => request.body.diagram.title), ['C']);
  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.revision, 8);
});

test('what is not saved is kept in the browser long before it is sent', async () => {
  const { kept, requests, draw } = buildAutosave([]);

  draw('A');
  draw('B');
  mock.timers.tick(150);
  await settle();

  assert.equal(requests.length, 0);
  assert.deepEqual({ ...(await kept()), diagram: null }, {
    key: 'page-1', id: 'abc', owner: null, revision: 7, requestKey: 'page-1', changedAt: NOW, isSetAside: false, diagram: null,
  });
  assert.equal((await kept())?.diagram.title, 'B');
});

test('a page that closes hands its draft over before it is gone', async () => {
  const store = fakeStore();
  const { autosave, draw } = buildAutosave([], { store });

  draw('A');
  void autosave.keepDraft();

  assert.match(String(store.entries.get('page-1')?.diagram), /"title":"A"/);
});

test('the first change creates the diagram', async () => {
  const { autosave, requests, kept, draw } = buildAutosave([{ status: 201, json: { id: 'new', revision: 1 } }], { id: null });
  let created = 0;
  autosave.addEventListener('created', () => (created += 1));

  draw('A');
  mock.timers.tick(150);
  await settle();
  assert.equal((await kept())?.id, null);
  mock.timers.tick(800);
  await settle();

  assert.equal(requests[0].method, 'POST');
  assert.equal(autosave.id, 'new');
  assert.equal(created, 1);
  assert.equal(await kept(), null);
});

test('a change during a save is sent after it, on the new revision, never beside it', async () => {
  const answers = [{ json: { id: 'abc', revision: 8 } }, { json: { id: 'abc', revision: 9 } }];
  const { autosave, requests, draw } = buildAutosave(answers);

  draw('A');
  mock.timers.tick(800);
  draw('B');
  assert.equal(requests.length, 1);
  await settle();
  assert.equal(autosave.state, 'waiting');
  mock.timers.tick(800);
  await settle();

  assert.deepEqual(requests.map((request) => request.headers['If-Match']), ['"7"', '"8"']);
  assert.equal(requests[1].body.diagram.title, 'B');
  assert.equal(autosave.isBehind, false);
});

test('while the server cannot be reached the draft is kept, and the save is tried again', async () => {
  const { autosave, kept, requests, draw } = buildAutosave([new TypeError('no network'), { json: { id: 'abc', revision: 8 } }]);

  draw('A');
  mock.timers.tick(800);
  await settle();
  assert.equal(autosave.state, 'offline');
  assert.equal((await kept())?.diagram.title, 'A');
  mock.timers.tick(2000);
  await settle();

  assert.equal(requests.length, 2);
  assert.equal(autosave.state, 'saved');
  assert.equal(await kept(), null);
});

test('what the server refuses is kept here and tried again at the next change', async () => {
  const refusal = { error: { code: 'diagram-shape', message: 'The title is too long.', problems: [] } };
  const { autosave, kept, draw } = buildAutosave([{ status: 422, json: refusal }, { json: { id: 'abc', revision: 8 } }]);

  draw('A');
  mock.timers.tick(800);
  await settle();
  assert.equal(autosave.state, 'refused');
  assert.equal(autosave.error?.message, 'The title is too long.');
  assert.notEqual(await kept(), null);
  draw('B');
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
});

test('flush saves at once and gives a diagram without changes its id', async () => {
  const { autosave } = buildAutosave([{ status: 201, json: { id: 'new', revision: 1 } }], { id: null });

  await autosave.flush();

  assert.equal(autosave.id, 'new');
});

test('a browser that keeps nothing still saves, and says that it keeps nothing', async () => {
  const { autosave, draw } = buildAutosave([{ json: { id: 'abc', revision: 8 } }], { store: brokenStore() });

  draw('A');
  await autosave.keepDraft();
  assert.equal(autosave.isAtRisk, true);
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.isAtRisk, false);
});

test('while the server cannot be reached it is asked less and less often, whatever is drawn', async () => {
  const { autosave, requests, draw } = buildAutosave(Array.from({ length: 5 }, () => new TypeError('no network')));
  /** @type {string[]} */
  const states = [];
  draw('A');
  mock.timers.tick(800);
  await settle();
  autosave.addEventListener('state', () => states.push(autosave.state));

  for (const wait of [2_000, 4_000, 8_000]) {
    draw(`after ${wait}`);
    mock.timers.tick(wait - 1);
    await settle();
    const before = requests.length;
    mock.timers.tick(1);
    await settle();
    assert.equal(requests.length, before + 1);
  }

  assert.equal(requests.length, 4);
  assert.deepEqual(new Set(states), new Set(['offline']));
});

test('whoever comes back need not wait for the next try', async () => {
  const { autosave, draw } = buildAutosave([new TypeError('no network'), { json: { id: 'abc', revision: 8 } }]);
  draw('A');
  mock.timers.tick(800);
  await settle();

  autosave.saveNow();
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.savedAt, NOW);
});

test('an expired log-in stops nothing but the saving, and heals when the same person is back', async () => {
  const csrf = { status: 400, json: { error: { code: 'csrf', message: 'Reload.', problems: [] } } };
  const { autosave, kept, requests, draw } = buildAutosave([
    csrf, { json: { username: null, csrf_token: 'x' } },
    csrf, { json: { username: 'alice', csrf_token: 'y' } }, { json: { id: 'abc', revision: 8 } },
  ], { username: 'alice' });

  draw('A');
  mock.timers.tick(800);
  await settle();
  assert.equal(autosave.state, 'expired');
  assert.equal((await kept())?.owner, 'alice');
  mock.timers.tick(2_000);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.deepEqual(requests.map(({ method }) => method), ['PUT', 'GET', 'PUT', 'GET', 'PUT']);
  assert.equal(await kept(), null);
});

test('a new drawing of somebody who is logged out is made for nobody else', async () => {
  const { autosave, requests, draw } = buildAutosave([{ json: { username: 'bob', csrf_token: 'x' } }], { id: null, username: 'alice' });

  draw('A');
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'expired');
  assert.deepEqual(requests.map(({ method, url }) => `${method} ${url}`), ['GET /session']);
});

test('a creation whose answer was lost is asked for under the same key, and makes no twin', async () => {
  const { autosave, requests, draw } = buildAutosave([
    new TypeError('no network'), { json: { id: 'new', revision: 1 } }, { json: { id: 'new', revision: 2 } },
  ], { id: null });
  draw('A');
  mock.timers.tick(800);
  await settle();
  draw('B');

  mock.timers.tick(2_000);
  await settle();

  const [first, second, third] = requests;
  assert.equal(first.headers['Idempotency-Key'], 'page-1');
  assert.equal(second.headers['Idempotency-Key'], 'page-1');
  assert.deepEqual([third.method, third.headers['If-Match'], third.body.diagram.title], ['PUT', '"1"', 'B']);
  assert.equal(autosave.revision, 2);
  assert.equal(autosave.state, 'saved');
});
