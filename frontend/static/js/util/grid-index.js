/** A spatial index: a grid of cells that finds the items in a box. */

import { unite } from './geometry.js';

/** @typedef {import('./geometry.js').Box} Box */
/** @typedef {import('./geometry.js').Point} Point */

/** Cells are numbered; this many fit beside each other before numbers would repeat. */
const COLUMNS = 0x100000;

export class GridIndex {
  #size;
  /** @type {Map<number, Set<string>>} */
  #cells = new Map();
  /** @type {Map<string, number[]>} */
  #places = new Map();

  /** @param {number} size The edge of a cell. */
  constructor(size) {
    this.#size = size;
  }

  /** How many things are in the index. */
  get size() {
    return this.#places.size;
  }

  /**
   * Put *id* where *box* is; it leaves the place that it had.
   * @param {string} id
   * @param {Box} box
   */
  putBox(id, box) {
    this.#put(id, this.#cellsOf(box));
  }

  /**
   * Put *id* along the line from *a* to *b*; it leaves the place that it had.
   * @param {string} id
   * @param {Point} a
   * @param {Point} b
   */
  putLine(id, a, b) {
    this.#put(id, this.#cellsAlong(a, b));
  }

  /** @param {string} id */
  has(id) {
    return this.#places.has(id);
  }

  /**
   * Return a box around the cells that *id* is in, or null where it is in none.
   * @param {string} id
   * @returns {Box | null}
   */
  extentOf(id) {
    const cells = this.#places.get(id);
    return cells?.length ? unite(cells.map((cell) => this.#boxOf(cell))) : null;
  }

  /** @param {string} id */
  remove(id) {
    for (const cell of this.#places.get(id) ?? []) {
      const inside = this.#cells.get(cell);
      inside?.delete(id);
      if (inside?.size === 0) this.#cells.delete(cell);
    }
    this.#places.delete(id);
  }

  /**
   * Return the ids of what may touch *box*: all that does, and some that is near.
   * @param {Box} box
   * @returns {Set<string>}
   */
  query(box) {
    /** @type {Set<string>} */
    const found = new Set();
    for (const cell of this.#cellsOf(box)) {
      const inside = this.#cells.get(cell);
      if (inside) for (const id of inside) found.add(id);
    }
    return found;
  }

  /**
   * @param {string} id
   * @param {number[]} cells
   */
  #put(id, cells) {
    this.remove(id);
    this.#places.set(id, cells);
    for (const cell of cells) {
      const inside = this.#cells.get(cell);
      if (inside) inside.add(id);
      else this.#cells.set(cell, new Set([id]));
    }
  }

  /** @param {number} cell */
  #boxOf(cell) {
    const row = Math.round(cell / COLUMNS);
    return { x: (cell - row * COLUMNS) * this.#size, y: row * this.#size, width: this.#size, height: this.#size };
  }

  /** @param {Box} box */
  #cellsOf(box) {
    const cells = [];
    const right = Math.floor((box.x + box.width) / this.#size);
    const bottom = Math.floor((box.y + box.height) / this.#size);
    for (let row = Math.floor(box.y / this.#size); row <= bottom; row++) {
      for (let column = Math.floor(box.x / this.#size); column <= right; column++) cells.push(row * COLUMNS + column);
    }
    return cells;
  }

  /**
   * Walk the columns that the line crosses; in each, take the rows that it crosses there.
   * @param {Point} a
   * @param {Point} b
   */
  #cellsAlong(a, b) {
    const [left, right] = a.x <= b.x ? [a, b] : [b, a];
    const slope = right.x === left.x ? 0 : (right.y - left.y) / (right.x - left.x);
    const cells = [];
    const last = Math.floor(right.x / this.#size);
    for (let column = Math.floor(left.x / this.#size); column <= last; column++) {
      const enter = Math.max(left.x, column * this.#size);
      const leave = Math.min(right.x, (column + 1) * this.#size);
      const isSteep = right.x === left.x;
      const y1 = isSteep ? left.y : left.y + (enter - left.x) * slope;
      const y2 = isSteep ? right.y : left.y + (leave - left.x) * slope;
      const bottom = Math.floor(Math.max(y1, y2) / this.#size);
      for (let row = Math.floor(Math.min(y1, y2) / this.#size); row <= bottom; row++) cells.push(row * COLUMNS + column);
    }
    return cells;
  }
}
