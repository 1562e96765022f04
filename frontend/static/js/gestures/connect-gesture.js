/** Draws a cable or access from a handle to where the pointer is released. */

import { distance } from '../util/geometry.js';
import { CLICK_SLOP } from './bench.js';
import { findEnd, hideLine, join, mayJoin, showLine } from './joining.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Gesture} Gesture */
/** @typedef {import('./bench.js').Pointer} Pointer */

/** @implements {Gesture} */
export class ConnectGesture {
  #bench;
  #start;
  #source;
  #onClick;

  /**
   * @param {Bench} bench
   * @param {Pointer} start
   * @param {string} source
   * @param {() => void} onClick What happens when the pointer is released where it was pressed.
   */
  constructor(bench, start, source, onClick) {
    this.#bench = bench;
    this.#start = start;
    this.#source = source;
    this.#onClick = onClick;
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    const target = findEnd(this.#bench, this.#source, pointer.world);
    showLine(this.#bench, this.#source, pointer.world, target, (a, b) => mayJoin(this.#bench.model, a, b));
  }

  /** @param {Pointer} pointer */
  end(pointer) {
    this.cancel();
    if (distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return this.#onClick();
    const target = findEnd(this.#bench, this.#source, pointer.world);
    if (target === null) return;
    const verdict = mayJoin(this.#bench.model, this.#source, target);
    if (verdict === true) join(this.#bench, this.#source, target);
    else this.#bench.shell.say(verdict);
  }

  cancel() {
    hideLine(this.#bench);
  }
}
