/**
 * The plan of all names on the drawing: rows under tiles, interfaces at the ends of cables, and cables' own names. The
 * canvas, SVG, PNG and print all paint it. It is worked out for what is asked for, which is what is in sight, from what
 * is near that, and kept until something changes near it: elsewhere everything keeps still.
 */

import { contains, inflate, overlaps } from '../../util/geometry.js';
import { endsByNode, firstStop, SIDES } from './ends.js';
import { placeEnds } from './place-ends.js';
import { RowPlan } from './row-plan.js';
import { boxOfRoom, findNamePlace, halve, OWN_LENGTHS, roomAround, namePlaceAt, stopsAround } from './free-places.js';
import { REACH, Territories } from './territories.js';
import { boxOfCaption, cableFont, monoFont } from './texts.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('./ends.js').End} End */
/** @typedef {import('./free-places.js').Territory} Territory */
/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

const STEP = 7;
/** How far from the middle of a cable that of its name may be, and its box reach. */
const OWN_FARTHEST = 100;
const OWN_REACH = OWN_FARTHEST + 80;
/** With more cables on their way, each name is only kept off its own end. */
const MOST_FITTED = 24;
const NONE = new Map();

export class NamePlan {
  #scene;
  #families;
  #ruler;
  #rowPlan;
  #territories;
  /** @type {Map<string, Map<string, Caption>>} By nodes, and in these by ends. */
  #ends = new Map();
  /** @type {Map<string, Box[]>} Those of the names at a node. */
  #endBoxes = new Map();
  /** @type {Map<string, Caption | null>} */
  #own = new Map();
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
   * Work out again what belongs to the nodes *ids*; titles of zones and cables' own names always.
   * @param {Iterable<string>} ids
   */
  forget(ids) {
    this.#rowPlan.forget(ids);
    this.#territories.forget(ids);
    for (const id of ids) {
      this.#ends.delete(id);
      this.#endBoxes.delete(id);
    }
    this.#own.clear();
    this.#listed = new WeakMap();
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
    return links.flatMap((link) => (link.name ? (this.ownNameOf(link) ?? []) : []));
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
    if (!link.name) return null;
    if (this.#scene.paths.isMoved(link)) return this.#writeOwn(link, this.#scene.paths.pathOf(link));
    let own = this.#own.get(link.id);
    if (own === undefined) {
      own = this.#placeOwn(link, this.#scene.paths.restingPathOf(link), this.#territoryAlong(link));
      this.#own.set(link.id, own);
    }
    return own;
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

  /**
   * @param {Link} link
   * @param {Polyline} path
   * @param {Territory} territory
   * @returns {Caption | null}
   */
  #placeOwn(link, path, territory) {
    const { along } = this.#scene.paths.anchorOf(link, path);
    const stops = () => stopsAround(path, along, OWN_FARTHEST, STEP);
    const place = findNamePlace({ id: link.id, text: link.name ?? '', path, stops, lengths: OWN_LENGTHS }, territory, [], cableFont(this.#families), this.#ruler);
    return place && { ...place, whole: link.name, zone: this.#scene.zoneAt(place)?.id ?? null };
  }

  /**
   * Return the own name of *link*, which is on its way, where it stands best, whatever is there.
   * @param {Link} link
   * @param {Polyline} path
   * @returns {Caption | null}
   */
  #writeOwn(link, path) {
    const { along } = this.#scene.paths.anchorOf(link, path);
    if (along === 0) return null;
    const place = namePlaceAt(link.name ?? '', path, () => along, cableFont(this.#families), this.#ruler);
    return { ...place, whole: link.name, zone: this.#scene.zoneAt(place)?.id ?? null };
  }

  /**
   * Return what belongs to the own name of *link*.
   * @param {Link} link
   * @returns {Territory}
   */
  #territoryAlong(link) {
    const pathOf = (/** @type {Link} */ other) => this.#scene.paths.restingPathOf(other);
    const middle = this.#scene.paths.anchorOf(link, pathOf(link));
    const room = roomAround(middle, OWN_REACH);
    for (const other of this.#scene.paths.namedNear(inflate(boxOfRoom(room), OWN_REACH))) {
      if (other.id !== link.id) halve(room, middle, this.#scene.paths.anchorOf(other, pathOf(other)), link.id < other.id);
    }
    const area = boxOfRoom(room);
    const reach = inflate(area, REACH);
    const crowd = this.#territories.crowdAt(middle);
    const names = [];
    for (const node of crowd.nodes) {
      if (contains(reach, node)) for (const box of this.#endBoxesAt(node.id)) if (overlaps(box, area)) names.push(box);
    }
    return {
      room,
      boxes: [...names, ...this.#territories.boxesIn(area, crowd)],
      zones: crowd.zones,
      cables: [...this.#territories.cablesAt(link.source.node), ...this.#territories.cablesAt(link.target.node)],
    };
  }
}
