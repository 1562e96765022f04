/** Runs the actions that the keymap names, unless somebody is typing. On the canvas the tool in hand has its say first. */

import { findBinding, namesOfPress } from './keymap.js';

/** @typedef {import('../actions/canvas-actions.js').Actions} Actions */
/** @typedef {import('./tools/toolbox.js').Toolbox} Toolbox */

const EDITABLE = 'input, textarea, select, [contenteditable], dialog';

export class Keyboard {
  #host;
  #actions;
  #toolbox;

  /**
   * @param {HTMLElement} host The element of the canvas.
   * @param {Actions} actions
   * @param {Pick<Toolbox, 'current'>} toolbox
   */
  constructor(host, actions, toolbox) {
    this.#host = host;
    this.#actions = actions;
    this.#toolbox = toolbox;
    document.addEventListener('keydown', (event) => this.#press(event));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (this.#isForTool(event)) return event.preventDefault();
    if (event.key === 'Escape' && this.#isInPanel(event.target)) return this.#host.focus({ preventScroll: true });
    const binding = findBinding(event);
    const action = this.#actions.get(binding?.action ?? '');
    if (!binding || !action || binding.isNative || !this.#reaches(binding, event.target)) return;
    const isEnabled = action.isEnabled();
    if (binding.isShared && !isEnabled) return;
    event.preventDefault();
    if (isEnabled) action.run();
  }

  /** @param {KeyboardEvent} event */
  #isForTool(event) {
    if (document.activeElement !== this.#host || isTyping(event.target)) return false;
    return namesOfPress(event).some((keys) => this.#toolbox.current.pressKey(keys));
  }

  /**
   * Return whether *target* is in a panel: Escape then leads back to the drawing, whatever is selected there.
   * @param {EventTarget | null} target
   */
  #isInPanel(target) {
    return target instanceof Element && target !== this.#host && target !== document.body && !isInDialog(target);
  }

  /**
   * Return whether *binding* holds where the focus is.
   * @param {import('./keymap.js').Binding} binding
   * @param {EventTarget | null} target
   */
  #reaches({ scope, isShared }, target) {
    if (isTyping(target)) return scope === 'everywhere' && !isInDialog(target);
    if (scope !== 'canvas') return true;
    return document.activeElement === this.#host || (document.activeElement === document.body && !isShared);
  }
}

/**
 * Return whether keys that go to *target* write there.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isTyping(target) {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}

/** @param {EventTarget | null} target */
function isInDialog(target) {
  return target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;
}
