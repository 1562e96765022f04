import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';

import { Api } from '../../../frontend/static/js/io/api.js';
import { Autosave, isSameDiagram } from '../../../frontend/static/js/io/autosave.js';
import { Drafts } from '../../../frontend/static/js/io/drafts.js';
import { emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { brokenStorage, fakeFetch, fakeStorage, settle } from './fakes.js';

const REFUSED = { error: { code: 'stale', message: 'Changed elsewhere.', problems: [] }, revision: 9 };

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

/**
 * @param {Parameters<typeof fakeFetch>[0]} answers
 * @param {{ id?: string | null, storage?: Storage }} [options]
 */
function build(answers, { id = 'abc', storage = fakeStorage() } = {}) {
  const { fetch, requests } = fakeFetch(answers);
  const screen = { ...emptyDiagram(), title: 'First' };
  const drafts = new Drafts(storage);
  const autosave = new Autosave({
    api: new Api({ base: '', token: 't', fetch }),
    drafts,
    read: () => ({ ...screen }),
    draftKey: 'tab-1',
    id,
    revision: 7,
  });
  const draw = (/** @type {string} */ title) => {
    screen.title = title;
    autosave.touch();
  };
  return { autosave, drafts, requests, draw };
}

test('a burst of changes is saved once, when it has calmed down', async () => {
  const { autosave, requests, draw } = build([{ json: { id: 'abc', revision: 8 } }]);

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

test('what is not saved is safe as soon as the browser has it', () => {
  const { autosave, drafts, draw } = build([]);

  draw('A');
  assert.equal(autosave.isSafe, false);
  autosave.keepDraft();

  assert.equal(autosave.isSafe, true);
  assert.equal(drafts.find('abc')?.diagram.title, 'A');
});

test('the first change creates the diagram', async () => {
  const { autosave, requests, drafts, draw } = build([{ status: 201, json: { id: 'new', revision: 1 } }], { id: null });
  let created = 0;
  autosave.addEventListener('created', () => (created += 1));

  draw('A');
  mock.timers.tick(200);
  assert.equal(drafts.find('tab-1')?.diagram.title, 'A');
  mock.timers.tick(800);
  await settle();

  assert.equal(requests[0].method, 'POST');
  assert.equal(autosave.id, 'new');
  assert.equal(created, 1);
  assert.equal(drafts.find('tab-1'), null);
});

test('a change during a save is sent after it, on the new revision, never beside it', async () => {
  const answers = [{ json: { id: 'abc', revision: 8 } }, { json: { id: 'abc', revision: 9 } }];
  const { autosave, requests, draw } = build(answers);

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
  const { autosave, drafts, requests, draw } = build([new TypeError('no network'), { json: { id: 'abc', revision: 8 } }]);

  draw('A');
  mock.timers.tick(800);
  await settle();
  assert.equal(autosave.state, 'offline');
  assert.equal(drafts.find('abc')?.diagram.title, 'A');
  mock.timers.tick(2000);
  await settle();

  assert.equal(requests.length, 2);
  assert.equal(autosave.state, 'saved');
  assert.equal(drafts.find('abc'), null);
});

test('a newer revision on the server stops the saving and keeps the draft', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: { ...emptyDiagram(), title: 'Theirs' } };
  const { autosave, drafts, requests, draw } = build([{ status: 412, json: REFUSED }, { json: theirs }]);

  draw('Mine');
  mock.timers.tick(800);
  await settle();
  draw('Mine too');
  mock.timers.tick(10_000);
  await settle();

  assert.equal(autosave.state, 'conflict');
  assert.equal(requests.length, 2);
  assert.equal(drafts.find('abc')?.diagram.title, 'Mine too');
  await assert.rejects(autosave.flush(), { status: 412 });
});

test('after a conflict mine can be written over theirs', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: emptyDiagram() };
  const answers = [{ status: 412, json: REFUSED }, { json: theirs }, { json: { id: 'abc', revision: 10 } }];
  const { autosave, requests, draw } = build(answers);
  draw('Mine');
  mock.timers.tick(800);
  await settle();

  await autosave.overwrite(9);

  assert.equal(requests[2].headers['If-Match'], '"9"');
  assert.equal(autosave.state, 'saved');
});

test('after a conflict mine can be saved as a copy', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: emptyDiagram() };
  const answers = [{ status: 412, json: REFUSED }, { json: theirs }, { json: { id: 'copy', revision: 1 } }];
  const { autosave, drafts, requests, draw } = build(answers);
  draw('Mine');
  mock.timers.tick(800);
  await settle();

  await autosave.saveAsCopy();

  assert.equal(requests[2].method, 'POST');
  assert.equal(requests[2].body.diagram.title, 'Mine');
  assert.equal(autosave.id, 'copy');
  assert.equal(drafts.find('abc'), null);
});

test('after a conflict theirs can be taken, and is not sent back', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: emptyDiagram() };
  const { autosave, drafts, requests, draw } = build([{ status: 412, json: REFUSED }, { json: theirs }]);
  draw('Mine');
  mock.timers.tick(800);
  await settle();

  autosave.adopt(9);
  mock.timers.tick(10_000);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.revision, 9);
  assert.equal(requests.length, 2);
  assert.equal(drafts.find('abc'), null);
});

test('a save whose answer was lost is no conflict with itself', async () => {
  const theirs = { id: 'abc', revision: 8, diagram: { ...emptyDiagram(), title: 'A' } };
  const { autosave, draw } = build([{ status: 412, json: REFUSED }, { json: theirs }]);

  draw('A');
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.revision, 8);
});

test('what the server refuses is kept here and tried again at the next change', async () => {
  const refusal = { error: { code: 'diagram-shape', message: 'The title is too long.', problems: [] } };
  const { autosave, drafts, draw } = build([{ status: 422, json: refusal }, { json: { id: 'abc', revision: 8 } }]);

  draw('A');
  mock.timers.tick(800);
  await settle();
  assert.equal(autosave.state, 'refused');
  assert.equal(autosave.error?.message, 'The title is too long.');
  assert.notEqual(drafts.find('abc'), null);
  draw('B');
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
});

test('flush saves at once and gives a diagram without changes its id', async () => {
  const { autosave } = build([{ status: 201, json: { id: 'new', revision: 1 } }], { id: null });

  await autosave.flush();

  assert.equal(autosave.id, 'new');
});

test('a browser that keeps nothing still saves', async () => {
  const { autosave, draw } = build([{ json: { id: 'abc', revision: 8 } }], { storage: brokenStorage() });

  draw('A');
  autosave.keepDraft();
  assert.equal(autosave.isSafe, false);
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.isSafe, true);
});

test('diagrams are the same whatever the order of their keys', () => {
  assert.equal(isSameDiagram({ a: [1, { b: null, c: '' }] }, { a: [1, { c: '', b: null }] }), true);
  assert.equal(isSameDiagram({ a: [1, 2] }, { a: [2, 1] }), false);
  assert.equal(isSameDiagram({ a: 1 }, { a: 1, b: undefined }), false);
  assert.equal(isSameDiagram({ a: null }, { a: {} }), false);
});
