/** The tiles around which cables go. */

import { boxBetween, inflate } from '../../util/geometry.js';
import { tileBox } from '../shapes.js';

/** @typedef {import('../cable-paths.js').Surroundings} Surroundings */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const CLEARANCE = 6;

export class Obstacles {
  #model;
  #around;
  /** @type {WeakMap<Node, Box | null>} */
  #boxes = new WeakMap();

  /**
   * @param {DiagramModel} model
   * @param {Surroundings} around
   */
  constructor(model, around) {
    this.#model = model;
    this.#around = around;
  }

  /**
   * Return the boxes around which *link* from *a* to *b* has to go.
   * @param {Link} link
   * @param {Point} a
   * @param {Point} b
   * @returns {readonly Box[]}
   */
  between({ source, target }, a, b) {
    const { nodeOf, countMoved, nodesNear } = this.#around;
    const isAtRest = countMoved() === 0;
    const boxes = [];
    for (const node of nodesNear(inflate(boxBetween(a, b), CLEARANCE))) {
      const { id } = node;
      const box = id !== source.node && id !== target.node && (isAtRest || nodeOf(id) === this.#model.nodes.get(id)) ? this.#boxOf(node) : null;
      if (box) boxes.push(box);
    }
    return boxes;
  }

  /** @param {Node} node */
  #boxOf(node) {
    let box = this.#boxes.get(node);
    if (box === undefined) {
      box = node.type === 'note' || node.type === 'shape' ? null : inflate(tileBox(node), CLEARANCE);
      this.#boxes.set(node, box);
    }
    return box;
  }
}
