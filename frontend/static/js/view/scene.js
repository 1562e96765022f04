/**
 * The scene: positions and bounding boxes of everything that is painted, with a spatial index.
 *
 * It follows the model (`update` with the ids that changed), so that the work of a frame goes with what is visible. While
 * something is dragged, `shift` shows it elsewhere without touching model or index.
 */

import { GridIndex } from '../util/grid-index.js';
import { overlaps } from '../util/geometry.js';
import { accessCurve, cableLine, curveBox, inkBox } from './shapes.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../model/diagram.js').Link} Link */
/** @typedef {import('../model/diagram.js').Access} Access */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('./shapes.js').Line} Line */
/** @typedef {import('./shapes.js').Curve} Curve */

const CELL = 512;

export class Scene {
  #model;
  #nodes = new GridIndex(CELL);
  #links = new GridIndex(CELL);
  #access = new GridIndex(CELL);
  /** @type {Map<string, string[]>} Links that join the same two nodes, in their order. */
  #parallels = new Map();
  /** @type {Map<string, string>} */
  #pairs = new Map();
  /** @type {Map<string, number> | null} */
  #ranks = null;
  /** @type {Zone[] | null} */
  #zoneOrder = null;
  /** @type {Map<string, Node | Zone>} */
  #shifted = new Map();

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
    for (const link of model.links.values()) this.#joinPair(link.id, pairOf(link));
    for (const id of model.nodes.keys()) this.#indexNode(id);
    for (const id of model.links.keys()) this.#indexLink(id);
    for (const id of model.access.keys()) this.#indexEdge(id);
  }

  /** @returns {DiagramModel} */
  get model() {
    return this.#model;
  }

  /** @returns {ReadonlySet<string> | ReadonlyMap<string, unknown>} The ids of what is shown elsewhere. */
  get shifted() {
    return this.#shifted;
  }

  /**
   * Show the nodes and zones *ids* moved by *by*.
   * @param {Iterable<string>} ids
   * @param {Point} by
   */
  shift(ids, by) {
    this.#shifted.clear();
    for (const id of ids) {
      const item = this.#model.placed(id);
      if (item) this.#shifted.set(id, { ...item, x: item.x + by.x, y: item.y + by.y });
    }
  }

  /**
   * Show the zone or shape *id* with the size and place that are *fields*.
   * @param {string} id
   * @param {Box} fields
   */
  reshape(id, fields) {
    const item = this.#model.placed(id);
    this.#shifted.clear();
    if (item) this.#shifted.set(id, { ...item, ...fields });
  }

  /** Show everything where the model has it. */
  settle() {
    this.#shifted.clear();
  }

  /**
   * Take over what changed in the model.
   * @param {Iterable<string>} ids
   */
  update(ids) {
    this.#ranks = null;
    this.#zoneOrder = null;
    const links = new Set();
    const edges = new Set();
    for (const id of ids) {
      for (const link of this.#model.linksOf(id)) links.add(link.id);
      for (const edge of this.#model.accessOf(id)) edges.add(edge.id);
      if (this.#links.has(id) || this.#model.links.has(id)) this.#pairUp(id, links);
      if (this.#access.has(id) || this.#model.access.has(id)) edges.add(id);
      this.#indexNode(id);
    }
    for (const id of links) this.#indexLink(id);
    for (const id of edges) this.#indexEdge(id);
  }

  /**
   * Return the node *id* where it is shown.
   * @param {string} id
   * @returns {Node | undefined}
   */
  node(id) {
    return /** @type {Node | undefined} */ (this.#shifted.get(id)) ?? this.#model.nodes.get(id);
  }

  /**
   * Return the zone *id* as it is shown.
   * @param {string} id
   * @returns {Zone | undefined}
   */
  zone(id) {
    return /** @type {Zone | undefined} */ (this.#shifted.get(id)) ?? this.#model.zones.get(id);
  }

  /**
   * Return the nodes that touch *box* where the model has them, in the order of drawing.
   * @param {Box} box
   * @returns {Node[]}
   */
  nodesIn(box) {
    const found = this.#nodes.query(box);
    if (found.size * 2 > this.#model.nodes.size) {
      return [...this.#model.nodes.values()].filter((node) => found.has(node.id));
    }
    this.#ranks ??= new Map([...this.#model.nodes.keys()].map((id, rank) => [id, rank]));
    const ranks = this.#ranks;
    const nodes = [...found].map((id) => /** @type {Node} */ (this.#model.nodes.get(id)));
    return nodes.sort((a, b) => /** @type {number} */ (ranks.get(a.id)) - /** @type {number} */ (ranks.get(b.id)));
  }

  /**
   * Return the zones that touch *box*, outer ones before inner ones.
   * @param {Box} box
   * @returns {Zone[]}
   */
  zonesIn(box) {
    this.#zoneOrder ??= orderZones(this.#model);
    return this.#zoneOrder.filter((zone) => overlaps(box, zone));
  }

  /**
   * Return the links that may touch *box*.
   * @param {Box} box
   * @returns {Link[]}
   */
  linksIn(box) {
    return [...this.#links.query(box)].map((id) => /** @type {Link} */ (this.#model.links.get(id)));
  }

  /**
   * Return the access edges that may touch *box*.
   * @param {Box} box
   * @returns {Access[]}
   */
  accessIn(box) {
    return [...this.#access.query(box)].map((id) => /** @type {Access} */ (this.#model.access.get(id)));
  }

  /**
   * Return the line of *link* as it is shown.
   * @param {Link} link
   * @returns {Line}
   */
  lineOf(link) {
    const a = /** @type {Node} */ (this.node(link.source.node));
    const b = /** @type {Node} */ (this.node(link.target.node));
    const parallel = this.#parallels.get(this.#pairs.get(link.id) ?? '') ?? [];
    const isTurned = link.source.node > link.target.node;
    return cableLine(a, b, parallel.length > 1 ? parallel.indexOf(link.id) : 0, parallel.length, isTurned);
  }

  /**
   * Return the curve of the access edge *edge* as it is shown.
   * @param {Access} edge
   * @returns {Curve}
   */
  curveOf(edge) {
    const users = /** @type {Node} */ (this.node(edge.users));
    const target = /** @type {Node | Zone} */ (this.node(edge.target) ?? this.zone(edge.target));
    return accessCurve(users, target);
  }

  /** @param {string} id */
  #indexNode(id) {
    const node = this.#model.nodes.get(id);
    if (node) this.#nodes.putBox(id, inkBox(node));
    else this.#nodes.remove(id);
  }

  /** @param {string} id */
  #indexLink(id) {
    const link = this.#model.links.get(id);
    if (!link) return;
    const line = this.lineOf(link);
    this.#links.putLine(id, { x: line.x1, y: line.y1 }, { x: line.x2, y: line.y2 });
  }

  /** @param {string} id */
  #indexEdge(id) {
    const edge = this.#model.access.get(id);
    if (edge) this.#access.putBox(id, curveBox(this.curveOf(edge)));
    else this.#access.remove(id);
  }

  /**
   * Put the link *id* among its parallels, or take it out; all of them are then to be drawn anew.
   * @param {string} id
   * @param {Set<string>} affected
   */
  #pairUp(id, affected) {
    const link = this.#model.links.get(id);
    const pair = link && pairOf(link);
    const old = this.#pairs.get(id);
    if (old !== pair) this.#leavePair(id, old, affected);
    if (!link || pair === undefined) return this.#links.remove(id);
    affected.add(id);
    if (old === pair) return;
    for (const each of this.#joinPair(id, pair)) affected.add(each);
  }

  /**
   * Note that the link *id* joins *pair*, and return all links that do.
   * @param {string} id
   * @param {string} pair
   */
  #joinPair(id, pair) {
    let parallel = this.#parallels.get(pair);
    if (parallel) parallel.push(id);
    else this.#parallels.set(pair, (parallel = [id]));
    this.#pairs.set(id, pair);
    return parallel;
  }

  /**
   * @param {string} id
   * @param {string | undefined} pair
   * @param {Set<string>} affected
   */
  #leavePair(id, pair, affected) {
    if (pair === undefined) return;
    const left = (this.#parallels.get(pair) ?? []).filter((each) => each !== id);
    for (const each of left) affected.add(each);
    if (left.length > 0) this.#parallels.set(pair, left);
    else this.#parallels.delete(pair);
    this.#pairs.delete(id);
  }
}

/**
 * Return a name for the two ends of *link*, whichever comes first.
 * @param {Link} link
 */
function pairOf({ source, target }) {
  return source.node < target.node ? `${source.node} ${target.node}` : `${target.node} ${source.node}`;
}

/**
 * Return all zones, outer ones before inner ones.
 * @param {DiagramModel} model
 * @returns {Zone[]}
 */
function orderZones(model) {
  const depths = new Map([...model.zones.keys()].map((id) => [id, model.zonesAround(id).length]));
  return [...model.zones.values()].sort((a, b) => /** @type {number} */ (depths.get(a.id)) - /** @type {number} */ (depths.get(b.id)));
}
