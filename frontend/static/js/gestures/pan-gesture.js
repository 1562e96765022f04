/** Pans the canvas with one finger; a tap clears the selection. */

import { distance } from '../util/geometry.js';
import { CLICK_SLOP } from './pointer.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */

/** @implements {Gesture} */
export class PanGesture {
  #editor;
  #last;
  #isPanning = false;

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   */
  constructor(editor, start) {
    this.#editor = editor;
    this.#last = start.screen;
  }

  /** @param {Pointer} pointer */
  move({ screen }) {
    if (!this.#isPanning && distance(this.#last, screen) < CLICK_SLOP) return;
    this.#isPanning = true;
    this.#editor.viewport.panBy(screen.x - this.#last.x, screen.y - this.#last.y);
    this.#last = screen;
  }

  end() {
    if (!this.#isPanning) this.#editor.selection.clear();
  }

  cancel() {
    // What was panned stays: the drawing itself did not change.
  }
}
