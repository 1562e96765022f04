/** Tab navigation: selects the next or previous item. After the last item, or after Escape, Tab leaves the canvas. */

import { boxOf } from '../model/geometry/boxes.js';
import { describe, neighbourOf, readingOrder } from './tab-order.js';

/** @typedef {import('../context.js').Editor} Editor */

export class TabNavigation {
  #editor;
  #isLeaving = false;
  /** @type {string | null} Where one was last, for when a cable is selected, or nothing. */
  #at = null;

  /** @param {Editor} editor */
  constructor(editor) {
    this.#editor = editor;
    editor.host.addEventListener('focus', () => (this.#isLeaving = false));
    editor.selection.addEventListener('changed', () => {
      if (editor.selection.size > 0) this.#isLeaving = false;
    });
  }

  /** Let the next Tab leave the canvas. */
  leave() {
    this.#isLeaving = true;
  }

  /**
   * Return whether there is something to go to; else the focus goes out of the canvas.
   * @param {1 | -1} step
   */
  canGo(step) {
    return !this.#isLeaving && this.#next(step) !== null;
  }

  /**
   * Select the next node or zone, or with -1 the one before, bring it into view, and say what it is.
   * @param {1 | -1} step
   */
  go(step) {
    const { model, selection, viewport, announce } = this.#editor;
    const id = this.#next(step);
    const item = model.placed(id ?? '');
    if (!item) return;
    this.#at = item.id;
    selection.set([item.id]);
    viewport.reveal(boxOf(item));
    announce(describe(model, readingOrder(model), item.id));
  }

  /** @param {1 | -1} step */
  #next(step) {
    const { model, selection } = this.#editor;
    const selected = [...selection.ids].findLast((id) => model.placed(id));
    return neighbourOf(readingOrder(model), selected ?? (selection.size > 0 ? this.#at : null), step);
  }
}
