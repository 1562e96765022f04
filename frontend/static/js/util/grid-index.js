/** A spatial index: a grid of cells that finds the items in a box. */

import { boxBetween } from './geometry.js';

/** @typedef {import('./geometry.js').Box} Box */
/** @typedef {import('./geometry.js').Point} Point */
/** @typedef {{ id: string, box: Box, cells: number[], search: number }} Entry What lies in *cells*; the last *search* that found it. */

/** Cells are numbered; this many fit beside each other before numbers would repeat. */
const COLUMNS = 0x100000;
/** How many answers are remembered. */
const MOST_ANSWERS = 256;

export class GridIndex {
  #size;
  /** @type {Map<number, Set<Entry>>} */
  #cells = new Map();
  /** @type {Map<string, Entry>} */
  #places = new Map();
  /** @type {Map<string, readonly string[]>} What was found in the same cells since the last change. */
  #answers = new Map();
  #searches = 0;

  /** @param {number} size The edge of a cell. */
  constructor(size) {
    this.#size = size;
  }

  /** How many things are in the index. */
  get size() {
    return this.#places.size;
  }

  /**
   * Put *id* where *box* is, which is kept and so may not change; it leaves the place that it had.
   * @param {string} id
   * @param {Box} box
   */
  putBox(id, box) {
    this.#put(id, box, this.#cellsOf(this.#rangeOf(box)));
  }

  /**
   * Put *id* along the line from *a* to *b*; it leaves the place that it had.
   * @param {string} id
   * @param {Point} a
   * @param {Point} b
   */
  putLine(id, a, b) {
    this.#put(id, boxBetween(a, b), this.#cellsAlong(a, b));
  }

  /** @param {string} id */
  has(id) {
    return this.#places.has(id);
  }

  /**
   * Return the box where *id* was put, or null where it was not.
   * @param {string} id
   * @returns {Box | null}
   */
  extentOf(id) {
    return this.#places.get(id)?.box ?? null;
  }

  /** @param {string} id */
  remove(id) {
    if (this.#answers.size > 0) this.#answers.clear(); // To clear an empty one makes a new one, for each of thousands of things.
    const entry = this.#places.get(id);
    if (!entry) return;
    for (const cell of entry.cells) {
      const inside = this.#cells.get(cell);
      inside?.delete(entry);
      if (inside?.size === 0) this.#cells.delete(cell);
    }
    this.#places.delete(id);
  }

  /**
   * Return the ids of what may touch *box*: all that does, and some that is near. For a box in the same cells it is the same list,
   * until something changes.
   * @param {Box} box
   * @returns {readonly string[]}
   */
  query(box) {
    const range = this.#rangeOf(box);
    const key = `${range.left} ${range.top} ${range.right} ${range.bottom}`;
    let found = this.#answers.get(key);
    if (found) return found;
    if (this.#answers.size === MOST_ANSWERS) this.#answers.clear();
    this.#answers.set(key, (found = this.#find(this.#cellsOf(range))));
    return found;
  }

  /**
   * Return the box of all cells in which a question for *box* looks.
   * @param {Box} box
   * @returns {Box}
   */
  cellsAround(box) {
    const { left, top, right, bottom } = this.#rangeOf(box);
    const size = this.#size;
    return { x: left * size, y: top * size, width: (right - left + 1) * size, height: (bottom - top + 1) * size };
  }

  /** @param {number[]} cells */
  #find(cells) {
    const search = ++this.#searches;
    const found = [];
    for (const cell of cells) {
      for (const entry of this.#cells.get(cell) ?? []) {
        if (entry.search !== search) found.push(entry.id);
        entry.search = search;
      }
    }
    return found;
  }

  /**
   * @param {string} id
   * @param {Box} box
   * @param {number[]} cells
   */
  #put(id, box, cells) {
    this.remove(id);
    const entry = { id, box, cells, search: 0 };
    this.#places.set(id, entry);
    for (const cell of cells) {
      const inside = this.#cells.get(cell);
      if (inside) inside.add(entry);
      else this.#cells.set(cell, new Set([entry]));
    }
  }

  /** @param {Box} box */
  #rangeOf({ x, y, width, height }) {
    const size = this.#size;
    return { left: Math.floor(x / size), top: Math.floor(y / size), right: Math.floor((x + width) / size), bottom: Math.floor((y + height) / size) };
  }

  /** @param {{ left: number, top: number, right: number, bottom: number }} range */
  #cellsOf({ left, top, right, bottom }) {
    const cells = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) cells.push(row * COLUMNS + column);
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
