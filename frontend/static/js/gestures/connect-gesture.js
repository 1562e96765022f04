/** Drags a cable or access edge from a handle to its other end. */

import { distance } from '../util/geometry.js';
import { CLICK_SLOP } from './pointer.js';
import { findEnd, hideLine, join, LOOP_REACH, mayJoin, showLine } from './joining.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */

/** @implements {Gesture} */
export class ConnectGesture {
  #editor;
  #start;
  #source;
  #onClick;
  #wasAway = false;

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   * @param {string} source
   * @param {() => void} onClick What happens when the pointer is released where it was pressed.
   */
  constructor(editor, start, source, onClick) {
    this.#editor = editor;
    this.#start = start;
    this.#source = source;
    this.#onClick = onClick;
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    if (distance(this.#start.screen, pointer.screen) > LOOP_REACH) this.#wasAway = true;
    const target = findEnd(this.#editor, this.#source, pointer.world, this.#wasAway);
    showLine(this.#editor, this.#source, pointer.world, target, (a, b) => mayJoin(this.#editor.model, a, b));
  }

  /** @param {Pointer} pointer */
  end(pointer) {
    this.cancel();
    if (!this.#wasAway && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return this.#onClick();
    const target = findEnd(this.#editor, this.#source, pointer.world, this.#wasAway);
    if (target === null) return;
    const verdict = mayJoin(this.#editor.model, this.#source, target);
    if (verdict === true) join(this.#editor, this.#source, target);
    else this.#editor.say(verdict);
  }

  cancel() {
    hideLine(this.#editor);
  }
}
