import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Drafts } from '../../../frontend/static/js/io/drafts.js';
import { chooseStart } from '../../../frontend/static/js/io/restore.js';
import { emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { brokenStorage, fakeStorage } from './fakes.js';

/** @param {string} title */
const titled = (title) => ({ ...emptyDiagram(), title });

test('without a draft the editor starts with what the server has', () => {
  const stored = { id: 'abc', revision: 3, diagram: titled('Stored') };

  const start = chooseStart(stored, new Drafts(fakeStorage()), 'tab-1');

  assert.deepEqual(start, { ...stored, isRestored: false });
});

test('a draft that the server never got is restored', () => {
  const drafts = new Drafts(fakeStorage());
  drafts.keep('abc', { id: 'abc', revision: 3, changedAt: 1, diagram: titled('Drawn') });

  const start = chooseStart({ id: 'abc', revision: 3, diagram: titled('Stored') }, drafts, 'tab-1');

  assert.equal(start.diagram.title, 'Drawn');
  assert.equal(start.isRestored, true);
});

test('a draft on an older revision keeps that revision, so that saving it is a conflict', () => {
  const drafts = new Drafts(fakeStorage());
  drafts.keep('abc', { id: 'abc', revision: 2, changedAt: 1, diagram: titled('Drawn') });

  const start = chooseStart({ id: 'abc', revision: 3, diagram: titled('Stored') }, drafts, 'tab-1');

  assert.equal(start.diagram.title, 'Drawn');
  assert.equal(start.revision, 2);
  assert.notEqual(drafts.find('abc'), null);
});

test('a draft that says what the server has is dropped', () => {
  const drafts = new Drafts(fakeStorage());
  drafts.keep('abc', { id: 'abc', revision: 2, changedAt: 1, diagram: titled('Stored') });

  const start = chooseStart({ id: 'abc', revision: 3, diagram: titled('Stored') }, drafts, 'tab-1');

  assert.equal(start.isRestored, false);
  assert.equal(drafts.find('abc'), null);
});

test('a lab that was never saved is found again in another tab', () => {
  const drafts = new Drafts(fakeStorage());
  drafts.keep('tab-1', { id: null, revision: 0, changedAt: 1, diagram: titled('Old') });
  drafts.keep('tab-2', { id: null, revision: 0, changedAt: 2, diagram: titled('Young') });
  drafts.keep('abc', { id: 'abc', revision: 0, changedAt: 3, diagram: titled('Saved once') });

  const start = chooseStart({ id: null, revision: 0, diagram: emptyDiagram() }, drafts, 'tab-3');

  assert.equal(start.diagram.title, 'Young');
  assert.equal(drafts.find('tab-3')?.diagram.title, 'Young');
  assert.equal(drafts.find('tab-2'), null);
});

test('a browser that keeps nothing starts with what the server has', () => {
  const stored = { id: null, revision: 0, diagram: emptyDiagram() };

  assert.equal(chooseStart(stored, new Drafts(brokenStorage()), 'tab-1').isRestored, false);
});
