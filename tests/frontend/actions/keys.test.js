import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { showKeys } from '../../../frontend/static/js/actions/keys.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { classroomEditor } from '../support/editor.js';

const actions = new Actions(classroomEditor().editor, ACTIONS);

/**
 * @param {string} key
 * @param {string} code
 * @param {string} [modifiers]
 */
function press(key, code, modifiers = '') {
  return {
    key, code,
    ctrlKey: modifiers.includes('Ctrl'), metaKey: modifiers.includes('Meta'),
    shiftKey: modifiers.includes('Shift'), altKey: modifiers.includes('Alt'),
  };
}

for (const [key, code, modifiers, action] of [
  ['z', 'KeyZ', 'Ctrl', 'undo'],
  ['z', 'KeyZ', 'Meta', 'undo'],
  ['Z', 'KeyZ', 'Ctrl Shift', 'redo'],
  ['y', 'KeyY', 'Ctrl', 'redo'],
  ['Delete', 'Delete', '', 'delete'],
  ['Backspace', 'Backspace', '', 'delete'],
  ['a', 'KeyA', 'Ctrl', 'select-all'],
  ['A', 'KeyA', 'Ctrl Shift', 'select-none'],
  ['l', 'KeyL', '', 'connect'],
  ['l', 'KeyL', 'Ctrl', undefined],
  ['L', 'KeyL', 'Ctrl Shift', 'lock'],
  ['!', 'Digit1', 'Shift', 'fit-all'],
  ['"', 'Digit2', 'Shift', 'fit-selection'],
  ['?', 'Slash', 'Shift', 'help'],
  ['?', 'Minus', 'Shift', 'help'],
  ['/', 'Slash', '', 'find'],
  ['+', 'Equal', 'Ctrl Shift', 'zoom-in'],
  ['=', 'Equal', 'Ctrl', 'zoom-in'],
  ['+', 'NumpadAdd', 'Ctrl', 'zoom-in'],
  ['}', 'BracketRight', 'Ctrl Shift', 'front'],
  ['‘', 'BracketRight', 'Meta Alt', 'front'],
  [']', 'BracketRight', 'Ctrl', 'forward'],
  ['+', 'BracketRight', 'Ctrl', 'zoom-in'],
  ['ü', 'BracketLeft', 'Ctrl', 'backward'],
  ['h', 'KeyH', 'Ctrl Shift', 'fit-all'],
  ['ArrowLeft', 'ArrowLeft', 'Shift', 'nudge-far-left'],
  ['F10', 'F10', 'Shift', 'menu'],
  ['1', 'Digit1', '', 'place-router'],
  ['&', 'Digit1', '', 'place-router'],
  ['9', 'Numpad9', '', 'place-accesspoint'],
  ['Tab', 'Tab', '', 'next'],
  ['Tab', 'Tab', 'Shift', 'previous'],
  ['Home', 'Home', '', 'home'],
  ['x', 'KeyX', '', undefined],
]) {
  test(`${modifiers} ${key} is ${action}`, () => {
    assert.equal(actions.find(press(String(key), String(code), modifiers))?.name, action);
  });
}

for (const [key, code, modifiers, action] of [
  ['Enter', 'Enter', '', 'outline-properties'],
  ['F2', 'F2', '', 'outline-rename'],
  ['Insert', 'Insert', '', 'outline-add'],
  ['Backspace', 'Backspace', '', 'outline-delete'],
  ['F10', 'F10', 'Shift', 'outline-menu'],
  ['z', 'KeyZ', 'Ctrl', undefined],
]) {
  test(`in the outline ${modifiers} ${key} is ${action}`, () => {
    assert.equal(actions.find(press(String(key), String(code), modifiers), true)?.name, action);
  });
}

test('no two actions share a key, but in the outline, and no action stands in the table twice', () => {
  const keys = ACTIONS.flatMap((action) => (action.keys ?? []).map((each) => `${action.scope === 'outline'} ${each}`));
  const names = ACTIONS.map((action) => action.name);

  assert.equal(new Set(keys).size, keys.length);
  assert.equal(new Set(names).size, names.length);
});

test('keys are shown as each system writes them', () => {
  assert.equal(showKeys('Ctrl+Shift+Z', false), 'Ctrl+Shift+Z');
  assert.equal(showKeys('Ctrl+Shift+Z', true), '⇧⌘Z');
  assert.equal(showKeys('Ctrl++', false), 'Ctrl++');
  assert.equal(showKeys('Shift+ArrowLeft', true), '⇧←');
  assert.equal(showKeys('Escape', false), 'Esc');
});
