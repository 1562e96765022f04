/**
 * The canvas in the page, and one beside it that keeps the drawing as it was painted while something lies over it.
 *
 * Only one is in the page: a browser brings every canvas there to the screen in every frame, changed or not, which for a second
 * one costs as much as dragging a device does.
 */

import { addCanvas, contextOf, createCanvas } from './canvases.js';
import { paintBare } from './paint/scroll.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {(frame: Frame) => void} Paint */

export class Screen {
  #shown;
  #kept;
  /** @type {HTMLCanvasElement | null} The one that has the drawing and nothing else. */
  #holder = null;
  /** What that shows: where the origin is, in device pixels, and how large a unit. */
  #painted = { x: 0, y: 0, pixel: 0 };

  /** @param {HTMLElement} host Filled by the canvas. */
  constructor(host) {
    this.#shown = addCanvas(host);
    this.#kept = createCanvas();
  }

  /** What paints on the canvas in the page. */
  get context() {
    return contextOf(this.#shown);
  }

  /**
   * Take this size, in device pixels; return whether it is another one.
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    if (width === this.#shown.width && height === this.#shown.height) return false;
    for (const canvas of [this.#shown, this.#kept]) [canvas.width, canvas.height] = [width, height];
    this.forget();
    return true;
  }

  /** Paint all of the drawing the next time: it has changed. */
  forget() {
    this.#holder = null;
  }

  /**
   * Show the drawing in *frame*: painted by *paint*, all of it, or after a mere pan what has come into sight. What
   * *isCovered* by other things afterwards is kept for the next time, but not while one zooms, when that is of no use.
   * @param {Frame} frame
   * @param {boolean} isCovered
   * @param {Paint} paint
   */
  show(frame, isCovered, paint) {
    if (!isCovered) this.#bring(this.#shown, frame, paint);
    else if (frame.pixel !== this.#painted.pixel) {
      paint(frame);
      this.#remember(null, frame);
    } else {
      this.#bring(this.#kept, frame, paint);
      copy(this.#kept, this.#shown);
    }
  }

  /**
   * Bring the drawing up to date on *canvas*.
   * @param {HTMLCanvasElement} canvas
   * @param {Frame} frame
   * @param {Paint} paint
   */
  #bring(canvas, frame, paint) {
    const own = { ...frame, ctx: contextOf(canvas) };
    const dx = frame.origin.x - this.#painted.x;
    const dy = frame.origin.y - this.#painted.y;
    const isNear = Math.abs(dx) < canvas.width / 2 && Math.abs(dy) < canvas.height / 2;
    if (!this.#holder || frame.pixel !== this.#painted.pixel || !isNear) paint(own);
    else {
      this.#move(this.#holder, canvas, dx, dy);
      paintBare(own, dx, dy, paint);
    }
    this.#remember(canvas, frame);
  }

  /**
   * Show what *from* does on the canvas *to*, which may be the same one, shifted by whole device pixels.
   * @param {HTMLCanvasElement} from
   * @param {HTMLCanvasElement} to
   * @param {number} dx
   * @param {number} dy
   */
  #move(from, to, dx, dy) {
    if (from !== to) copy(from, to, dx, dy);
    else if (dx !== 0 || dy !== 0) {
      // A canvas that is drawn on itself is first copied by the browser, into new memory each time: by way of the other one it takes a third.
      const other = to === this.#shown ? this.#kept : this.#shown;
      copy(from, other, dx, dy);
      copy(other, to);
    }
  }

  /**
   * @param {HTMLCanvasElement | null} holder
   * @param {Frame} frame
   */
  #remember(holder, { origin, pixel }) {
    this.#holder = holder;
    this.#painted = { ...origin, pixel };
  }
}

/**
 * Show on the canvas *to* what *from* does, shifted by whole device pixels.
 * @param {HTMLCanvasElement} from
 * @param {HTMLCanvasElement} to
 * @param {number} [dx]
 * @param {number} [dy]
 */
function copy(from, to, dx = 0, dy = 0) {
  const ctx = contextOf(to);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(from, dx, dy);
}
