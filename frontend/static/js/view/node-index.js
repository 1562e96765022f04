/** Where nodes are: lists of those in a box, which stay the same until a node changes, so that what is worked out for them can be kept. */

import { GridIndex } from '../util/grid-index.js';
import { inkBox } from './shapes.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../util/geometry.js').Box} Box */

/** How large the squares are in which nodes are looked up. */
export const CELL = 512;

export class NodeIndex {
  #model;
  #grid = new GridIndex(CELL);
  /** @type {WeakMap<readonly string[], readonly Node[]>} */
  #ordered = new WeakMap();
  /** @type {WeakMap<readonly string[], readonly Node[]>} */
  #near = new WeakMap();

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
  }

  /**
   * Take over that the node *id* may have changed, come or gone.
   * @param {string} id
   */
  take(id) {
    const node = this.#model.nodes.get(id);
    if (node) this.#grid.putBox(id, inkBox(node));
    else this.#grid.remove(id);
  }

  /**
   * Return whether the node *id* is indexed.
   * @param {string} id
   */
  has(id) {
    return this.#grid.has(id);
  }

  /**
   * Return a box around the node *id*, where it was indexed, or null.
   * @param {string} id
   */
  extentOf(id) {
    return this.#grid.extentOf(id);
  }

  /**
   * Return the nodes that may touch *box* where the model has them, in the order of drawing.
   * @param {Box} box
   * @returns {readonly Node[]}
   */
  listIn(box) {
    const found = this.#grid.query(box);
    let nodes = this.#ordered.get(found);
    if (!nodes) this.#ordered.set(found, (nodes = this.#order(found)));
    return nodes;
  }

  /**
   * Return the nodes that may touch *box* where the model has them, in no order.
   * @param {Box} box
   * @returns {readonly Node[]}
   */
  listNear(box) {
    const found = this.#grid.query(box);
    let nodes = this.#near.get(found);
    if (!nodes) this.#near.set(found, (nodes = this.#nodesOf(found)));
    return nodes;
  }

  /** @param {readonly string[]} found */
  #order(found) {
    if (found.length * 2 > this.#model.nodes.size) {
      const inside = new Set(found);
      return [...this.#model.nodes.values()].filter((node) => inside.has(node.id));
    }
    const ranks = this.#model.nodeRanks;
    return this.#nodesOf(found).sort((a, b) => /** @type {number} */ (ranks.get(a.id)) - /** @type {number} */ (ranks.get(b.id)));
  }

  /** @param {readonly string[]} ids */
  #nodesOf(ids) {
    return ids.map((id) => /** @type {Node} */ (this.#model.nodes.get(id)));
  }
}
