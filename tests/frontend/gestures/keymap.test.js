import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findBinding, KEYMAP, showKeys } from '../../../frontend/static/js/gestures/keymap.js';

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
    assert.equal(findBinding(press(String(key), String(code), modifiers))?.action, action);
  });
}

test('no two actions share a key, and no action stands in the list twice', () => {
  const keys = KEYMAP.flatMap((binding) => binding.keys);
  const actions = KEYMAP.map((binding) => binding.action);

  assert.equal(new Set(keys).size, keys.length);
  assert.equal(new Set(actions).size, actions.length);
});

test('keys are shown as each system writes them', () => {
  assert.equal(showKeys('Ctrl+Shift+Z', false), 'Ctrl+Shift+Z');
  assert.equal(showKeys('Ctrl+Shift+Z', true), '⇧⌘Z');
  assert.equal(showKeys('Ctrl++', false), 'Ctrl++');
  assert.equal(showKeys('Shift+ArrowLeft', true), '⇧←');
  assert.equal(showKeys('Escape', false), 'Esc');
});
