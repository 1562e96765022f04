/** Moves the whole drawing under one finger; a tap selects nothing. */

import { distance } from '../util/geometry.js';
import { CLICK_SLOP } from './bench.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Gesture} Gesture */
/** @typedef {import('./bench.js').Pointer} Pointer */

/** @implements {Gesture} */
export class PanGesture {
  #bench;
  #last;
  #isPanning = false;

  /**
   * @param {Bench} bench
   * @param {Pointer} start
   */
  constructor(bench, start) {
    this.#bench = bench;
    this.#last = start.screen;
  }

  /** @param {Pointer} pointer */
  move({ screen }) {
    if (!this.#isPanning && distance(this.#last, screen) < CLICK_SLOP) return;
    this.#isPanning = true;
    this.#bench.viewport.panBy(screen.x - this.#last.x, screen.y - this.#last.y);
    this.#last = screen;
  }

  end() {
    if (!this.#isPanning) this.#bench.selection.clear();
  }

  cancel() {
    // What was panned stays: the drawing itself did not change.
  }
}
