import assert from 'node:assert/strict';
import { test } from 'node:test';

import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { DEVICE_KINDS } from '../../../frontend/static/js/model/kinds.js';
import { fullLabel } from '../../../frontend/static/js/model/names.js';
import { createNode, placeAt } from '../../../frontend/static/js/gestures/placing.js';
import { assertSound } from '../support/check-diagram.js';
import { classroomEditor } from '../support/editor.js';
import { saved } from '../support/labs.js';

test('everything in the palette can be placed, each as one step', () => {
  const { editor } = classroomEditor();
  const kinds = /** @type {const} */ ([...DEVICE_KINDS, 'users', 'network', 'gateway', 'note', 'zone']);

  for (const kind of kinds) placeAt(editor, kind, { x: 900, y: 700 });

  assertSound(saved(editor.model));
  let steps = 0;
  for (; editor.stack.canUndo; steps++) editor.stack.undo();
  assert.equal(steps, kinds.length);
});

test('a new name counts past those that are there', () => {
  const { editor } = classroomEditor();

  assert.equal(createNode(editor.model, 'x', 'router', { x: 0, y: 0 }).label, 'R2');
  assert.equal(createNode(editor.model, 'x', 'users', { x: 0, y: 0 }).label, 'student9');
  assert.equal(createNode(editor.model, 'x', 'note', { x: 0, y: 0 }).label, 'Note');
});

test('the first group of people are students, the second trainers, then students again', () => {
  const { editor } = classroomEditor();
  editor.stack.execute(removeItems(editor.model, [...editor.model.nodes.keys()]));
  const add = () => fullLabel(/** @type {any} */ (editor.model.placed(placeAt(editor, 'users', { x: 0, y: 0 }))));

  assert.deepEqual([add(), add(), add()], ['student1', 'trainer1', 'student2']);
});
