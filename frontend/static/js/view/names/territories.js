/**
 * What belongs to each node: the room around it in which names of its interfaces may stand, and what may not be covered there.
 */

import { TILE } from '../../model/diagram.js';
import { encloses, inflate, overlaps } from '../../util/geometry.js';
import { headBox } from '../routes/access-curve.js';
import { FARTHEST, longestTowards, narrow } from './ends.js';
import { WIDEST } from './row-plan.js';
import { boxOfRoom, roomAround } from './free-places.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('./row-plan.js').RowPlan} RowPlan */
/** @typedef {import('./free-places.js').Territory} Territory */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {{ nodes: readonly Node[], boxes: readonly Box[], zones: readonly Box[] }} Crowd Nodes that may be near, titles and arrows there, and zones. */

/** How far from the middle of a tile the box of an interface's name may reach. */
export const REACH = FARTHEST + 50;
/** How far from each other nodes share the room around them: what is farther away touches no name at the cables of a node. */
export const RIVALRY = 2 * REACH;
/** How far what is looked at reaches around a square. */
const INFLUENCE = RIVALRY + 128;
const SQUARE = 256;

export class Territories {
  #scene;
  #rowPlan;
  /** @type {Map<string, Map<string, number>>} How long the names at a node are, by the nodes to which their cables lead. */
  #longest = new Map();
  /** @type {Map<string, Territory>} Those of nodes that rest while something else is on its way. */
  #resting = new Map();
  /** @type {Map<string, Crowd>} What is near each square of the drawing. */
  #crowds = new Map();

  /**
   * @param {Scene} scene
   * @param {RowPlan} rowPlan
   */
  constructor(scene, rowPlan) {
    this.#scene = scene;
    this.#rowPlan = rowPlan;
  }

  /**
   * Work out again what belongs to nodes after *changes*.
   * @param {import('./name-plan.js').Changes} changes
   */
  refresh({ isOfNodes }) {
    if (!isOfNodes) this.#longest.clear();
    this.#resting.clear();
    this.#crowds.clear();
  }

  /**
   * Return what belongs to *node*, where the model has it.
   * @param {Node} node
   * @returns {Territory}
   */
  at(node) {
    let territory = this.#resting.get(node.id);
    if (territory) return territory;
    const crowd = this.crowdAt(node);
    const room = roomAround(node, REACH);
    for (const other of crowd.nodes) {
      if (other.id !== node.id && isWithin(node, other, RIVALRY) && this.#longestAt(other.id).size > 0) this.#narrow(room, node, other);
    }
    const area = boxOfRoom(room);
    const zones = crowd.zones.filter((zone) => overlaps(zone, area) && !encloses(zone, area));
    territory = { room, boxes: this.boxesIn(area, crowd), cables: this.cablesAt(node.id), zones };
    if (this.#scene.shifted.size > 0) this.#resting.set(node.id, territory);
    return territory;
  }

  /**
   * Return what is near enough to *place* to matter there, and some more.
   * @param {Point} place
   * @returns {Crowd}
   */
  crowdAt({ x, y }) {
    const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)];
    const key = `${column} ${row}`;
    let crowd = this.#crowds.get(key);
    if (!crowd) {
      const area = inflate({ x: column * SQUARE, y: row * SQUARE, width: SQUARE, height: SQUARE }, INFLUENCE);
      const boxes = [...this.#rowPlan.titlesIn(area), ...this.#arrowsIn(area)];
      this.#crowds.set(key, (crowd = { nodes: this.#scene.nodesNear(area), boxes, zones: this.#scene.zonesIn(area) }));
    }
    return crowd;
  }

  /**
   * Return what may not be covered in *area* of what is near.
   * @param {Box} area
   * @param {Crowd} crowd
   */
  boxesIn(area, { nodes, boxes: fixed }) {
    const boxes = fixed.filter((box) => overlaps(box, area));
    for (const node of nodes) {
      if (node.type !== 'note' && !isNear(node, area)) continue;
      for (const box of this.#rowPlan.boxesOf(node)) if (overlaps(box, area)) boxes.push(box);
    }
    return boxes;
  }

  /**
   * Return the boxes of the arrows of access in *area*.
   * @param {Box} area
   */
  #arrowsIn(area) {
    return this.#scene.accessIn(area).map((edge) => headBox(this.#scene.curves.restingOf(edge)));
  }

  /**
   * Take from *room*, which belongs to *node*, what belongs to *other*.
   * @param {import('./free-places.js').Room} room
   * @param {Node} node
   * @param {Node} other
   */
  #narrow(room, node, other) {
    const [longest, theirs] = [this.#longestAt(node.id).get(other.id) ?? 0, this.#longestAt(other.id).get(node.id) ?? 0];
    narrow(room, node, other, [this.#rowPlan.sizeOf(node), this.#rowPlan.sizeOf(other)], longest, theirs);
  }

  /**
   * Return the cables at the node *id*.
   * @param {string} id
   * @returns {import('./free-places.js').Obstacle[]}
   */
  cablesAt(id) {
    return this.#scene.model.linksOf(id).map((link) => ({ id: link.id, path: this.#scene.paths.restingPathOf(link) }));
  }

  /** @param {string} id */
  #longestAt(id) {
    let longest = this.#longest.get(id);
    if (!longest) this.#longest.set(id, (longest = longestTowards(this.#scene.model.linksOf(id), id)));
    return longest;
  }
}

/**
 * Return whether *node* is so near to *area* that its tile or its rows may touch it.
 * @param {Node} node
 * @param {Box} area
 */
function isNear({ x, y }, area) {
  return x > area.x - WIDEST && x < area.x + area.width + WIDEST && y > area.y - TILE * 2 && y < area.y + area.height + TILE;
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {number} reach
 */
function isWithin(a, b, reach) {
  return Math.abs(a.x - b.x) < reach && Math.abs(a.y - b.y) < reach;
}
