/** Scrolls the canvas while something is dragged near its border. */

/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

const BORDER = 28;
const FASTEST = 14;

export class AutoPan {
  #viewport;
  #onStep;
  #frame = 0;
  /** @type {Point} */
  #speed = { x: 0, y: 0 };

  /**
   * @param {Viewport} viewport
   * @param {() => void} onStep Called after each step, so that what is dragged follows.
   */
  constructor(viewport, onStep) {
    this.#viewport = viewport;
    this.#onStep = onStep;
  }

  /**
   * Begin, go on or stop, as *point* on the screen says.
   * @param {Point} point
   */
  follow(point) {
    const { width, height } = this.#viewport;
    this.#speed = { x: speedAt(point.x, width), y: speedAt(point.y, height) };
    const isStill = this.#speed.x === 0 && this.#speed.y === 0;
    if (isStill) this.stop();
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#step());
  }

  /** Stop. */
  stop() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #step() {
    this.#frame = requestAnimationFrame(() => this.#step());
    this.#viewport.panBy(this.#speed.x, this.#speed.y);
    this.#onStep();
  }
}

/**
 * Return how fast the view moves for a pointer at *place* of a side *length* long.
 * @param {number} place
 * @param {number} length
 * @returns {number}
 */
export function speedAt(place, length) {
  const before = Math.max(0, BORDER - place);
  const after = Math.max(0, BORDER - (length - place));
  return (Math.min(BORDER, before) - Math.min(BORDER, after)) * (FASTEST / BORDER);
}
