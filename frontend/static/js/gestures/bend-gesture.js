/** Bends a cable by one of its handles. */

import { bendCable } from '../model/commands/cable-style.js';
import { MOST_BENDS } from '../model/geometry/bends.js';
import { distance, snap } from '../util/geometry.js';
import { dragBend } from '../view/bend-handles.js';
import { CLICK_SLOP } from './pointer.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('../model/diagram.js').Link} Link */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/bend-handles.js').BendHandle} BendHandle */

/** @implements {Gesture} */
export class BendGesture {
  #editor;
  #link;
  #handle;
  #start;
  /** @type {Point[] | null} */
  #bends = null;

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   * @param {Link} link
   * @param {BendHandle} handle
   */
  constructor(editor, start, link, handle) {
    this.#editor = editor;
    this.#start = start;
    this.#link = link;
    this.#handle = handle;
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    const { options, view, viewport } = this.#editor;
    if (this.#bends === null && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    const { x, y } = pointer.world;
    const point = pointer.ctrl ? { x, y } : { x: snap(x, options.step), y: snap(y, options.step) };
    const bends = dragBend(view.scene, this.#link, this.#handle, point, viewport.zoom);
    if (bends.length > MOST_BENDS) return;
    this.#bends = bends;
    view.hint({ hover: null, handles: false });
    view.bend(this.#link.id, bends);
  }

  end() {
    const { model, stack, view } = this.#editor;
    if (this.#bends) stack.execute(bendCable(model, this.#link.id, this.#bends));
    view.settle();
  }

  cancel() {
    this.#editor.view.settle();
  }
}
