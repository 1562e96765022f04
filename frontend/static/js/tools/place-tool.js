/** Places what was taken from the palette: each click puts one down; Shift keeps the tool in hand. */

import { snap } from '../util/geometry.js';
import { GRID } from '../view/paint/background.js';
import { createNode, placeAt } from './placing.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').PlacedKind} PlacedKind */
/** @typedef {import('./bench.js').Pointer} Pointer */
/** @typedef {import('./bench.js').Tool} Tool */

/** @implements {Tool} */
export class PlaceTool {
  name = 'place';
  cursor = 'copy';
  #bench;
  #done;
  /** @type {Exclude<PlacedKind, 'zone'>} */
  #kind = 'generic';

  /**
   * @param {Bench} bench
   * @param {() => void} done Goes back to the tool for selecting.
   */
  constructor(bench, done) {
    this.#bench = bench;
    this.#done = done;
  }

  /** What the next click places. */
  get kind() {
    return this.#kind;
  }

  /**
   * Take *kind* in hand.
   * @param {Exclude<PlacedKind, 'zone'>} kind
   */
  take(kind) {
    this.#kind = kind;
  }

  activate() {
    this.#bench.view.hint({ hover: null, handles: false });
  }

  deactivate() {
    this.#bench.view.hint({ ghost: null });
  }

  pointerDown() {
    // It places on release, so that a press can still be given up.
  }

  /** @param {Pointer} pointer */
  pointerMove({ world, isTouch }) {
    if (isTouch) return;
    const point = { x: snap(world.x, GRID), y: snap(world.y, GRID) };
    this.#bench.view.hint({ ghost: createNode(this.#bench.model, 'ghost', this.#kind, point) });
  }

  /** @param {Pointer} pointer */
  pointerUp({ world, shift }) {
    placeAt(this.#bench, this.#kind, world);
    if (!shift) this.#done();
  }

  cancel() {
    return false;
  }
}
