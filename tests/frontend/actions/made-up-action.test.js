/** What it costs to add an action: one record in the table, and nothing else. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { choicesOfActions } from '../../../frontend/static/js/features/command-palette/command-palette.js';
import { groupsOf } from '../../../frontend/static/js/features/help/shortcuts-dialog.js';
import { matching } from '../../../frontend/static/js/kit/forms/combobox.js';
import { classroomEditor } from '../support/editor.js';

/** @typedef {import('../../../frontend/static/js/actions/actions.js').Action} Action */

function withMadeUpAction() {
  const { editor } = classroomEditor();
  /** @type {string[]} */
  const done = [];
  /** @type {Action} */
  const mirror = {
    name: 'mirror', label: 'Mirror what is selected', icon: 'flip', words: 'turn around', group: 'Arrange', keys: ['Ctrl+Shift+M'],
    menus: { selection: 35, outline: 35, main: 46, tools: 99 },
    isEnabled: ({ selection }) => selection.size > 0,
    run: ({ selection }) => done.push(...selection.ids),
  };
  // The rest of the table is about features that this editor does not have.
  editor.actions = new Actions(editor, [...ACTIONS.filter(({ isEnabled, isOffered }) => !isEnabled && !isOffered), mirror]);
  return { editor, done };
}

test('an action is found by its keys, and done', () => {
  const { editor, done } = withMadeUpAction();
  const press = { key: 'M', code: 'KeyM', ctrlKey: true, metaKey: false, shiftKey: true, altKey: false };
  editor.selection.set(['r1']);

  editor.actions.run(editor.actions.find(press)?.name ?? '');

  assert.deepEqual(done, ['r1']);
});

test('the command palette offers it by its label and its other words, while it is possible', () => {
  const { editor } = withMadeUpAction();
  editor.actions = new Actions(editor, editor.actions.all.filter(({ picture }) => !picture));
  assert.deepEqual(matching(choicesOfActions(editor), 'mirror'), []);

  editor.selection.set(['r1']);

  for (const typed of ['mirror', 'turn around']) {
    const [found] = matching(choicesOfActions(editor), typed);
    assert.deepEqual([found.value, found.label], ['mirror', 'Mirror what is selected']);
  }
});

test('the help shows its keys under its heading', () => {
  const { editor } = withMadeUpAction();

  const arranging = groupsOf(editor).find(({ title }) => title === 'Arrange');

  assert.deepEqual(arranging?.entries.at(-1), { label: 'Mirror what is selected', keys: ['Ctrl+Shift+M'] });
});

test('it is in the menus and the tool bar that it names, with its icon and keys, grey while it is not possible', () => {
  const { editor, done } = withMadeUpAction();
  const entryIn = (/** @type {import('../../../frontend/static/js/actions/actions.js').MenuName} */ menu) =>
    editor.actions.menu(menu).find((entry) => entry?.label === 'Mirror what is selected');
  assert.equal(entryIn('selection')?.isDisabled, true);
  editor.selection.set(['r1']);

  for (const menu of /** @type {const} */ (['selection', 'outline'])) entryIn(menu)?.run?.();

  assert.deepEqual([entryIn('selection')?.icon, entryIn('selection')?.keys, entryIn('selection')?.isDisabled], ['flip', 'Ctrl+Shift+M', false]);
  assert.deepEqual(done, ['r1', 'r1']);
  assert.equal(entryIn('tidy'), undefined);
  for (const menu of /** @type {const} */ (['main', 'tools'])) assert.ok(editor.actions.inMenu(menu).some(({ name }) => name === 'mirror'), menu);
});
