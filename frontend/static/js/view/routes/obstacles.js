/** The tiles around which cables go. */

import { boxBetween, distance, inflate, overlaps } from '../../util/geometry.js';
import { tileBox } from '../shapes.js';
import { DETOUR, squaresAlong } from './around.js';

/** @typedef {import('./cable-paths.js').Surroundings} Surroundings */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const CLEARANCE = 6;
/** How much room a name and an address take below a tile. */
const NAMES = 30;
/** As far as a loop leads out of its device. */
const BESIDE = 190;

export class Obstacles {
  #around;
  /** @type {WeakMap<Node, Box | null>} */
  #boxes = new WeakMap();
  /** @type {WeakMap<Box, Box>} */
  #larger = new WeakMap();

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
  }

  /**
   * Return the boxes around which *link* from *a* to *b* has to go, with what is written below them: along it a cable seems to begin there.
   * @param {Link} link
   * @param {Point} a
   * @param {Point} b
   * @returns {readonly Box[]}
   */
  between(link, a, b) {
    const { x, y, width, height } = inflate(boxBetween(a, b), CLEARANCE);
    const boxes = this.#listIn({ x, y: y - NAMES, width, height: height + NAMES }, link);
    return boxes.map((box) => this.#withNames(box));
  }

  /**
   * Return the boxes around which *link*, straight from *a* to *b*, may have to go: of all that is near enough to its way for a
   * detour to meet it, and some more.
   * @param {Link} link
   * @param {Point} a
   * @param {Point} b
   * @param {number} spread How far to the sides cables run that are parallel to it.
   * @returns {Box[]}
   */
  along(link, a, b, spread) {
    const length = distance(a, b) || 1;
    const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    /** @type {Set<Box>} */
    const boxes = new Set();
    for (const square of squaresAlong(a, b, DETOUR + spread)) {
      for (const box of this.#listIn(square, link)) {
        const [x, y] = [box.x + box.width / 2 - a.x, box.y + box.height / 2 - a.y];
        const reach = DETOUR + spread + box.width; // more than half the diagonal of its square
        if (Math.abs(x * dy - y * dx) > reach) continue;
        const way = x * dx + y * dy;
        if (way > -reach && way < length + reach) boxes.add(box);
      }
    }
    return spread === 0 ? [...boxes] : [...boxes].map((box) => inflate(box, spread));
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
   * Return whether nothing but *node* itself is in *area*.
   * @param {Box} area
   * @param {string} node Its id.
   */
  isClear(area, node) {
    const end = { node };
    return !this.#listIn(area, { source: end, target: end }).some((box) => overlaps(box, area));
  }

  /**
   * @param {Box} area
   * @param {{ source: { node: string }, target: { node: string } }} link
   */
  #listIn(area, { source, target }) {
    const { isMoved, nodesNear } = this.#around;
    const boxes = [];
    for (const node of nodesNear(area)) {
      const { id } = node;
      const box = id !== source.node && id !== target.node && !isMoved(id) ? this.#boxOf(node) : null;
      if (box) boxes.push(box);
    }
    return boxes;
  }

  /** @param {Box} box */
  #withNames(box) {
    let larger = this.#larger.get(box);
    if (!larger) this.#larger.set(box, (larger = { ...box, height: box.height + NAMES }));
    return larger;
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
