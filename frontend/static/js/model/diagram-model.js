/**
 * The diagram that is being edited, with the look-ups that tools, panels and the canvas need.
 *
 * Items are frozen values: a change puts a new value in the place of the old one, so `===` tells whether an
 * item changed. Only the command stack calls `apply`; everything else reads.
 */

import { deepFreeze, frozenCopy } from '../util/freeze.js';
import { COLLECTIONS, DEFAULT_SETTINGS, DEFAULT_TITLE } from './diagram.js';
import { isZone } from './items.js';

/** @typedef {import('./diagram.js').Diagram} Diagram */
/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {import('./diagram.js').Link} Link */
/** @typedef {import('./diagram.js').Access} Access */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {import('./diagram.js').Settings} Settings */
/** @typedef {import('./diagram.js').CollectionName} CollectionName */
/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('./changes.js').ItemChange} ItemChange */

export class DiagramModel {
  /** @type {string} */
  #title;
  /** @type {Readonly<Settings>} */
  #settings;
  /** @type {Map<string, Node>} */
  #nodes = new Map();
  /** @type {Map<string, Zone>} */
  #zones = new Map();
  /** @type {Map<string, Link>} */
  #links = new Map();
  /** @type {Map<string, Access>} */
  #access = new Map();
  /** @type {ReadonlyMap<string, number> | null} */
  #nodeRanks = null;
  /** @type {Index<Link> | null} */
  #linksByNode = null;
  /** @type {Index<Access> | null} */
  #accessByEnd = null;
  /** @type {Index<Node | Zone> | null} */
  #contentByZone = null;

  /** @param {Diagram} diagram */
  constructor(diagram) {
    this.#title = diagram.title ?? DEFAULT_TITLE;
    this.#settings = deepFreeze({ ...DEFAULT_SETTINGS, ...diagram.settings });
    for (const collection of COLLECTIONS) {
      const items = this.#list(collection);
      for (const item of diagram[collection] ?? []) items.set(item.id, frozenCopy(item));
    }
  }

  /** The title of the diagram. */
  get title() {
    return this.#title;
  }

  /** @returns {Readonly<Settings>} What holds for the whole diagram. */
  get settings() {
    return this.#settings;
  }

  /** @returns {ReadonlyMap<string, Node>} In the order of drawing. */
  get nodes() {
    return this.#nodes;
  }

  /** @returns {ReadonlyMap<string, number>} The places of all nodes in the order of drawing. */
  get nodeRanks() {
    this.#nodeRanks ??= new Map([...this.#nodes.keys()].map((id, rank) => [id, rank]));
    return this.#nodeRanks;
  }

  /** @returns {ReadonlyMap<string, Zone>} In the order of drawing. */
  get zones() {
    return this.#zones;
  }

  /** @returns {ReadonlyMap<string, Link>} In the order of drawing. */
  get links() {
    return this.#links;
  }

  /** @returns {ReadonlyMap<string, Access>} In the order of drawing. */
  get access() {
    return this.#access;
  }

  /** Whether there is nothing on the drawing. */
  get isEmpty() {
    return COLLECTIONS.every((collection) => this.#list(collection).size === 0);
  }

  /**
   * Return the node, zone, link or access edge *id*, or undefined.
   * @param {string} id
   * @returns {Item | undefined}
   */
  item(id) {
    return this.#nodes.get(id) ?? this.#zones.get(id) ?? this.#links.get(id) ?? this.#access.get(id);
  }

  /**
   * Return the node or zone *id*, or undefined.
   * @param {string} id
   * @returns {Node | Zone | undefined}
   */
  placed(id) {
    return this.#nodes.get(id) ?? this.#zones.get(id);
  }

  /**
   * Return which of *ids* are nodes or zones.
   * @param {Iterable<string>} ids
   * @returns {string[]}
   */
  placedAmong(ids) {
    return [...ids].filter((id) => this.placed(id));
  }

  /**
   * Return the name of the list that holds *id*, or undefined.
   * @param {string} id
   * @returns {CollectionName | undefined}
   */
  collectionOf(id) {
    return COLLECTIONS.find((collection) => this.#list(collection).has(id));
  }

  /**
   * Return the cables at the node *id*.
   * @param {string} id
   * @returns {readonly Link[]}
   */
  linksOf(id) {
    this.#linksByNode ??= index(this.#links.values(), (link) => new Set([link.source.node, link.target.node]));
    return this.#linksByNode.get(id) ?? [];
  }

  /**
   * Return the access edges that start or end at *id*.
   * @param {string} id
   * @returns {readonly Access[]}
   */
  accessOf(id) {
    this.#accessByEnd ??= index(this.#access.values(), (edge) => [edge.users, edge.target]);
    return this.#accessByEnd.get(id) ?? [];
  }

  /**
   * Return the zones and nodes directly in the zone *id*; with null, those in no zone.
   * @param {string | null} id
   * @returns {readonly (Node | Zone)[]}
   */
  contentOf(id) {
    this.#contentByZone ??= index([...this.#zones.values(), ...this.#nodes.values()], (item) => [item.zone ?? '']);
    return this.#contentByZone.get(id ?? '') ?? [];
  }

  /**
   * Return everything inside the zone *id*, also inside the zones in it.
   * @param {string} id
   * @returns {(Node | Zone)[]}
   */
  allContentOf(id) {
    return this.contentOf(id).flatMap((item) => (isZone(item) ? [item, ...this.allContentOf(item.id)] : [item]));
  }

  /**
   * Return the zones around the node or zone *id*, the innermost first.
   * @param {string} id
   * @returns {Zone[]}
   */
  zonesAround(id) {
    const around = [];
    let zone = this.#zones.get(this.placed(id)?.zone ?? '');
    while (zone) {
      around.push(zone);
      zone = this.#zones.get(zone.zone ?? '');
    }
    return around;
  }

  /**
   * Make *changes*. For the command stack only.
   * @param {readonly Change[]} changes
   */
  apply(changes) {
    for (const collection of COLLECTIONS) {
      const own = changes.filter((change) => change.collection === collection);
      if (own.length > 0) this.#applyTo(collection, /** @type {ItemChange[]} */ (own));
    }
    for (const change of changes) {
      if (change.collection !== 'diagram') continue;
      if (change.id === 'title') this.#title = /** @type {string} */ (change.after);
      else this.#settings = deepFreeze(/** @type {Settings} */ (change.after));
    }
  }

  /**
   * Return the diagram as JSON that the server reads.
   * @returns {Diagram}
   */
  toJSON() {
    return {
      schema: 1,
      title: this.#title,
      settings: this.#settings,
      nodes: [...this.#nodes.values()],
      zones: [...this.#zones.values()],
      links: [...this.#links.values()],
      access: [...this.#access.values()],
    };
  }

  /**
   * @param {CollectionName} collection
   * @param {ItemChange[]} changes
   */
  #applyTo(collection, changes) {
    const items = this.#list(collection);
    const entering = [];
    if (collection === 'nodes' && changes.some(({ from, to }) => from !== undefined || to !== undefined)) this.#nodeRanks = null;
    for (const { id, after, from, to } of changes) {
      if (from !== undefined) items.delete(id);
      if (after === null) continue;
      if (to === undefined) items.set(id, deepFreeze(after));
      else entering.push({ to, item: deepFreeze(after) });
    }
    if (entering.length > 0) insert(items, entering);
    this.#forgetIndex(collection);
  }

  /** @param {CollectionName} collection */
  #forgetIndex(collection) {
    if (collection === 'links') this.#linksByNode = null;
    else if (collection === 'access') this.#accessByEnd = null;
    else this.#contentByZone = null;
  }

  /**
   * @param {CollectionName} collection
   * @returns {Map<string, Item>}
   */
  #list(collection) {
    const lists = { nodes: this.#nodes, zones: this.#zones, links: this.#links, access: this.#access };
    return /** @type {Map<string, Item>} */ (lists[collection]);
  }
}

/**
 * @template T
 * @typedef {Map<string, T[]>} Index
 */

/**
 * Return *items* sorted into lists by the keys that *keysOf* names.
 * @template T
 * @param {Iterable<T>} items
 * @param {(item: T) => Iterable<string>} keysOf
 * @returns {Index<T>}
 */
function index(items, keysOf) {
  /** @type {Index<T>} */
  const sorted = new Map();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const list = sorted.get(key);
      if (list) list.push(item);
      else sorted.set(key, [item]);
    }
  }
  return sorted;
}

/**
 * Put the *entering* items into *items* at their places.
 * @param {Map<string, Item>} items
 * @param {{ to: number, item: Item }[]} entering
 */
function insert(items, entering) {
  entering.sort((a, b) => a.to - b.to);
  const staying = entering[0].to < items.size ? [...items.values()] : [];
  if (staying.length > 0) items.clear();
  let next = 0;
  for (const { to, item } of entering) {
    while (items.size < to && next < staying.length) items.set(staying[next].id, staying[next++]);
    items.set(item.id, item);
  }
  while (next < staying.length) items.set(staying[next].id, staying[next++]);
}
