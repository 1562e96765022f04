/** The options of the canvas: snapping and the wheel, stored in this browser, and which layers are locked. */

import { GRID } from '../model/placement/spacing.js';

/** @typedef {'snaps' | 'wheelZooms'} OptionName */

/** @typedef {{ cables: boolean, access: boolean, labels: boolean }} Locks */

const KEY = 'labmapper-canvas';
/** @type {Readonly<Record<OptionName, boolean>>} */
const DEFAULTS = { snaps: true, wheelZooms: false };

export class CanvasOptions {
  #storage;
  /** @type {Readonly<Locks>} */
  #locks = { cables: false, access: false, labels: false };
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

  /** @returns {Readonly<Locks>} Which of the layers that everything is on the pointer passes through. */
  get locks() {
    return this.#locks;
  }

  /**
   * Lock or unlock layers.
   * @param {Partial<Locks>} locks
   */
  setLocks(locks) {
    this.#locks = { ...this.#locks, ...locks };
  }

  /**
   * Return which layers the pointer hits: those of *layers* that are shown, and not locked.
   * @param {Locks} layers
   * @returns {Locks}
   */
  touchable({ cables, access, labels }) {
    const { locks } = this;
    return { cables: cables && !locks.cables, access: access && !locks.access, labels: labels && !locks.labels };
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
