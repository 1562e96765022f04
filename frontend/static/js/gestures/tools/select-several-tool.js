/**
 * The tool that selects several things one after the other, for hands without a Shift key: each tap adds to the selection or
 * takes away, and a drag on empty canvas draws a box around what comes to it. It lasts until another tool is taken.
 */

/** @typedef {import('./select-tool.js').SelectTool} SelectTool */

/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */

/** @implements {Tool} */
export class SelectSeveralTool {
  name = 'select-several';
  cursor = 'copy';
  #select;

  /** @param {SelectTool} select The tool that does the same where Shift is held. */
  constructor(select) {
    this.#select = select;
  }

  activate() {
    this.#select.activate();
  }

  deactivate() {
    this.#select.deactivate();
  }

  /** @param {Pointer} pointer */
  pointerDown(pointer) {
    this.#select.pointerDown(withShift(pointer));
  }

  /**
   * @param {Pointer} pointer
   * @param {boolean} isDown
   */
  pointerMove(pointer, isDown) {
    this.#select.pointerMove(withShift(pointer), isDown);
  }

  /** @param {Pointer} pointer */
  pointerUp(pointer) {
    this.#select.pointerUp(withShift(pointer));
  }

  pressKey() {
    return false;
  }

  cancel() {
    return this.#select.cancel();
  }
}

/**
 * @param {Pointer} pointer
 * @returns {Pointer}
 */
function withShift(pointer) {
  return { ...pointer, shift: true };
}
