/**
 * The curves of all access edges: where they are, and how far they bend, so that devices and names hide as little of them as
 * can be. That is found when it is first asked for, and kept until something near changes; while something is dragged, each
 * curve keeps the bend that it had.
 */

import { inflate, overlaps } from '../../util/geometry.js';
import { GridIndex } from '../../util/grid-index.js';
import { bendPast, boxOfBends, limitBend, mayBend, REACH } from './access-around.js';
import { accessCurve, accessEnd } from './access-curve.js';
import { namesBox, tileBox } from '../shapes.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Access} Access */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('./access-around.js').Obstacle} Obstacle */
/** @typedef {import('./access-curve.js').Curve} Curve */

/**
 * @typedef {object} Surroundings What is around curves.
 * @property {(id: string) => Node | Zone | undefined} placed Returns a node or zone where it is shown.
 * @property {(box: Box) => readonly Node[]} nodesNear Returns the nodes that may touch a box where they rest.
 */

const CELL = 512;
/** How far curves stay off tiles. */
const CLEARANCE = 4;
/** As far from where an edge leads to as the head of its arrow may be: beyond the border of a tile. */
const ARROW_REACH = 48;

export class AccessCurves {
  #model;
  #around;
  #index = new GridIndex(CELL);
  /** @type {Map<string, { curve: Curve, bend: number | null }>} Those that were asked for, where they rest. */
  #resting = new Map();
  /** @type {Map<string, Box>} Around the arrow of each. */
  #arrows = new Map();
  /** @type {WeakMap<Node, Obstacle>} */
  #obstacles = new WeakMap();

  /**
   * @param {DiagramModel} model
   * @param {Surroundings} around
   */
  constructor(model, around) {
    this.#model = model;
    this.#around = around;
    for (const id of model.access.keys()) this.#put(id);
  }

  /**
   * Take over that *edges* and what is in *areas* changed, or anything where *areas* is null; return boxes in which arrows may
   * be elsewhere thereby: none where that may be anywhere.
   * @param {Iterable<string>} edges
   * @param {readonly (Box | null)[] | null} areas
   * @returns {readonly (Box | undefined)[]}
   */
  refresh(edges, areas) {
    const before = [...edges].map((id) => this.#arrows.get(id));
    for (const id of edges) this.#put(id);
    if (!areas) {
      this.#resting.clear();
      return [];
    }
    const changed = new Set(edges);
    for (const area of areas) if (area) for (const id of this.#foundIn(area)) changed.add(id);
    for (const id of changed) this.#resting.delete(id);
    return [...before, ...[...changed].map((id) => this.#arrows.get(id))];
  }

  /**
   * Return whether there is or was an edge *id*.
   * @param {string} id
   */
  has(id) {
    return this.#index.has(id) || this.#model.access.has(id);
  }

  /**
   * Return the edges that may touch *box*.
   * @param {Box} box
   * @returns {Access[]}
   */
  near(box) {
    return this.#index.query(inflate(box, REACH)).map((id) => /** @type {Access} */ (this.#model.access.get(id)));
  }

  /**
   * Return the curve of *edge* as it is shown.
   * @param {Access} edge
   * @returns {Curve}
   */
  of(edge) {
    const { users, target, isMoved } = this.#endsOf(edge);
    if (!isMoved) return this.restingOf(edge);
    const bend = this.#resting.get(edge.id)?.bend;
    return accessCurve(users, target, bend ? limitBend(users, target, bend) : null);
  }

  /**
   * Return the curve of *edge* where the model has it.
   * @param {Access} edge
   * @returns {Curve}
   */
  restingOf(edge) {
    return this.#find(edge).curve;
  }

  /**
   * Return about the curve of *edge*, for where it is too small to see what hides it.
   * @param {Access} edge
   * @returns {Curve}
   */
  roughly(edge) {
    const { users, target, isMoved } = this.#endsOf(edge);
    return (isMoved ? undefined : this.#resting.get(edge.id)?.curve) ?? accessCurve(users, target);
  }

  /**
   * Return whether it is known how *edge* bends.
   * @param {Access} edge
   */
  isFound({ id }) {
    return this.#resting.has(id);
  }

  /** @param {Access} edge */
  #endsOf(edge) {
    const users = /** @type {Node} */ (this.#around.placed(edge.users));
    const target = /** @type {Node | Zone} */ (this.#around.placed(edge.target));
    return { users, target, isMoved: users !== this.#model.placed(edge.users) || target !== this.#model.placed(edge.target) };
  }

  /** @param {Access} edge */
  #find(edge) {
    let found = this.#resting.get(edge.id);
    if (!found) {
      const users = /** @type {Node} */ (this.#model.nodes.get(edge.users));
      const target = /** @type {Node | Zone} */ (this.#model.placed(edge.target));
      const bend = mayBend(users, target) ? bendPast(users, target, this.#obstaclesBetween(users, target)) : null;
      this.#resting.set(edge.id, (found = { curve: accessCurve(users, target, bend), bend }));
    }
    return found;
  }

  /**
   * @param {Node} users
   * @param {Node | Zone} target
   */
  #obstaclesBetween(users, target) {
    const around = this.#around.nodesNear(boxOfBends(users, target));
    return around.filter((node) => node !== users && node !== target && node.type !== 'shape').map((node) => this.#obstacleOf(node));
  }

  /** @param {Node} node */
  #obstacleOf(node) {
    let obstacle = this.#obstacles.get(node);
    if (!obstacle) this.#obstacles.set(node, (obstacle = { tile: inflate(tileBox(node), CLEARANCE), names: namesBox(node) }));
    return obstacle;
  }

  /** @param {Box} area */
  #foundIn(area) {
    const reach = inflate(area, REACH);
    return this.#index.query(reach).filter((id) => this.#resting.has(id) && overlaps(reach, /** @type {Box} */ (this.#index.extentOf(id))));
  }

  /** @param {string} id */
  #put(id) {
    const edge = this.#model.access.get(id);
    const users = this.#model.nodes.get(edge?.users ?? '');
    const target = this.#model.placed(edge?.target ?? '');
    if (edge && users && target) {
      const end = accessEnd(users, target);
      this.#index.putLine(id, users, end);
      this.#arrows.set(id, inflate({ ...end, width: 0, height: 0 }, ARROW_REACH));
      return;
    }
    this.#index.remove(id);
    this.#arrows.delete(id);
  }
}
