/** The paths of all cables, where they are found, and where their own names stand best. */

import { isDeepEqual } from '../../util/deep-equal.js';
import { overlaps } from '../../util/geometry.js';
import { lengthOf, pointAlong } from '../../util/polyline.js';
import { LinkIndex } from './link-index.js';
import { Parallels } from './parallels.js';
import { isLoop } from './loops.js';
import { isTurned, roughWay, usualRoute } from './route.js';
import { Ways } from './ways.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */
/** @typedef {import('./ports.js').Port} Port */
/** @typedef {(id: string) => Node | undefined} Locate */

/**
 * @typedef {object} Surroundings What is around cables.
 * @property {Locate} nodeOf Returns a node where it is shown.
 * @property {(id: string) => boolean} isMoved Returns whether a node is shown elsewhere than the model has it.
 * @property {() => number} countMoved Returns how many nodes and zones are shown elsewhere than the model has them.
 * @property {(box: Box) => readonly Node[]} nodesNear Returns the nodes that may touch a box where they rest.
 */

/** How far apart along parallel cables their names stand. */
const STAGGER = 30;

export class CablePaths {
  #model;
  #around;
  #links;
  #parallels = new Parallels();
  /** @type {Map<string, Polyline>} The straight ways of those that are lines, as far as nothing is in their way. */
  #lines = new Map();
  /** @type {Map<string, Polyline>} Those that were asked for. */
  #resting = new Map();
  /** @type {Set<string>} Those that run in angles or curves, and loops. */
  #routed = new Set();
  /** @type {Required<import('./ways.js').Places>} Where nodes rest. */
  #rest;
  /** @type {Map<string, Map<string, Port>>} By node, where it is shown while something is on its way. */
  #shownPorts = new Map();
  /** @type {Map<string, Polyline>} Of those that are shown another way than the model has them. */
  #shown = new Map();
  #usual;
  #ways;
  /** @type {{ id: string, bends: readonly Point[] } | null} The cable that is being bent. */
  #bent = null;

  /**
   * @param {DiagramModel} model
   * @param {Surroundings} around
   */
  constructor(model, around) {
    this.#model = model;
    this.#around = around;
    this.#links = new LinkIndex(model);
    this.#rest = { locate: (id) => model.nodes.get(id), ports: new Map(), reach: new Map() };
    this.#ways = new Ways(model, around, this.#parallels);
    this.#usual = usualRoute(model);
    for (const [id, link] of model.links) {
      this.#parallels.take(id, link);
      this.#sortOut(id, link);
    }
    for (const id of model.links.keys()) this.#index(id);
  }

  /** The cable that is being bent, if one is. */
  get bent() {
    return this.#bent?.id ?? null;
  }

  /**
   * Show the link *id* with *bends*, until `settle`.
   * @param {string} id
   * @param {readonly Point[]} bends
   */
  bend(id, bends) {
    this.#bent = { id, bends };
    this.forgetShown();
  }

  /**
   * Return the bends of *link* as they are shown.
   * @param {Link} link
   * @returns {readonly Point[]}
   */
  bendsOf(link) {
    return (this.#bent?.id === link.id ? this.#bent.bends : link.bends) ?? [];
  }

  /** Find anew how cables are shown: nodes are shown elsewhere. */
  forgetShown() {
    this.#shownPorts.clear();
    this.#shown.clear();
  }

  /** Show every cable as the model has it. */
  settle() {
    this.#bent = null;
    this.forgetShown();
  }

  /**
   * Take over that the link *id*, or the settings, may have changed; return which links are thereby to be drawn anew.
   * @param {string} id
   * @returns {Iterable<string>}
   */
  take(id) {
    const link = this.#model.links.get(id);
    const left = this.#parallels.endsOf(id).flatMap((node) => this.#model.linksOf(node).map((each) => each.id));
    if (!link) {
      this.#links.remove(id);
      this.#forget(id);
    }
    this.#sortOut(id, link);
    const beside = this.#parallels.take(id, link, (node) => this.#model.linksOf(node));
    if (this.#usual === usualRoute(this.#model)) return [...beside, ...left];
    this.#usual = usualRoute(this.#model);
    for (const [each, one] of this.#model.links) this.#sortOut(each, one);
    return this.#model.links.keys();
  }

  /**
   * @param {string} id
   * @param {Link | undefined} link
   */
  #sortOut(id, link) {
    if (link && (isLoop(link) || this.#ways.kindOf(link) !== 'straight')) this.#routed.add(id);
    else this.#routed.delete(id);
  }

  /**
   * Find the paths of *links* anew, and put those to them that lead another way now, at these or near *areas*, where something changed.
   * @param {Set<string>} links
   * @param {Iterable<string>} nodes What changed or went.
   * @param {readonly (Box | null)[]} areas
   */
  refresh(links, nodes, areas) {
    this.forgetShown();
    const others = this.#links.idsNear(areas);
    if (this.#routed.size > 0) for (const id of this.#forgetPorts(links, nodes, areas)) others.add(id);
    for (const id of links) this.#forget(id);
    this.#leadAgain(links, others);
    for (const id of links) this.#index(id);
  }

  /** @param {string} id */
  #forget(id) {
    this.#lines.delete(id);
    this.#resting.delete(id);
  }

  /**
   * Find the known paths of *others* anew, and put those to *links* that lead another way now. The others keep theirs, and what stands by these.
   * @param {Set<string>} links
   * @param {ReadonlySet<string>} others
   */
  #leadAgain(links, others) {
    const known = [...others].filter((id) => this.#resting.has(id) && !links.has(id));
    const before = known.map((id) => /** @type {[string, Polyline]} */ ([id, this.#resting.get(id)]));
    for (const id of known) this.#resting.delete(id);
    for (const [id, path] of before) {
      if (isDeepEqual(path, this.restingPathOf(/** @type {Link} */ (this.#model.links.get(id))))) this.#resting.set(id, path);
      else links.add(id);
    }
  }

  /**
   * Forget where routed cables leave *nodes*, the ends of *links*, and devices that look as far as *areas*; return these cables.
   * @param {ReadonlySet<string>} links
   * @param {Iterable<string>} nodes
   * @param {readonly (Box | null)[]} areas
   * @returns {string[]}
   */
  #forgetPorts(links, nodes, areas) {
    const ends = new Set(nodes);
    for (const id of links) {
      const link = this.#model.links.get(id);
      if (link) ends.add(link.source.node).add(link.target.node);
    }
    for (const [node, reach] of this.#rest.reach) if (areas.some((area) => area && overlaps(area, reach))) ends.add(node);
    for (const node of ends) this.#rest.ports.delete(node);
    return [...ends].flatMap((node) => this.#model.linksOf(node).flatMap(({ id }) => (this.#routed.has(id) ? [id] : [])));
  }

  /** @param {string} id */
  #index(id) {
    const link = this.#model.links.get(id);
    const [a, b] = [this.#model.nodes.get(link?.source.node ?? ''), this.#model.nodes.get(link?.target.node ?? '')];
    if (!link || !a || !b) return;
    const line = this.#ways.lineOf(link, a, b);
    if (line) this.#lines.set(id, line);
    const way = isLoop(link) ? this.restingPathOf(link) : link.bends;
    this.#links.put(link, line && !link.name ? line : way?.length ? [a, b, ...way] : [a, b], line);
  }

  /**
   * Return the links that may touch *box*.
   * @param {Box} box
   * @returns {readonly Link[]}
   */
  near(box) {
    return this.#links.near(box, (link) => this.#resting.get(link.id) ?? this.#lines.get(link.id));
  }

  /** Where cables are, and their own names. */
  get index() {
    return this.#links;
  }

  /** Whether every cable is shown as the model has it. */
  get isAtRest() {
    return this.#bent === null && this.#around.countMoved() === 0;
  }

  /**
   * Return whether *link* is shown another way than the model has it.
   * @param {Link} link
   */
  isMoved({ id, source, target }) {
    return this.#bent?.id === id || this.#around.isMoved(source.node) || this.#around.isMoved(target.node);
  }

  /**
   * Return the path of *link* as it is shown.
   * @param {Link} link
   * @returns {Polyline}
   */
  pathOf(link) {
    if (this.isAtRest || !this.isMoved(link)) return this.restingPathOf(link);
    let path = this.#shown.get(link.id);
    if (!path) this.#shown.set(link.id, (path = this.#findShown(link)));
    return path;
  }

  /**
   * @param {Link} link
   * @returns {Polyline}
   */
  #findShown(link) {
    const places = { locate: this.#around.nodeOf, ports: this.#shownPorts };
    if (!isLoop(link) || this.#bent?.id === link.id) return this.#ways.find(link, this.bendsOf(link), places);
    // A loop goes with its device; at which side it is best is found where that comes to rest.
    const [rest, shown] = [/** @type {Node} */ (this.#model.nodes.get(link.source.node)), /** @type {Node} */ (places.locate(link.source.node))];
    return this.restingPathOf(link).map(({ x, y }) => ({ x: x + shown.x - rest.x, y: y + shown.y - rest.y }));
  }

  /**
   * Return whether the path of *link* is at hand.
   * @param {Link} link
   */
  isFound(link) {
    return this.#resting.has(link.id);
  }

  /**
   * Return about the path of *link* as it is shown, at once, for where it cannot be seen yet what it goes round.
   * @param {Link} link
   * @returns {Polyline}
   */
  roughPathOf(link) {
    const line = this.#lines.get(link.id);
    if (line) return this.isAtRest || !this.isMoved(link) ? (this.#resting.get(link.id) ?? line) : this.pathOf(link);
    const [a, b] = [this.#around.nodeOf(link.source.node), this.#around.nodeOf(link.target.node)];
    const kind = this.#ways.kindOf(link);
    return !a || !b || kind === 'straight' || isLoop(link) || link.bends?.length ? this.pathOf(link) : roughWay(kind, a, b);
  }

  /**
   * Return the path of *link* where the model has it.
   * @param {Link} link
   * @returns {Polyline}
   */
  restingPathOf(link) {
    let path = this.#resting.get(link.id);
    if (!path) {
      path = this.#ways.find(link, link.bends ?? [], this.#rest, this.#lines.get(link.id));
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
    const [{ place, count }, length] = [this.#parallels.rankOf(link.id), lengthOf(path)];
    const aside = (place - (count - 1) / 2) * Math.min(STAGGER, length / (2 * count));
    const along = length / 2 + aside * (isTurned(link) ? -1 : 1);
    return { ...pointAlong(path, along), along };
  }
}
