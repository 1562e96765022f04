/**
 * The scene: positions and bounding boxes of everything that is painted, with a spatial index.
 *
 * It follows the model (`update` with the ids that changed), so that the work of a frame goes with what is visible. While
 * something is dragged, `shift` shows it elsewhere without touching model or index.
 */

import { orderZones } from '../model/geometry/containment.js';
import { GridIndex } from '../util/grid-index.js';
import { contains, inflate, overlaps } from '../util/geometry.js';
import { AccessCurves } from './routes/access-curves.js';
import { CablePaths } from './routes/cable-paths.js';
import { HiddenLayers } from './hidden-layers.js';
import { NamePlan } from './names/name-plan.js';
import { NodeIndex } from './node-index.js';
import { PlaceNames } from './names/place-names.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../model/diagram.js').Link} Link */
/** @typedef {import('../model/diagram.js').Access} Access */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

const CELL = 512;
/** With more changes at once, all names and all curves of access look for their places anew. */
const MOST_CHANGES = 64;
const WIDEST_TITLE = 4096;
/** How far the badge of a narrow pod may reach beyond it. */
const BADGE_OVERHANG = 200;

export class Scene {
  #model;
  #nodes;
  #titles = new GridIndex(CELL);
  /** The paths of cables, the curves of access, and the names of places as a map has them. */
  paths;
  curves;
  placeNames;
  /** @type {NamePlan | null} */
  #names = null;
  /** The layers that were hidden where names found their places: titles of hidden zones are in nobody's way. */
  #layersHidden;
  /** @type {Zone[] | null} */
  #zoneOrder = null;
  #hidden;
  /** @type {Map<string, Node | Zone>} */
  #shifted = new Map();

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
    this.#nodes = new NodeIndex(model);
    this.#hidden = new HiddenLayers(model);
    this.#layersHidden = model.settings.hidden;
    this.placeNames = new PlaceNames(model);
    for (const id of model.nodes.keys()) this.#nodes.take(id);
    for (const id of model.zones.keys()) this.#indexTitle(id);
    this.paths = new CablePaths(model, {
      nodeOf: (id) => this.node(id), isMoved: (id) => this.#shifted.has(id), countMoved: () => this.#shifted.size, nodesNear: (box) => this.nodesNear(box),
    });
    this.curves = new AccessCurves(model, { placed: (id) => this.node(id) ?? this.zone(id), nodesNear: (box) => this.nodesNear(box) });
  }

  /** @returns {DiagramModel} */
  get model() {
    return this.#model;
  }

  /**
   * Return those of *items* that no hidden layer hides.
   * @template {Node | Zone | Link | Access} T
   * @param {readonly T[]} items
   * @returns {readonly T[]}
   */
  shown(items) {
    return this.#hidden.leave(items);
  }

  /** @returns {ReadonlySet<string> | ReadonlyMap<string, unknown>} The ids of what is shown elsewhere. */
  get shifted() {
    return this.#shifted;
  }

  /** Whether everything is shown where the model has it. */
  get isAtRest() {
    return this.#shifted.size === 0 && this.paths.bent === null;
  }

  /**
   * Show the nodes and zones *ids* moved by *by*.
   * @param {Iterable<string>} ids
   * @param {Point} by
   */
  shift(ids, by) {
    this.#shifted.clear();
    this.paths.forgetShown();
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
    this.paths.forgetShown();
    if (item) this.#shifted.set(id, { ...item, ...fields });
  }

  /** Show everything where the model has it. */
  settle() {
    this.#shifted.clear();
    this.paths.settle();
  }

  /**
   * Take over what changed in the model. What was shown elsewhere is where the model has it: what is found anew goes by that.
   * @param {Iterable<string>} ids
   */
  update(ids) {
    this.settle();
    this.placeNames.forget();
    const links = /** @type {Set<string>} */ (new Set());
    const edges = /** @type {Set<string>} */ (new Set());
    const changed = new Set(ids);
    const before = [...changed].map((id) => this.#extentOf(id));
    let isOfNodes = true;
    for (const id of changed) {
      isOfNodes &&= this.#nodes.has(id) || this.#model.nodes.has(id) || this.curves.has(id);
      for (const link of this.#model.linksOf(id)) links.add(link.id);
      for (const edge of this.#model.accessOf(id)) edges.add(edge.id);
      for (const each of this.paths.take(id)) links.add(each);
      if (this.curves.has(id)) edges.add(id);
      this.#nodes.take(id);
      this.#indexTitle(id);
    }
    if (!isOfNodes) this.#zoneOrder = null;
    const areas = [...before, ...[...changed].map((id) => this.#extentOf(id))];
    this.paths.refresh(links, changed, areas);
    const arrows = this.curves.refresh(edges, changed.size > MOST_CHANGES ? null : areas);
    const pods = this.#podsOf(changed);
    this.#refreshNames({ ids: changed, areas: [...areas, ...arrows, ...pods].flatMap((area) => area ?? []), links, isOfNodes });
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
   * @returns {readonly Node[]}
   */
  nodesIn(box) {
    return this.shown(this.#nodes.listIn(box));
  }

  /**
   * Return the zones that touch *box*, outer ones before inner ones.
   * @param {Box} box
   * @returns {readonly Zone[]}
   */
  zonesIn(box) {
    this.#zoneOrder ??= orderZones(this.#model);
    return this.shown(this.#zoneOrder.filter((zone) => overlaps(box, zone)));
  }

  /**
   * Return the links that may touch *box*.
   * @param {Box} box
   * @returns {readonly Link[]}
   */
  linksIn(box) {
    return this.shown(this.paths.near(box));
  }

  /**
   * Return the access edges that may touch *box*.
   * @param {Box} box
   * @returns {readonly Access[]}
   */
  accessIn(box) {
    return this.shown(this.curves.near(box));
  }

  /**
   * Return the nodes that may touch *box* where the model has them, in no order.
   * @param {Box} box
   * @returns {readonly Node[]}
   */
  nodesNear(box) {
    return this.#nodes.listNear(box);
  }

  /**
   * Return the innermost zone around *point*, if there is one.
   * @param {Point} point
   * @returns {Zone | undefined}
   */
  zoneAt(point) {
    this.#zoneOrder ??= orderZones(this.#model);
    return this.shown(this.#zoneOrder).findLast((zone) => contains(zone, point));
  }

  /**
   * Return where all names stand, written in the fonts of *families* and measured by *ruler*.
   * @param {import('./names/texts.js').Families} families
   * @param {import('./names/texts.js').Ruler} ruler
   * @returns {NamePlan}
   */
  names({ font, mono }, ruler) {
    if (!this.#names?.isFor({ font, mono }, ruler)) this.#names = new NamePlan(this, { font, mono }, ruler);
    return this.#names;
  }

  /**
   * Return the nodes whose middles are no farther than *reach* from *areas*, where the model has them.
   * @param {readonly Box[]} areas
   * @param {number} reach
   * @returns {Set<Node>}
   */
  nodesAround(areas, reach) {
    const around = areas.map((area) => inflate(area, reach));
    return new Set(around.flatMap((area) => this.#nodes.listNear(area).filter((node) => contains(area, node))));
  }

  /** @param {string} id */
  #indexTitle(id) {
    const zone = this.#model.zones.get(id);
    if (zone) this.#titles.putBox(id, { x: zone.x, y: zone.y, width: Math.min(zone.width, WIDEST_TITLE) + BADGE_OVERHANG, height: Math.min(zone.height, WIDEST_TITLE) });
    else this.#titles.remove(id);
  }

  /**
   * Return a box around the node, link or zone *id*, where it was indexed.
   * @param {string} id
   */
  #extentOf(id) {
    return this.#nodes.extentOf(id) ?? this.paths.index.extentOf(id) ?? this.#titles.extentOf(id);
  }

  /**
   * Return boxes around the pods of *users*, whose badges tell of these.
   * @param {ReadonlySet<string>} users
   */
  #podsOf(users) {
    return [...this.#model.zones.values()].flatMap(({ id, pod }) => (pod !== null && users.has(pod) ? [this.#titles.extentOf(id)] : []));
  }

  /**
   * Let those names look for their places anew that *changes* may touch.
   * @param {import('./names/name-plan.js').Changes} changes
   */
  #refreshNames(changes) {
    const { hidden } = this.#model.settings;
    if (changes.ids.size > MOST_CHANGES || hidden !== this.#layersHidden) this.#names = null;
    this.#layersHidden = hidden;
    this.#names?.refresh(changes);
  }
}
