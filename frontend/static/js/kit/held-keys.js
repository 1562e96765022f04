/**
 * Holds what is typed while a dialog that one types in is still being loaded, and gives it to the dialog: on the drawing its
 * letters would take tools in hand, and its Backspace would delete what is selected.
 */

import { isTyping } from './dom.js';

/**
 * Hold what is typed from now on for the first field of a dialog that gets the focus. Enter counts where something was typed
 * before: who presses it twice, because nothing came, has chosen nothing yet. Escape and keys with Ctrl end it.
 * @returns {() => void} What ends it, when nothing opens.
 */
export function holdKeys() {
  let text = '';
  let isEntered = false;
  const ending = new AbortController();
  const end = () => ending.abort();

  const hold = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Tab' || event.isComposing || isTyping(event.target)) return;
    if (event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey) return end();
    event.preventDefault();
    event.stopPropagation();
    if (isEntered || event.repeat) return;
    if (event.key === 'Enter') isEntered = text !== '';
    else if (event.key === 'Backspace') text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
  };
  const give = (/** @type {FocusEvent} */ { target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest('dialog')) return;
    end();
    // The dialog may still select what is in its field.
    if (text) queueMicrotask(() => type(target, text, isEntered));
  };

  document.addEventListener('keydown', hold, { capture: true, signal: ending.signal });
  document.addEventListener('focusin', give, { signal: ending.signal });
  return end;
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 * @param {boolean} isEntered
 */
function type(field, text, isEntered) {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  if (isEntered) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}
