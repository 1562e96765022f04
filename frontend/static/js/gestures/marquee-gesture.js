/** Rubber-band selection; Shift or Ctrl adds to the selection. */

import { boxBetween, distance } from '../util/geometry.js';
import { hitBox } from '../view/hit-test.js';
import { CLICK_SLOP } from './pointer.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */

/** @implements {Gesture} */
export class MarqueeGesture {
  #editor;
  #start;
  #before;
  #isDragged = false;

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   */
  constructor(editor, start) {
    this.#editor = editor;
    this.#start = start;
    this.#before = [...editor.selection.ids];
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    const { options, view, selection } = this.#editor;
    if (!this.#isDragged && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    this.#isDragged = true;
    const box = boxBetween(this.#start.world, pointer.world);
    view.hint({ marquee: box, hover: null, handles: false });
    const hit = hitBox(view.scene, box, options.touchable(view.layers));
    selection.set(this.#isAdding ? [...this.#before, ...hit] : hit);
  }

  end() {
    if (!this.#isDragged && !this.#isAdding) this.#editor.selection.clear();
    this.#editor.view.hint({ marquee: null });
  }

  cancel() {
    this.#editor.selection.set(this.#before);
    this.#editor.view.hint({ marquee: null });
  }

  get #isAdding() {
    return this.#start.shift || this.#start.ctrl;
  }
}
