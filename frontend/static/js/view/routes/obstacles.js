/** The tiles around which cables go. */

import { boxBetween, inflate } from '../../util/geometry.js';
import { crosses } from '../../util/polyline.js';
import { tileBox } from '../shapes.js';
import { DETOUR, squaresAlong } from './around.js';

/** @typedef {import('./cable-paths.js').Surroundings} Surroundings */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const CLEARANCE = 6;
/** As far as a loop leads out of its device. */
const BESIDE = 190;

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
  between(link, a, b) {
    return this.#listIn(inflate(boxBetween(a, b), CLEARANCE), link);
  }

  /**
   * Return the boxes around which *link*, straight from *a* to *b*, may have to go: none where none is on its way.
   * @param {Link} link
   * @param {Point} a
   * @param {Point} b
   * @param {number} spread How far to the sides cables run that are parallel to it.
   * @returns {Box[]}
   */
  along(link, a, b, spread) {
    const near = this.#listAlong(a, b, CLEARANCE + spread, link);
    if (!near.some((box) => crosses(inflate(box, spread), a, b))) return [];
    const around = this.#listAlong(a, b, DETOUR, link);
    return spread === 0 ? around : around.map((box) => inflate(box, spread));
  }

  /**
   * Return the boxes of what comes nearer than *reach* to the straight way of *link* from *a* to *b*, and some that are near.
   * @param {Point} a
   * @param {Point} b
   * @param {number} reach
   * @param {Pick<Link, 'source' | 'target'>} link
   */
  #listAlong(a, b, reach, link) {
    /** @type {Set<Box>} */
    const boxes = new Set();
    for (const square of squaresAlong(a, b, reach)) {
      for (const box of this.#listIn(square, link)) if (crosses(inflate(box, reach), a, b)) boxes.add(box);
    }
    return [...boxes];
  }

  /**
   * Return the boxes of what is around *node*.
   * @param {Node} node
   * @returns {readonly Box[]}
   */
  beside(node) {
    const end = { node: node.id };
    return this.#listIn(inflate(boxBetween(node, node), BESIDE), { source: end, target: end });
  }

  /**
   * @param {Box} area
   * @param {{ source: { node: string }, target: { node: string } }} link
   */
  #listIn(area, { source, target }) {
    const { nodeOf, countMoved, nodesNear } = this.#around;
    const isAtRest = countMoved() === 0;
    const boxes = [];
    for (const node of nodesNear(area)) {
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
