import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Drafts } from '../../../../frontend/static/js/storage/drafts.js';
import { findStart } from '../../../../frontend/static/js/features/saving/start.js';
import { emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { brokenStore, draftOf, fakeStore } from '../../support/fakes.js';

const NEW = { id: null, requestKey: null, diagram: emptyDiagram() };
const SAVED = { id: 'abc', requestKey: 'page-1', diagram: { ...emptyDiagram(), title: 'Stored' } };

/**
 * @param {import('../../support/fakes.js').Draft[]} kept
 * @param {string[]} open
 * @param {Partial<Parameters<typeof findStart>[0]>} options
 */
async function find(kept, open, options) {
  const store = fakeStore();
  const drafts = new Drafts(store, () => 10);
  for (const draft of kept) await drafts.keep(draft);
  const openPages = { findOthers: async () => new Set(open) };
  return { found: await findStart({ stored: SAVED, drafts, openPages, owner: null, named: '', isNew: false, ...options }), store };
}

/**
 * @param {import('../../support/fakes.js').Draft[]} kept
 * @param {Partial<Parameters<typeof findStart>[0]> & { open?: string[] }} [options]
 */
async function start(kept, { open = [], ...options } = {}) {
  const { found, store } = await find(kept, open, options);
  return { draft: found.draft?.key ?? null, others: found.others.map(({ key }) => key), left: [...store.entries.keys()] };
}

test('a draft that the server never got is brought back on its diagram', async () => {
  const found = await start([draftOf('a', 'Drawn', { id: 'abc', revision: 2 })]);

  assert.deepEqual(found, { draft: 'a', others: [], left: ['a'] });
});

test('a draft that says what the server has is dropped', async () => {
  const found = await start([draftOf('a', 'Stored', { id: 'abc' })]);

  assert.deepEqual(found, { draft: null, others: [], left: [] });
});

test('a draft whose page was closed before the server could say that it has it is dropped', async () => {
  const found = await start([draftOf('a', 'Stored', { requestKey: 'page-1' })]);

  assert.deepEqual(found, { draft: null, others: [], left: [] });
});

test('a draft that went on while the server was making its diagram is brought back on it', async () => {
  const { draft } = (await find([draftOf('a', 'Drawn', { requestKey: 'page-1' })], [], {})).found;

  assert.deepEqual([draft?.key, draft?.id, draft?.revision], ['a', 'abc', 1]);
});

test('a new page is empty, and what was never saved is offered beside it', async () => {
  const found = await start([draftOf('a', 'Drawn')], { stored: NEW, isNew: true });

  assert.deepEqual([found.draft, found.others], [null, ['a']]);
});

test('where one comes to go on, the youngest drawing that was never saved is brought back', async () => {
  const kept = [draftOf('a', 'Old', { changedAt: 1 }), draftOf('b', 'Young', { changedAt: 2 }), draftOf('c', 'Saved once', { id: 'abc', changedAt: 3 })];

  const found = await start(kept, { stored: NEW });

  assert.deepEqual([found.draft, found.others], ['b', ['c', 'a']]);
});

test('a new page that was reloaded finds its own drawing, by its address', async () => {
  const kept = [draftOf('a', 'Mine', { changedAt: 1 }), draftOf('b', 'Another', { changedAt: 2 })];

  const found = await start(kept, { stored: NEW, isNew: true, named: 'a', open: ['a'] });

  assert.deepEqual([found.draft, found.others], ['a', ['b']]);
});

test('what another page has open is left to it', async () => {
  const found = await start([draftOf('a', 'Drawn', { id: 'abc' })], { open: ['a'] });

  assert.deepEqual(found, { draft: null, others: [], left: ['a'] });
});

test('what somebody decided against comes back only when it is asked for', async () => {
  const kept = [draftOf('a', 'Mine', { id: 'abc', isSetAside: true })];

  assert.deepEqual(await start(kept), { draft: null, others: [], left: ['a'] });
  assert.equal((await start(kept, { named: 'a' })).draft, 'a');
});

test('what was drawn without an account is offered to who logs in, and no address takes it', async () => {
  const kept = [draftOf('a', 'Drawn')];

  assert.deepEqual(await start(kept, { stored: NEW, owner: 'alice' }), { draft: null, others: ['a'], left: ['a'] });
  assert.deepEqual(await start(kept, { stored: NEW, owner: 'alice', named: 'a' }), { draft: null, others: ['a'], left: ['a'] });
  assert.equal((await start(kept, { stored: NEW, named: 'a' })).draft, 'a');
});

test('a draft of what somebody took over when they logged in is brought back on it', async () => {
  assert.equal((await start([draftOf('a', 'Drawn', { id: 'abc' })], { owner: 'alice' })).draft, 'a');
  assert.equal((await start([draftOf('a', 'Drawn', { requestKey: 'page-1' })], { owner: 'alice' })).draft, 'a');
});

test("another account's draft of the same diagram is not touched", async () => {
  const found = await start([draftOf('a', 'Drawn', { id: 'abc', owner: 'alice' })], { owner: 'bob', named: 'a' });

  assert.deepEqual(found, { draft: null, others: [], left: ['a'] });
});

test('a browser that keeps nothing starts with what the server has', async () => {
  const drafts = new Drafts(brokenStore(), () => 1);
  const openPages = { findOthers: async () => new Set() };

  const found = await findStart({ stored: SAVED, drafts, openPages, owner: null, named: '', isNew: false });

  assert.deepEqual(found, { draft: null, others: [] });
});
