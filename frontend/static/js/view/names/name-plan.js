/**
 * The plan of all names on the drawing: rows under tiles, interfaces at the ends of cables, and cables' own names. The
 * canvas, SVG, PNG and print all paint it. It is worked out for what is asked for, which is what is in sight, from what
 * is near that, and kept until something changes near it: elsewhere everything keeps still.
 */

import { isDeepEqual } from '../../util/deep-equal.js';
import { inkBox } from '../shapes.js';
import { endsByNode, firstStop, SIDES } from './ends.js';
import { OwnPlan } from './own-plan.js';
import { placeEnds } from './place-ends.js';
import { RowPlan } from './row-plan.js';
import { roomAround, namePlaceAt } from './free-places.js';
import { REACH, RIVALRY, Territories } from './territories.js';
import { boxOfCaption, monoFont } from './texts.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('./ends.js').End} End */
/** @typedef {import('./free-places.js').Territory} Territory */
/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */

/**
 * @typedef {object} Changes
 * @property {ReadonlySet<string>} ids Of what changed, came or went.
 * @property {readonly Box[]} areas Where that is and was, and where arrows of access and badges of pods may be others.
 * @property {ReadonlySet<string>} links Of cables that changed or lead another way.
 * @property {boolean} isOfNodes Whether only nodes and access changed, and no cable or zone itself.
 */

/** With more cables on their way, each name is only kept off its own end. */
const MOST_FITTED = 24;
const NONE = new Map();

export class NamePlan {
  #scene;
  #families;
  #ruler;
  #rowPlan;
  #territories;
  #ownPlan;
  /** @type {Map<string, Map<string, Caption>>} By nodes, and in these by ends. */
  #ends = new Map();
  /** @type {Map<string, Box[]>} Those of the names at a node. */
  #endBoxes = new Map();
  /** @type {WeakMap<readonly Link[], { interfaces: Caption[], own: Caption[] }>} The names at lists of cables that rest. */
  #listed = new WeakMap();

  /**
   * @param {Scene} scene
   * @param {Families} families
   * @param {Ruler} ruler
   */
  constructor(scene, families, ruler) {
    this.#scene = scene;
    this.#families = families;
    this.#ruler = ruler;
    this.#rowPlan = new RowPlan(scene, families, ruler);
    this.#territories = new Territories(scene, this.#rowPlan);
    this.#ownPlan = new OwnPlan(scene, families, ruler, { territories: this.#territories, endBoxesAt: (id) => this.#endBoxesAt(id) });
  }

  /**
   * Return whether this is the plan for *families* and *ruler*.
   * @param {Families} families
   * @param {Ruler} ruler
   */
  isFor({ font, mono }, ruler) {
    return this.#ruler === ruler && this.#families.font === font && this.#families.mono === mono;
  }

  /**
   * Work out again what may stand elsewhere after *changes*. Where a name turns out to stand where it did, what stands by it keeps still.
   * @param {Changes} changes
   */
  refresh(changes) {
    const rewritten = this.#rowPlan.refresh(changes);
    this.#territories.refresh(changes);
    const all = { ...changes, areas: [...changes.areas, ...rewritten.map(inkBox)] };
    this.#ownPlan.refresh(all, this.#placeEndsAgain(all));
    this.#listed = new WeakMap();
  }

  /**
   * Place the names at the ends of cables anew that *changes* may touch; return where those that changed stand and stood.
   * @param {Changes} changes
   * @returns {Box[]}
   */
  #placeEndsAgain({ ids, areas, links }) {
    const near = new Set([...this.#scene.nodesAround(areas, RIVALRY)].map((node) => node.id));
    for (const id of links) {
      const link = this.#scene.model.links.get(id);
      if (link) near.add(link.source.node).add(link.target.node);
    }
    const changed = [...ids].filter((id) => this.#ends.has(id) || this.#scene.model.nodes.has(id));
    const known = [...near].filter((id) => !ids.has(id) && this.#ends.has(id));
    const before = [...changed, ...known].map((id) => ({ id, ends: this.#ends.get(id) ?? NONE, boxes: this.#endBoxes.get(id) }));
    for (const { id } of before) {
      this.#ends.delete(id);
      this.#endBoxes.delete(id);
    }
    return before.flatMap(({ id, ends, boxes }) => {
      if (!haveSameNames(ends, this.#endsAt(id))) return [...[...ends.values()].map(boxOfCaption), ...this.#endBoxesAt(id)];
      this.#ends.set(id, ends);
      if (boxes) this.#endBoxes.set(id, boxes);
      return [];
    });
  }

  /**
   * Return what stands under *node*, where it is shown.
   * @param {Node} node
   * @returns {import('./row-plan.js').Rows}
   */
  rowsOf(node) {
    return this.#rowPlan.rowsOf(node);
  }

  /**
   * Return what stands under *nodes*, by its kind.
   * @param {readonly Node[]} nodes
   * @returns {import('./row-plan.js').RowLists}
   */
  rowsOfAll(nodes) {
    return this.#rowPlan.rowsOfAll(nodes);
  }

  /**
   * Return the names of the interfaces of *links*, and their own.
   * @param {readonly Link[]} links
   * @returns {{ interfaces: Caption[], own: Caption[] }}
   */
  namesAt(links) {
    if (!this.#scene.isAtRest) return { interfaces: this.interfacesOf(links), own: this.#ownNamesOf(links) };
    let names = this.#listed.get(links);
    if (!names) this.#listed.set(links, (names = { interfaces: this.interfacesOf(links), own: this.#ownNamesOf(links) }));
    return names;
  }

  /**
   * Return the names of the interfaces of *links*.
   * @param {readonly Link[]} links
   * @returns {Caption[]}
   */
  interfacesOf(links) {
    if (this.#scene.isAtRest) return links.flatMap((link) => this.#endsOf(link));
    const moved = links.filter((link) => this.#scene.paths.isMoved(link));
    const resting = moved.length === links.length ? [] : links.filter((link) => !this.#scene.paths.isMoved(link));
    return [...resting.flatMap((link) => this.#endsOf(link)), ...this.#movedEnds(moved)];
  }

  /** @param {readonly Link[]} links */
  #ownNamesOf(links) {
    return links.flatMap((link) => this.#ownPlan.nameOf(link) ?? []);
  }

  /**
   * Return the name of the interface of *link* at *side*, if it has one that found a place.
   * @param {Link} link
   * @param {import('./ends.js').Side} side
   * @returns {Caption | undefined}
   */
  endOf(link, side) {
    if (this.#scene.paths.isMoved(link)) return undefined;
    return this.#endsAt(link[side].node).get(`${link.id} ${side}`);
  }

  /**
   * Return the own name of *link*, or null where it has none or there is no room.
   * @param {Link} link
   * @returns {Caption | null}
   */
  ownNameOf(link) {
    return this.#ownPlan.nameOf(link);
  }

  /** @param {Link} link */
  #endsOf(link) {
    return SIDES.flatMap((side) => (link[side].interface === '' ? [] : (this.#endsAt(link[side].node).get(`${link.id} ${side}`) ?? [])));
  }

  /** @param {string} id */
  #endsAt(id) {
    let ends = this.#ends.get(id);
    if (!ends) {
      const node = this.#scene.model.nodes.get(id);
      const wanted = endsByNode(this.#scene.model.linksOf(id), (link) => this.#scene.paths.restingPathOf(link), id).get(id);
      ends = node && wanted ? this.#placeEnds(node, wanted, this.#territories.at(node), []) : NONE;
      this.#ends.set(id, ends);
    }
    return ends;
  }

  /** @param {string} id */
  #endBoxesAt(id) {
    let boxes = this.#endBoxes.get(id);
    if (!boxes) this.#endBoxes.set(id, (boxes = [...this.#endsAt(id).values()].map(boxOfCaption)));
    return boxes;
  }

  /**
   * @param {Node} node
   * @param {readonly End[]} ends
   * @param {Territory} territory
   * @param {readonly Box[]} kept Names that are there already.
   * @returns {Map<string, Caption>}
   */
  #placeEnds(node, ends, territory, kept) {
    return placeEnds(ends, { territory, kept, size: this.#rowPlan.sizeOf(node), zone: node.zone, font: monoFont(this.#families), ruler: this.#ruler });
  }

  /**
   * Return the names of interfaces of *links*, which hang on what is on its way. Where they are few, those at what rests keep
   * off what is around.
   * @param {readonly Link[]} links
   * @returns {Caption[]}
   */
  #movedEnds(links) {
    const byNode = endsByNode(links, (link) => this.#scene.paths.pathOf(link));
    return [...byNode].flatMap(([id, ends]) => {
      const node = this.#scene.node(id);
      if (!node) return [];
      if (links.length > MOST_FITTED) return this.#writeEnds(node, ends);
      const isFitted = !this.#scene.shifted.has(id);
      const plain = { room: roomAround(node, REACH), boxes: this.#rowPlan.boxesOf(node), cables: [], zones: [] };
      const kept = isFitted ? this.#keptAt(id, ends) : [];
      return [...this.#placeEnds(node, ends, isFitted ? this.#territories.at(node) : plain, kept).values()];
    });
  }

  /**
   * Return *ends* where they would stand if nothing else were there.
   * @param {Node} node
   * @param {readonly End[]} ends
   * @returns {Caption[]}
   */
  #writeEnds(node, ends) {
    const size = this.#rowPlan.sizeOf(node);
    return ends.map(({ text, path }) => namePlaceAt(text, path, (width) => firstStop(path, width, size), monoFont(this.#families), this.#ruler))
      .map((place) => ({ ...place, zone: node.zone }));
  }

  /**
   * Return the boxes of the names at the node *id* but those of the *ends* that are on their way.
   * @param {string} id
   * @param {readonly End[]} ends
   */
  #keptAt(id, ends) {
    const moved = new Set(ends.map((end) => `${end.id} ${end.side}`));
    const kept = [];
    for (const [end, caption] of this.#endsAt(id)) if (!moved.has(end)) kept.push(boxOfCaption(caption));
    return kept;
  }
}

/**
 * @param {ReadonlyMap<string, Caption>} one
 * @param {ReadonlyMap<string, Caption>} other
 */
function haveSameNames(one, other) {
  return one.size === other.size && [...one].every(([end, caption]) => isDeepEqual(caption, other.get(end)));
}
