/** Runs the actions that the keymap names, unless somebody is typing. */

import { findBinding } from './keymap.js';

/** @typedef {import('./actions.js').Actions} Actions */

const EDITABLE = 'input, textarea, select, [contenteditable], dialog';

export class Keyboard {
  #host;
  #actions;
  #abort = new AbortController();

  /**
   * @param {HTMLElement} host The element of the canvas.
   * @param {Actions} actions
   */
  constructor(host, actions) {
    this.#host = host;
    this.#actions = actions;
    document.addEventListener('keydown', (event) => this.#press(event), { signal: this.#abort.signal });
  }

  /** Listen no more. */
  destroy() {
    this.#abort.abort();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const binding = event.defaultPrevented || event.isComposing ? null : findBinding(event);
    if (!binding || binding.isNative || isTyping(event.target)) return;
    if (binding.scope === 'canvas' && !this.#isOnCanvas()) return;
    const action = this.#actions.get(binding.action);
    if (!action) return;
    event.preventDefault();
    if (action.isEnabled()) action.run();
  }

  #isOnCanvas() {
    return document.activeElement === this.#host || document.activeElement === document.body;
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
