/** Runs the action whose keys are pressed, unless somebody is typing. On the canvas the tool in hand comes first. */

import { isTyping } from '../kit/dom.js';
import { namesOfPress } from './keys.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./actions.js').Action} Action */

/**
 * Let the keys of the page run actions.
 * @param {Editor} editor
 */
export function connectKeyboard(editor) {
  document.addEventListener('keydown', (event) => press(editor, event));
}

/**
 * @param {Editor} editor
 * @param {KeyboardEvent} event
 */
function press(editor, event) {
  const { actions, host } = editor;
  if (event.defaultPrevented || event.isComposing) return;
  if (isForTool(editor, event)) return event.preventDefault();
  if (event.key === 'Escape' && isInPanel(editor, event.target)) return host.focus({ preventScroll: true });
  const action = actions.find(event);
  if (!action || action.isNative || !reaches(editor, action, event.target)) return;
  if (action.isShared && !actions.isEnabled(action)) return;
  event.preventDefault();
  // The keys that follow are for what this one took in hand, also where the page has just come and nothing has the focus.
  if (action.scope === 'canvas') host.focus({ preventScroll: true });
  actions.run(action.name);
}

/**
 * @param {Editor} editor
 * @param {KeyboardEvent} event
 */
function isForTool({ host, canvas }, event) {
  if (document.activeElement !== host || isTyping(event.target)) return false;
  return namesOfPress(event).some((keys) => canvas.toolbox.current.pressKey(keys));
}

/**
 * Return whether *target* is in a panel: Escape then leads back to the drawing, whatever is selected there.
 * @param {Editor} editor
 * @param {EventTarget | null} target
 */
function isInPanel({ host }, target) {
  return target instanceof Element && target !== host && target !== document.body && !isInDialog(target);
}

/**
 * Return whether the keys of *action* hold where the focus is.
 * @param {Editor} editor
 * @param {Action} action
 * @param {EventTarget | null} target
 */
function reaches({ host }, { scope, isShared }, target) {
  if (isTyping(target)) return scope === 'everywhere' && !isInDialog(target);
  if (scope !== 'canvas') return true;
  return document.activeElement === host || (document.activeElement === document.body && !isShared);
}

/** @param {EventTarget | null} target */
function isInDialog(target) {
  return target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;
}
