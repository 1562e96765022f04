/** The options of the canvas (snapping, wheel), stored in this browser. */

import { GRID } from '../model/placement/spacing.js';

/** @typedef {'snaps' | 'wheelZooms'} OptionName */

const KEY = 'labmapper-canvas';
/** @type {Readonly<Record<OptionName, boolean>>} */
const DEFAULTS = { snaps: true, wheelZooms: false };

export class CanvasOptions {
  #storage;
  /** @type {Record<OptionName, boolean>} */
  #values;

  /** @param {Pick<Storage, 'getItem' | 'setItem'>} storage */
  constructor(storage) {
    this.#storage = storage;
    this.#values = { ...DEFAULTS, ...recall(storage) };
  }

  /** Whether what is dragged or drawn comes to lie on the grid. */
  get snaps() {
    return this.#values.snaps;
  }

  /** Whether the wheel zooms; else it moves the drawing, and zooms with Ctrl. */
  get wheelZooms() {
    return this.#values.wheelZooms;
  }

  /** How far apart the places are, in units, where something can come to lie. */
  get step() {
    return this.snaps ? GRID : 1;
  }

  /**
   * Switch the option *name* on or off.
   * @param {OptionName} name
   */
  toggle(name) {
    this.#values[name] = !this.#values[name];
    this.#storage.setItem(KEY, JSON.stringify(this.#values));
  }
}

/** @param {Pick<Storage, 'getItem'>} storage */
function recall(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? '{}');
    return Object.fromEntries(Object.keys(DEFAULTS).flatMap((name) => (typeof kept[name] === 'boolean' ? [[name, kept[name]]] : [])));
  } catch {
    return {};
  }
}
