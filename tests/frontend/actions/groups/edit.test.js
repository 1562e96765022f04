import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actingEditor } from '../../support/acting.js';

test('the command palette says what undo and redo would do', () => {
  const { actions, run, selection } = actingEditor();
  const label = (/** @type {string} */ name) => actions.listed().find(({ action }) => action.name === name)?.label;
  selection.set(['srv']);

  run('delete');
  assert.deepEqual([label('undo'), label('redo')], ['Undo: Delete SRV1', undefined]);
  run('undo');

  assert.equal(label('redo'), 'Redo: Delete SRV1');
});

test('the command palette has what connects, gives access and moves into a zone, where it is possible', () => {
  const { actions, selection } = actingEditor();
  const listed = () => actions.listed().map(({ action }) => action.name);
  selection.set(['r1']);

  for (const name of ['connect-to', 'let-reach', 'move-into-zone', 'take-out-of-zone']) assert.ok(listed().includes(name), name);
  assert.ok(!listed().includes('give-access-to'));
  selection.set(['students']);
  assert.ok(listed().includes('give-access-to'));
});

test('rename needs exactly one node or zone', () => {
  const { run, isEnabled, selection, heard } = actingEditor();
  selection.set(['l1']);
  assert.equal(isEnabled('rename'), false);
  selection.set(['r1']);

  run('rename');
  run('properties');

  assert.deepEqual(heard, ['rename r1', 'properties']);
});

test('the menu opens beside what is selected', () => {
  const { run, selection, heard } = actingEditor();
  selection.set(['srv']);

  run('menu');

  assert.deepEqual(heard, [`menu at ${628 + 100},${272 + 50}`]);
});

test('the clipboard does what its name says', () => {
  const { run, done, selection } = actingEditor();
  selection.set(['r1']);

  for (const name of ['copy', 'cut', 'paste', 'duplicate']) run(name);

  assert.deepEqual(done, ['copy', 'cut', 'paste', 'duplicate']);
});
