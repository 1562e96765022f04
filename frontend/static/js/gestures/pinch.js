/** Pans and zooms the canvas with two fingers. */

import { distance } from '../util/geometry.js';

/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

export class Pinch {
  #viewport;
  /** @type {Map<number, Point>} */
  #fingers = new Map();
  #isActive = false;

  /** @param {Viewport} viewport */
  constructor(viewport) {
    this.#viewport = viewport;
  }

  /** Whether two fingers are down, or were until all are lifted. */
  get isActive() {
    return this.#isActive;
  }

  /**
   * Note the finger *id*, and return whether the fingers now pinch.
   * @param {number} id
   * @param {Point} point
   * @returns {boolean}
   */
  down(id, point) {
    this.#fingers.set(id, point);
    if (this.#fingers.size === 2) this.#isActive = true;
    return this.#isActive;
  }

  /**
   * Follow the finger *id*, and return whether the fingers pinch.
   * @param {number} id
   * @param {Point} point
   * @returns {boolean}
   */
  move(id, point) {
    if (!this.#fingers.has(id)) return this.#isActive;
    const before = this.#pair();
    this.#fingers.set(id, point);
    const after = this.#pair();
    if (before && after) {
      this.#viewport.panBy(after.middle.x - before.middle.x, after.middle.y - before.middle.y);
      if (before.span > 0) this.#viewport.zoomAt(after.middle, after.span / before.span);
    }
    return this.#isActive;
  }

  /**
   * Forget the finger *id*.
   * @param {number} id
   */
  up(id) {
    this.#fingers.delete(id);
    if (this.#fingers.size === 0) this.#isActive = false;
  }

  #pair() {
    const [a, b] = [...this.#fingers.values()];
    return b ? { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, span: distance(a, b) } : null;
  }
}
