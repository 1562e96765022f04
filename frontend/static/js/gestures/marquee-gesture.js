/** Selects what a box encloses; Shift or Ctrl adds to what is selected. */

import { boxBetween, distance } from '../util/geometry.js';
import { hitBox } from '../view/hit-test.js';
import { CLICK_SLOP } from './bench.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Gesture} Gesture */
/** @typedef {import('./bench.js').Pointer} Pointer */

/** @implements {Gesture} */
export class MarqueeGesture {
  #bench;
  #start;
  #before;
  #isDragged = false;

  /**
   * @param {Bench} bench
   * @param {Pointer} start
   */
  constructor(bench, start) {
    this.#bench = bench;
    this.#start = start;
    this.#before = [...bench.selection.ids];
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    const { view, selection } = this.#bench;
    if (!this.#isDragged && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    this.#isDragged = true;
    const box = boxBetween(this.#start.world, pointer.world);
    view.hint({ marquee: box, hover: null, handles: false });
    selection.set(this.#isAdding ? [...this.#before, ...hitBox(view.scene, box)] : hitBox(view.scene, box));
  }

  end() {
    if (!this.#isDragged && !this.#isAdding) this.#bench.selection.clear();
    this.#bench.view.hint({ marquee: null });
  }

  cancel() {
    this.#bench.selection.set(this.#before);
    this.#bench.view.hint({ marquee: null });
  }

  get #isAdding() {
    return this.#start.shift || this.#start.ctrl;
  }
}
