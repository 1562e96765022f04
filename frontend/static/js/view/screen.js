/**
 * The canvas in the page, and one beside it that keeps the drawing as it was painted while something lies over it.
 *
 * Only one is in the page: a browser brings every canvas there to the screen in every frame, changed or not, which for a second
 * one costs as much as dragging a device does.
 */

import { addCanvas, contextOf, createCanvas } from './canvases.js';
import { paintBare } from './paint/scroll.js';
import { clamp } from '../util/geometry.js';

/** @typedef {import('./frame.js').Frame} Frame */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {(frame: Frame) => void} Paint */

export class Screen {
  #shown;
  #kept;
  /** @type {HTMLCanvasElement | null} The one that has the drawing and nothing else. */
  #holder = null;
  /** What that shows: where the origin is, in device pixels, and how large a unit. */
  #painted = { x: 0, y: 0, pixel: 0 };
  /** @type {Box | null} What is covered of the drawing that the canvas in the page shows, in device pixels, if all else there is as it is kept. */
  #covered = null;

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
    const covered = this.#isKept(frame) ? this.#covered : null;
    this.#covered = null;
    if (!isCovered) this.#bring(this.#shown, frame, paint);
    else if (frame.pixel !== this.#painted.pixel) {
      paint(frame);
      this.#remember(null, frame);
    } else {
      this.#bring(this.#kept, frame, paint);
      if (covered) copyPart(this.#kept, this.#shown, covered);
      else copy(this.#kept, this.#shown);
    }
  }

  /**
   * Take over that what lies over the drawing is in *box*, in units, and nowhere else, so that in the next frame only that is shown anew;
   * null where that is not known.
   * @param {Frame} frame
   * @param {Box | null} box
   */
  cover({ origin, pixel }, box) {
    if (!box) return;
    const [left, top] = [Math.floor(box.x * pixel + origin.x) - 1, Math.floor(box.y * pixel + origin.y) - 1];
    const { width, height } = this.#shown;
    const [x, y] = [clamp(left, 0, width), clamp(top, 0, height)];
    this.#covered = { x, y, width: clamp(left + Math.ceil(box.width * pixel) + 3, x, width) - x, height: clamp(top + Math.ceil(box.height * pixel) + 3, y, height) - y };
  }

  /**
   * Return whether the drawing is kept just as it is in *frame*.
   * @param {Frame} frame
   */
  #isKept({ origin, pixel }) {
    const { x, y } = this.#painted;
    return this.#holder === this.#kept && pixel === this.#painted.pixel && origin.x === x && origin.y === y;
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

/**
 * Show on the canvas *to* what *from* does within *box*.
 * @param {HTMLCanvasElement} from
 * @param {HTMLCanvasElement} to
 * @param {Box} box In whole device pixels.
 */
function copyPart(from, to, { x, y, width, height }) {
  if (width === 0 || height === 0) return;
  const ctx = contextOf(to);
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(from, x, y, width, height, x, y, width, height);
}
