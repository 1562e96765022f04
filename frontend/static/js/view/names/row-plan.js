/** The plan of what stands under tiles, and of what else no name may cover: tiles, notes, titles of zones and badges of pods. */

import { TILE } from '../../model/diagram.js';
import { isDeepEqual } from '../../util/deep-equal.js';
import { overlaps } from '../../util/geometry.js';
import { inkBox, tileBox } from '../shapes.js';
import { sizeOf } from './ends.js';
import { captionOf, roomFor, tileRoom, wishFor } from './rows.js';
import { badgeOf, boxOfCaption, rowsUnder, titleOf } from './texts.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('./rows.js').Neighbour} Neighbour */
/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').RowKind} RowKind */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** @typedef {Partial<Record<RowKind, Caption>>} Rows */
/** @typedef {Record<RowKind, Caption[]>} RowLists */

/** How far to the side a row may reach. */
export const WIDEST = 130;

export class RowPlan {
  #scene;
  #families;
  #ruler;
  /** @type {Map<string, Neighbour>} */
  #neighbours = new Map();
  /** @type {Set<string>} The users among them. */
  #reaching = new Set();
  /** @type {Map<string, Rows>} */
  #rows = new Map();
  /** @type {Map<string, import('./ends.js').Size>} */
  #sizes = new Map();
  /** @type {Map<string, import('./ends.js').Size>} Those of what is not fitted beside others. */
  #wholeSizes = new Map();
  /** @type {Map<string, Box[]>} */
  #boxes = new Map();
  /** @type {Map<string, Box[]>} */
  #titles = new Map();
  /** @type {WeakMap<readonly Node[], RowLists>} What stands under lists of nodes that rest. */
  #lists = new WeakMap();

  /**
   * @param {Scene} scene
   * @param {Families} families
   * @param {Ruler} ruler
   */
  constructor(scene, families, ruler) {
    this.#scene = scene;
    this.#families = families;
    this.#ruler = ruler;
  }

  /**
   * Work out again what may stand under nodes otherwise after *changes*; return those under which something else stands now, besides
   * what changed itself.
   * @param {import('./name-plan.js').Changes} changes
   * @returns {Node[]}
   */
  refresh({ ids, areas }) {
    this.#titles.clear();
    this.#lists = new WeakMap();
    for (const id of ids) {
      this.#neighbours.delete(id);
      this.#rows.delete(id);
      this.#forgetBoxes(id);
    }
    const reworded = this.#rewordReach();
    return [...this.#scene.nodesAround([...areas, ...reworded.map(inkBox)], 2 * WIDEST)].filter((node) => this.#isRewritten(node));
  }

  /** Return the users whose reach is told in other words than it was: what they reach has another name, or is another thing. */
  #rewordReach() {
    const reworded = [];
    for (const id of [...this.#reaching]) {
      const [node, known] = [this.#scene.model.nodes.get(id), this.#neighbours.get(id)];
      this.#neighbours.delete(id);
      if (!node) this.#reaching.delete(id);
      if (!node || !known) continue;
      if (isDeepEqual(this.#neighbourOf(node), known)) continue;
      this.#wholeSizes.delete(id);
      reworded.push(node);
    }
    return reworded;
  }

  /**
   * Return whether something else stands under *node* than did.
   * @param {Node} node
   */
  #isRewritten(node) {
    const rows = this.#rows.get(node.id);
    if (!rows) return false;
    this.#rows.delete(node.id);
    if (isDeepEqual(this.rowsOf(node), rows)) {
      this.#rows.set(node.id, rows);
      return false;
    }
    this.#forgetBoxes(node.id);
    return true;
  }

  /** @param {string} id */
  #forgetBoxes(id) {
    this.#sizes.delete(id);
    this.#wholeSizes.delete(id);
    this.#boxes.delete(id);
  }

  /**
   * Return what stands under *node*, where it is shown. What is on its way is not fitted beside others.
   * @param {Node} node
   * @returns {Rows}
   */
  rowsOf(node) {
    if (this.#scene.shifted.has(node.id)) return this.#write(node, this.#neighbourOf(this.#scene.model.nodes.get(node.id) ?? node).rows);
    let rows = this.#rows.get(node.id);
    if (!rows) this.#rows.set(node.id, (rows = this.#fit(node)));
    return rows;
  }

  /**
   * Return what stands under *nodes*, by its kind.
   * @param {readonly Node[]} nodes
   * @returns {RowLists}
   */
  rowsOfAll(nodes) {
    if (!this.#scene.isAtRest) return this.#listRows(nodes);
    let lists = this.#lists.get(nodes);
    if (!lists) this.#lists.set(nodes, (lists = this.#listRows(nodes)));
    return lists;
  }

  /** @param {readonly Node[]} nodes */
  #listRows(nodes) {
    /** @type {RowLists} */
    const lists = { label: [], address: [], reach: [] };
    for (const node of nodes) {
      const { label, address, reach } = this.rowsOf(node);
      if (label) lists.label.push(label);
      if (address) lists.address.push(address);
      if (reach) lists.reach.push(reach);
    }
    return lists;
  }

  /**
   * Return how large what stands under *node* is, from the tile downwards.
   * @param {Node} node
   * @returns {import('./ends.js').Size}
   */
  sizeOf(node) {
    const sizes = this.#scene.shifted.has(node.id) ? this.#wholeSizes : this.#sizes;
    let size = sizes.get(node.id);
    if (!size) sizes.set(node.id, (size = sizeOf(this.rowsOf(node))));
    return size;
  }

  /**
   * Return what may not be covered at *node*: tile and rows, or all of a note. A shape may be written on.
   * @param {Node} node
   * @returns {Box[]}
   */
  boxesOf(node) {
    if (node.type === 'shape') return [];
    if (this.#scene.shifted.has(node.id)) return this.#boxesAt(node);
    let boxes = this.#boxes.get(node.id);
    if (!boxes) this.#boxes.set(node.id, (boxes = this.#boxesAt(node)));
    return boxes;
  }

  /**
   * Return the titles of zones and the badges of pods that touch *area*.
   * @param {Box} area
   * @returns {Box[]}
   */
  titlesIn(area) {
    return this.#scene.zonesIn(area).flatMap((zone) => {
      let boxes = this.#titles.get(zone.id);
      if (!boxes) this.#titles.set(zone.id, (boxes = this.#titleBoxes(zone)));
      return boxes.filter((box) => overlaps(box, area));
    });
  }

  /** @param {Node} node */
  #boxesAt(node) {
    return node.type === 'note' ? [tileBox(node)] : [tileRoom(node), ...Object.values(this.rowsOf(node)).map(boxOfCaption)];
  }

  /** @param {Node} node */
  #fit(node) {
    const own = this.#neighbourOf(node);
    if (own.rows.length === 0) return {};
    const reach = Math.max(...own.rows.map((row) => row.width)) / 2;
    const last = own.rows[own.rows.length - 1].below;
    const area = { x: node.x - reach, y: node.y + TILE / 2, width: 2 * reach, height: last - TILE / 2 + 8 };
    const near = this.#scene.nodesNear(area).filter((other) => other.id !== node.id && other.type !== 'shape' && (other.type === 'note' || isNear(node, other)));
    const boxes = [...near.map((other) => (other.type === 'note' ? tileBox(other) : tileRoom(other))), ...this.titlesIn(area)];
    return this.#write(node, own.rows, roomFor(own, near.map((other) => this.#neighbourOf(other)), boxes));
  }

  /**
   * @param {Node} node
   * @param {readonly import('./rows.js').Wish[]} wishes
   * @param {readonly number[]} [room]
   * @returns {Rows}
   */
  #write(node, wishes, room) {
    /** @type {Rows} */
    const rows = {};
    wishes.forEach((wish, place) => {
      const caption = captionOf(node, wish, room?.[place] ?? wish.width, this.#families, this.#ruler);
      if (caption) rows[wish.kind] = caption;
    });
    return rows;
  }

  /** @param {Node} node */
  #wishesOf(node) {
    return wishFor(rowsUnder(this.#scene, node), this.#families, this.#ruler);
  }

  /** @param {Node} node */
  #neighbourOf(node) {
    let neighbour = this.#neighbours.get(node.id);
    if (!neighbour && node.type === 'users') this.#reaching.add(node.id);
    if (!neighbour) this.#neighbours.set(node.id, (neighbour = { id: node.id, x: node.x, y: node.y, rows: this.#wishesOf(node) }));
    return neighbour;
  }

  /** @param {Zone} zone */
  #titleBoxes(zone) {
    const title = titleOf(zone, this.#families, this.#ruler);
    const badge = badgeOf(this.#scene, zone, this.#families, this.#ruler);
    return [title ? [boxOfCaption(title)] : [], badge ?? []].flat();
  }
}

/**
 * Return whether what stands under *node* may meet *other*.
 * @param {Node} node
 * @param {Node} other
 */
function isNear(node, other) {
  return Math.abs(other.x - node.x) < 2 * WIDEST && Math.abs(other.y - node.y) < 2 * TILE;
}
