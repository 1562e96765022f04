/** The paths of all cables, where they are found, and where their own names stand best. */

import { GridIndex } from '../util/grid-index.js';
import { lengthOf, pointAlong } from '../util/polyline.js';
import { Parallels } from './parallels.js';
import { cableLine } from './shapes.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Link} Link */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../util/polyline.js').Polyline} Polyline */

const CELL = 512;
/** How far apart along parallel cables their names stand. */
const STAGGER = 30;

export class CablePaths {
  #model;
  #nodeOf;
  #links = new GridIndex(CELL);
  /** Links with a name of their own, by where it would stand. */
  #named = new GridIndex(CELL);
  #parallels = new Parallels();
  /** @type {Map<string, Polyline>} */
  #resting = new Map();

  /**
   * @param {DiagramModel} model
   * @param {(id: string) => Node | undefined} nodeOf Returns a node where it is shown.
   */
  constructor(model, nodeOf) {
    this.#model = model;
    this.#nodeOf = nodeOf;
    for (const link of model.links.values()) this.#parallels.take(link.id, link);
    for (const id of model.links.keys()) this.index(id);
  }

  /**
   * Take over that the link *id* may have changed or gone; return which links are to be indexed anew.
   * @param {string} id
   * @returns {string[]}
   */
  take(id) {
    const link = this.#model.links.get(id);
    this.#resting.delete(id);
    if (!link) {
      this.#links.remove(id);
      this.#named.remove(id);
    }
    return this.#parallels.take(id, link);
  }

  /**
   * Put the link *id* into the index where the model has it.
   * @param {string} id
   */
  index(id) {
    const link = this.#model.links.get(id);
    this.#resting.delete(id);
    if (!link) return;
    const path = this.restingPathOf(link);
    this.#links.putLine(id, path[0], path[1]);
    if (link.name) this.#named.putBox(id, { ...this.anchorOf(link, path), width: 0, height: 0 });
    else this.#named.remove(id);
  }

  /**
   * Return the links that may touch *box*.
   * @param {Box} box
   * @returns {Link[]}
   */
  near(box) {
    return [...this.#links.query(box)].map((id) => /** @type {Link} */ (this.#model.links.get(id)));
  }

  /**
   * Return the links whose own names may stand in *box*.
   * @param {Box} box
   * @returns {Link[]}
   */
  namedNear(box) {
    return [...this.#named.query(box)].map((id) => /** @type {Link} */ (this.#model.links.get(id)));
  }

  /**
   * Return a box around the link *id*, where it was indexed, or null.
   * @param {string} id
   */
  extentOf(id) {
    return this.#links.extentOf(id);
  }

  /**
   * Return the path of *link* as it is shown.
   * @param {Link} link
   * @returns {Polyline}
   */
  pathOf(link) {
    const [a, b] = [this.#nodeOf(link.source.node), this.#nodeOf(link.target.node)];
    const isResting = a === this.#model.nodes.get(link.source.node) && b === this.#model.nodes.get(link.target.node);
    return isResting ? this.restingPathOf(link) : this.#between(link, a, b);
  }

  /**
   * Return the path of *link* where the model has it.
   * @param {Link} link
   * @returns {Polyline}
   */
  restingPathOf(link) {
    let path = this.#resting.get(link.id);
    if (!path) {
      path = this.#between(link, this.#model.nodes.get(link.source.node), this.#model.nodes.get(link.target.node));
      this.#resting.set(link.id, path);
    }
    return path;
  }

  /**
   * Return where on its *path* the own name of *link* stands best: in the middle, or beside those of parallel cables.
   * @param {Link} link
   * @param {Polyline} path
   * @returns {Point & { along: number }}
   */
  anchorOf(link, path) {
    const { place, count } = this.#parallels.rankOf(link.id);
    const length = lengthOf(path);
    const aside = (place - (count - 1) / 2) * Math.min(STAGGER, length / (2 * count));
    const along = length / 2 + aside * (isTurned(link) ? -1 : 1);
    return { ...pointAlong(path, along), along };
  }

  /**
   * @param {Link} link
   * @param {Node | undefined} a
   * @param {Node | undefined} b
   * @returns {Polyline}
   */
  #between(link, a, b) {
    const { place, count } = this.#parallels.rankOf(link.id);
    const { x1, y1, x2, y2 } = cableLine(/** @type {Node} */ (a), /** @type {Node} */ (b), place, count, isTurned(link));
    return [{ x: x1, y: y1 }, { x: x2, y: y2 }];
  }
}

/** @param {Link} link */
function isTurned({ source, target }) {
  return source.node > target.node;
}
