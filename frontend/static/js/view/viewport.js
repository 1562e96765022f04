/**
 * Which part of the drawing is on the screen: screen = world × zoom + offset, in CSS pixels.
 * Dispatches `changed` whenever the part has become another one.
 */

import { clamp, encloses, middle } from '../util/geometry.js';

/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {Point & { zoom: number }} Camera What is in the middle of the screen, and how large. */

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 4;
const STEP = 1.25;
// What is fitted stays off the borders of the screen; the tool bar lies over the lower one.
const FIT_MARGIN = { x: 16, y: 48 };

/** How much of the drawing is shown around what is fitted into the screen, in units. */
export const FIT_ROOM = 40;

export class Viewport extends EventTarget {
  #zoom = 1;
  #x = 0;
  #y = 0;
  #width = 0;
  #height = 0;

  get zoom() {
    return this.#zoom;
  }

  /** @returns {Point} Where the origin of the drawing is on the screen. */
  get offset() {
    return { x: this.#x, y: this.#y };
  }

  get width() {
    return this.#width;
  }

  get height() {
    return this.#height;
  }

  /** @returns {Box} The part of the drawing that is on the screen. */
  get box() {
    const corner = this.toWorld({ x: 0, y: 0 });
    return { ...corner, width: this.#width / this.#zoom, height: this.#height / this.#zoom };
  }

  /** @returns {Point} The middle of the part of the drawing that is on the screen. */
  get middle() {
    return this.toWorld({ x: this.#width / 2, y: this.#height / 2 });
  }

  /**
   * @param {Point} point On the screen.
   * @returns {Point} On the drawing.
   */
  toWorld(point) {
    return { x: (point.x - this.#x) / this.#zoom, y: (point.y - this.#y) / this.#zoom };
  }

  /**
   * @param {Point} point On the drawing.
   * @returns {Point} On the screen.
   */
  toScreen(point) {
    return { x: point.x * this.#zoom + this.#x, y: point.y * this.#zoom + this.#y };
  }

  /**
   * Take the size of the screen; the top left corner stays.
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    this.#width = width;
    this.#height = height;
    this.#changed();
  }

  /**
   * Shift the drawing by so many pixels.
   * @param {number} dx
   * @param {number} dy
   */
  panBy(dx, dy) {
    this.#x += dx;
    this.#y += dy;
    this.#changed();
  }

  /**
   * Zoom by *factor*; what is at *point* on the screen stays there.
   * @param {Point} point
   * @param {number} factor
   */
  zoomAt(point, factor) {
    const zoom = clamp(this.#zoom * factor, MIN_ZOOM, MAX_ZOOM);
    const ratio = zoom / this.#zoom;
    this.#x = point.x - (point.x - this.#x) * ratio;
    this.#y = point.y - (point.y - this.#y) * ratio;
    this.#zoom = zoom;
    this.#changed();
  }

  /** Zoom in by one step, at the middle of the screen. */
  zoomIn() {
    this.zoomAt({ x: this.#width / 2, y: this.#height / 2 }, STEP);
  }

  /** Zoom out by one step. */
  zoomOut() {
    this.zoomAt({ x: this.#width / 2, y: this.#height / 2 }, 1 / STEP);
  }

  /** Show everything in its real size. */
  zoomTo100() {
    this.zoomAt({ x: this.#width / 2, y: this.#height / 2 }, 1 / this.#zoom);
  }

  /**
   * Show all of *box*, but not larger than *largest* times its real size.
   * @param {Box} box
   * @param {number} [largest]
   */
  fit(box, largest = 1) {
    this.setCamera(this.frame(box, largest));
  }

  /**
   * Return the camera that shows all of *box*, but not larger than *largest* times its real size.
   * @param {Box} box
   * @param {number} [largest]
   * @returns {Camera}
   */
  frame(box, largest = 1) {
    const wide = (this.#width - 2 * FIT_MARGIN.x) / Math.max(box.width, 1);
    const high = (this.#height - 2 * FIT_MARGIN.y) / Math.max(box.height, 1);
    return { ...middle(box), zoom: clamp(Math.min(wide, high), MIN_ZOOM, largest) };
  }

  /**
   * Show the drawing as *camera* has it.
   * @param {Camera} camera
   */
  setCamera({ x, y, zoom }) {
    this.#zoom = clamp(zoom, MIN_ZOOM, MAX_ZOOM);
    this.centerOn({ x, y });
  }

  /**
   * Bring *point* of the drawing to the middle of the screen.
   * @param {Point} point
   */
  centerOn(point) {
    this.#x = this.#width / 2 - point.x * this.#zoom;
    this.#y = this.#height / 2 - point.y * this.#zoom;
    this.#changed();
  }

  /**
   * Bring *box* to the middle of the screen, unless all of it is there, at *smallest* times its real size if it fits so.
   * @param {Box} box
   * @param {number} [smallest]
   */
  reveal(box, smallest = 0) {
    const camera = this.cameraOn(box, smallest);
    if (camera) this.setCamera(camera);
  }

  /**
   * Return the camera that `reveal` sets, or null where it leaves the screen as it is. Where a *smallest* size is asked for,
   * what is larger than the screen is shown smaller, so that all of it is seen.
   * @param {Box} box
   * @param {number} [smallest]
   * @returns {Camera | null}
   */
  cameraOn(box, smallest = 0) {
    const largest = smallest > 0 ? this.frame(box, MAX_ZOOM).zoom : MAX_ZOOM;
    const zoom = Math.min(largest, Math.max(this.#zoom, Math.min(smallest, this.frame(box).zoom)));
    return zoom === this.#zoom && encloses(this.box, box) ? null : { ...middle(box), zoom };
  }

  #changed() {
    this.dispatchEvent(new Event('changed'));
  }
}
