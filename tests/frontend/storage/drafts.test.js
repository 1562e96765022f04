import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DRAFT_DAYS, Drafts } from '../../../frontend/static/js/storage/drafts.js';
import { brokenStore, draftOf, fakeStore } from '../support/fakes.js';

const DAY = 86_400_000;

/** @param {import('../support/fakes.js').Draft[]} kept */
async function build(kept, now = 1000) {
  const store = fakeStore();
  const drafts = new Drafts(store, () => now);
  for (const draft of kept) await drafts.keep(draft);
  return { drafts, keys: () => [...store.entries.keys()] };
}

test('the youngest draft comes first', async () => {
  const { drafts } = await build([draftOf('a', 'Old', { changedAt: 1 }), draftOf('b', 'Young', { changedAt: 2 })]);

  assert.deepEqual((await drafts.listOf(null)).map(({ key }) => key), ['b', 'a']);
});

test('nobody is shown the drafts of another account, and logging out hides them without a loss', async () => {
  const { drafts } = await build([draftOf('a', "Alice's", { owner: 'alice' })]);

  assert.deepEqual(await drafts.listOf('bob'), []);
  assert.deepEqual(await drafts.listOf(null), []);
  assert.deepEqual((await drafts.listOf('alice')).map(({ key }) => key), ['a']);
});

test('what was drawn without an account is offered to who logs in, and stays where it is until somebody takes it', async () => {
  const { drafts } = await build([draftOf('a', 'Before')]);

  const [offered] = await drafts.listOf('alice');

  assert.equal(offered.owner, null);
  assert.deepEqual(await drafts.listOf('bob'), [offered]);
  assert.deepEqual(await drafts.listOf(null), [offered]);
});

test('what was drawn without an account goes over to who takes it, and then to nobody else', async () => {
  const { drafts } = await build([draftOf('a', 'Before')]);
  const [offered] = await drafts.listOf('alice');

  await drafts.take(offered, 'alice', 'b');

  assert.deepEqual((await drafts.listOf('alice')).map(({ key, owner }) => [key, owner]), [['b', 'alice']]);
  assert.deepEqual(await drafts.listOf('bob'), []);
  assert.deepEqual(await drafts.listOf(null), []);
});

test('a draft that is as old as the trash is dropped, whoever looks', async () => {
  const now = 100 * DAY;
  const old = draftOf('a', 'Old', { owner: 'alice', changedAt: now - DRAFT_DAYS * DAY - 1 });
  const young = draftOf('b', 'Young', { owner: 'alice', changedAt: now - DRAFT_DAYS * DAY });
  const { drafts, keys } = await build([old, young], now);

  await drafts.listOf('bob');

  assert.deepEqual(keys(), ['b']);
});

test('a draft that a page takes is moved under the key of that page', async () => {
  const { drafts, keys } = await build([draftOf('a', 'Mine', { isSetAside: true })]);
  const [draft] = await drafts.listOf(null);

  const taken = await drafts.take(draft, null, 'b');

  assert.deepEqual([taken.key, taken.requestKey, taken.isSetAside], ['b', 'a', false]);
  assert.deepEqual(keys(), ['b']);
});

test('a drawing is kept as text, which stops no page, and comes back as it was', async () => {
  const draft = draftOf('a', 'Größe "1"');
  const store = fakeStore();
  const drafts = new Drafts(store, () => 1);

  await drafts.keep(draft);

  assert.equal(typeof store.entries.get('a')?.diagram, 'string');
  assert.deepEqual(await drafts.find('a'), draft);
  assert.deepEqual(await drafts.listOf(null), [draft]);
});

test('what an earlier version kept comes back too', async () => {
  const draft = draftOf('a', 'Mine');
  const store = fakeStore();
  await store.put(draft);
  const drafts = new Drafts(store, () => 1);

  assert.deepEqual(await drafts.find('a'), draft);
  assert.deepEqual(await drafts.listOf('alice'), [draft]);
});

test('a draft whose text is broken hides no other one', async () => {
  const store = fakeStore();
  const drafts = new Drafts(store, () => 1);
  await drafts.keep(draftOf('a', 'Mine'));
  await store.put({ ...draftOf('b', 'Broken'), diagram: '{"title":' });

  assert.equal(await drafts.find('b'), null);
  assert.deepEqual((await drafts.listOf(null)).map(({ key }) => key), ['a']);
});

test('a browser that keeps nothing says so and breaks nothing', async () => {
  const drafts = new Drafts(brokenStore(), () => 1);

  assert.equal(await drafts.keep(draftOf('a', 'Mine')), false);
  assert.equal(await drafts.find('a'), null);
  assert.deepEqual(await drafts.listOf(null), []);
  await drafts.drop('a');
});
