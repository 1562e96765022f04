import assert from 'node:assert/strict';
import { mock } from 'node:test';

import { emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { NOW, buildAutosave, settle } from '../../support/fakes.js';
import { testWithStoppedTimers as test } from '../../support/timers.js';

const REFUSED = { error: { code: 'stale', message: 'Changed elsewhere.', problems: [] }, revision: 9 };

test('a newer revision on the server stops the saving and keeps the draft', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: { ...emptyDiagram(), title: 'Theirs' } };
  const { autosave, kept, requests, draw } = buildAutosave([{ status: 412, json: REFUSED }, { json: theirs }]);

  draw('Mine');
  mock.timers.tick(800);
  await settle();
  draw('Mine too');
  mock.timers.tick(10_000);
  await settle();

  assert.equal(autosave.state, 'conflict');
  assert.equal(requests.length, 2);
  assert.equal((await kept())?.diagram.title, 'Mine too');
  await assert.rejects(autosave.flush(), { status: 412 });
});

test('after a conflict mine can be written over theirs', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: emptyDiagram() };
  const answers = [{ status: 412, json: REFUSED }, { json: theirs }, { json: { id: 'abc', revision: 10 } }];
  const { autosave, requests, draw } = buildAutosave(answers);
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
  const { autosave, kept, requests, draw } = buildAutosave(answers);
  draw('Mine');
  mock.timers.tick(800);
  await settle();

  await autosave.saveAsCopy();

  assert.equal(requests[2].method, 'POST');
  assert.equal(requests[2].body.diagram.title, 'Mine');
  assert.equal(autosave.id, 'copy');
  assert.equal(await kept(), null);
});

test('after a conflict theirs can be taken, and is not sent back', async () => {
  const theirs = { id: 'abc', revision: 9, diagram: emptyDiagram() };
  const { autosave, kept, requests, draw } = buildAutosave([{ status: 412, json: REFUSED }, { json: theirs }]);
  draw('Mine');
  mock.timers.tick(800);
  await settle();

  autosave.adopt(9, NOW);
  mock.timers.tick(10_000);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.revision, 9);
  assert.equal(requests.length, 2);
  assert.equal(await kept(), null);
});

test('a save whose answer was lost is no conflict with itself', async () => {
  const theirs = { id: 'abc', revision: 8, diagram: { ...emptyDiagram(), title: 'A' } };
  const { autosave, draw } = buildAutosave([{ status: 412, json: REFUSED }, { json: theirs }]);

  draw('A');
  mock.timers.tick(800);
  await settle();

  assert.equal(autosave.state, 'saved');
  assert.equal(autosave.revision, 8);
});

test('what somebody decides against is kept beside what comes next', async () => {
  const { autosave, drafts, draw } = buildAutosave([]);
  draw('Mine');

  assert.equal(await autosave.setAside(9), true);
  autosave.adopt(9, NOW);
  await settle();

  assert.deepEqual((await drafts.listOf(null)).map(({ isSetAside, revision, diagram }) => [isSetAside, revision, diagram.title]), [[true, 9, 'Mine']]);
});
