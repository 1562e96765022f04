/** What the hidden layers of a drawing leave to be seen, asked in every frame: nothing is looked up where none is hidden. */

import { hiding } from '../model/layers.js';

/** @typedef {import('../model/diagram.js').Item} Item */

export class HiddenLayers {
  #model;
  /** @type {unknown} The settings that `hides` is about. */
  #settings = null;
  /** @type {ReturnType<typeof hiding>} */
  #hides = null;

  /** @param {import('../model/diagram-model.js').DiagramModel} model */
  constructor(model) {
    this.#model = model;
  }

  /**
   * Return those of *items* that no hidden layer hides.
   * @template {Item} T
   * @param {readonly T[]} items
   * @returns {readonly T[]}
   */
  leave(items) {
    const { settings } = this.#model;
    if (this.#settings !== settings) this.#hides = hiding(this.#model);
    this.#settings = settings;
    const hides = this.#hides;
    return hides ? items.filter((item) => !hides(item)) : items;
  }
}
