/**
 * The plan of cables' own names: each stands in the middle of its cable, or as near to that as there is room. It is kept until
 * something changes that it stands by, so that the end of a drag places anew only what is beside it.
 */

import { contains, inflate, overlaps } from '../../util/geometry.js';
import { boxOfRoom, findNamePlace, halve, OWN_LENGTHS, roomAround, namePlaceAt, stopsAround } from './free-places.js';
import { REACH } from './territories.js';
import { cableFont, LINE } from './texts.js';

/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('./free-places.js').Territory} Territory */
/** @typedef {import('./name-plan.js').Changes} Changes */
/** @typedef {import('./texts.js').Caption} Caption */
/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

/**
 * @typedef {object} Around What the names of cables are kept off.
 * @property {import('./territories.js').Territories} territories
 * @property {(id: string) => readonly Box[]} endBoxesAt Returns the boxes of the names of interfaces at a node.
 */

const STEP = 7;
/** How far from the middle of a cable that of its name may be, and its box reach. */
const FARTHEST = 100;
const OWN_REACH = FARTHEST + 80;

export class OwnPlan {
  #scene;
  #families;
  #ruler;
  #around;
  /** @type {Map<string, { link: Link, caption: Caption | null, area: Box }>} Each with the area from which it may be told to stand elsewhere. */
  #own = new Map();
  /** @type {Map<string, Point & { along: number }>} Where names that rest would stand if nothing else were there. */
  #anchors = new Map();

  /**
   * @param {Scene} scene
   * @param {Families} families
   * @param {Ruler} ruler
   * @param {Around} around
   */
  constructor(scene, families, ruler, around) {
    this.#scene = scene;
    this.#families = families;
    this.#ruler = ruler;
    this.#around = around;
  }

  /**
   * Return the own name of *link*, or null where it has none or there is no room.
   * @param {Link} link
   * @returns {Caption | null}
   */
  nameOf(link) {
    if (!link.name) return null;
    if (this.#scene.paths.isMoved(link)) return this.#write(link, this.#scene.paths.pathOf(link));
    let own = this.#own.get(link.id);
    if (!own) {
      const area = boxOfRoom(roomAround(this.#anchorOf(link), OWN_REACH));
      this.#own.set(link.id, (own = { link, area, caption: this.#place(link) }));
    }
    return own.caption;
  }

  /**
   * Forget the names that may stand elsewhere after *changes*, by which names of interfaces stand or stood in *boxes*.
   * @param {Changes} changes
   * @param {readonly Box[]} boxes
   */
  refresh({ links, areas, isOfNodes }, boxes) {
    if (!isOfNodes) {
      this.#own.clear();
      this.#anchors.clear();
      return;
    }
    /** @type {Set<string>} */
    const ends = new Set();
    /** @type {Point[]} */
    const anchors = [];
    for (const id of links) {
      const link = this.#scene.model.links.get(id);
      if (!link) continue;
      ends.add(link.source.node).add(link.target.node);
      if (link.name) anchors.push(...this.#moveAnchor(link));
    }
    const covered = [...boxes, ...areas.map((area) => inflate(area, LINE))];
    for (const [id, { link, area }] of this.#own) {
      const rivals = inflate(area, OWN_REACH);
      const isAtCable = ends.has(link.source.node) || ends.has(link.target.node);
      if (isAtCable || anchors.some((anchor) => contains(rivals, anchor)) || covered.some((box) => overlaps(box, area))) this.#own.delete(id);
    }
  }

  /**
   * Return where the name of *link*, which leads another way, stood best, if that was of interest, and where it does now.
   * @param {Link} link
   * @returns {Point[]}
   */
  #moveAnchor(link) {
    const before = this.#anchors.get(link.id);
    this.#anchors.delete(link.id);
    return [...(before ? [before] : []), this.#anchorOf(link)];
  }

  /** @param {Link} link */
  #anchorOf(link) {
    let anchor = this.#anchors.get(link.id);
    if (!anchor) this.#anchors.set(link.id, (anchor = this.#scene.paths.anchorOf(link, this.#scene.paths.restingPathOf(link))));
    return anchor;
  }

  /**
   * @param {Link} link
   * @returns {Caption | null}
   */
  #place(link) {
    const path = this.#scene.paths.restingPathOf(link);
    const { along } = this.#anchorOf(link);
    const stops = () => stopsAround(path, along, FARTHEST, STEP);
    const wanted = { id: link.id, text: link.name ?? '', path, stops, lengths: OWN_LENGTHS };
    const place = findNamePlace(wanted, this.#territoryAlong(link), [], cableFont(this.#families), this.#ruler);
    return place && { ...place, whole: link.name, zone: this.#scene.zoneAt(place)?.id ?? null };
  }

  /**
   * Return the own name of *link*, which is on its way, where it stands best, whatever is there.
   * @param {Link} link
   * @param {Polyline} path
   * @returns {Caption | null}
   */
  #write(link, path) {
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
    const { territories, endBoxesAt } = this.#around;
    const middle = this.#anchorOf(link);
    const room = roomAround(middle, OWN_REACH);
    const rivals = inflate(boxOfRoom(room), OWN_REACH);
    for (const other of this.#scene.paths.index.namedNear(rivals)) {
      if (other.id === link.id) continue;
      const anchor = this.#anchorOf(other);
      if (contains(rivals, anchor)) halve(room, middle, anchor, link.id < other.id);
    }
    const area = boxOfRoom(room);
    const reach = inflate(area, REACH);
    const crowd = territories.crowdAt(middle);
    const names = [];
    for (const node of crowd.nodes) {
      if (contains(reach, node)) for (const box of endBoxesAt(node.id)) if (overlaps(box, area)) names.push(box);
    }
    return {
      room,
      boxes: [...names, ...territories.boxesIn(area, crowd)],
      zones: crowd.zones,
      cables: [...territories.cablesAt(link.source.node), ...territories.cablesAt(link.target.node)],
    };
  }
}
