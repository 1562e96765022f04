/** Shortcuts as text: what a key event is called, and how a shortcut is shown. */

const IS_MAC = globalThis.navigator?.platform.startsWith('Mac') ?? false;
const EDITABLE = 'input, textarea, select, [contenteditable="true"], dialog, [role="menu"]';

/**
 * Return what *event* is called: "Ctrl+Shift+G", "Delete", "?". Command counts as Ctrl on a Mac.
 * @param {Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>} event
 * @returns {string}
 */
export function nameOfKeys(event) {
  const digit = /^Digit([0-9])$/.exec(event.code)?.[1];
  const key = event.shiftKey && digit ? digit : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Shift is part of what a sign such as "?" is; with a letter, a digit or a named key it is a key of its own.
  const isShifted = event.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
  const parts = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', isShifted ? 'Shift' : '', key];
  return parts.filter(Boolean).join('+');
}

/**
 * Return *keys* as the keyboard of this computer calls them.
 * @param {string} keys
 * @returns {string}
 */
export function showKeys(keys) {
  return IS_MAC ? keys.replace('Ctrl', '⌘').replace('Alt', '⌥').replace('Shift', '⇧').replaceAll('+', ' ') : keys;
}

/**
 * Return whether *target* is where one types, so that single keys are text there.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isTyping(target) {
  return target instanceof Element && target.closest(EDITABLE) !== null && !isButtonLike(target);
}

/** @param {Element} target */
function isButtonLike(target) {
  return target instanceof HTMLInputElement && ['checkbox', 'button', 'radio'].includes(target.type);
}
