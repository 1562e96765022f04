/** Where cables are, and their own names: lists of those in a box, which stay the same until a cable changes. */

import { boxOfPoints, inflate, overlaps } from '../../util/geometry.js';
import { GridIndex } from '../../util/grid-index.js';
import { comesNear } from '../../util/polyline.js';
import { DETOUR } from './around.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

const CELL = 512;
/** How far from a cable, or the straight way of one, its names may reach. */
const OVERHANG = 64 + DETOUR;

export class LinkIndex {
  #model;
  #all = new GridIndex(CELL);
  /** Links with a name of their own. */
  #named = new GridIndex(CELL);
  /** @type {WeakMap<readonly string[], readonly Link[]>} */
  #near = new WeakMap();

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
  }

  /**
   * Put *link* along *line*, or where a way past *corners* or round something may lead.
   * @param {Link} link
   * @param {readonly Point[]} corners Its ends and bends.
   * @param {Polyline | null} line
   */
  put({ id, name }, corners, line) {
    const box = inflate(boxOfPoints(corners), DETOUR);
    if (line) this.#all.putLine(id, line[0], line[1]);
    else this.#all.putBox(id, box);
    if (name) this.#named.putBox(id, box);
    else this.#named.remove(id);
  }

  /** @param {string} id */
  remove(id) {
    this.#all.remove(id);
    this.#named.remove(id);
  }

  /**
   * Return the links that may touch the box *view*: without those that lead past all cells of it, as far as *pathOf* knows where they lead.
   * @param {Box} view
   * @param {(link: Link) => Polyline | undefined} pathOf
   * @returns {readonly Link[]}
   */
  near(view, pathOf) {
    // A line may lead round something beside it.
    const box = inflate(view, DETOUR);
    const found = this.#all.query(box);
    const known = this.#near.get(found);
    if (known) return known;
    const area = this.#all.cellsAround(box);
    const links = this.#linksOf(found);
    let areAllKnown = true;
    const near = links.filter((link) => {
      const path = pathOf(link);
      areAllKnown &&= path !== undefined;
      return !path || comesNear(path, area, OVERHANG);
    });
    if (areAllKnown) this.#near.set(found, near);
    return near;
  }

  /**
   * Return the links whose own names may stand in *box*.
   * @param {Box} box
   * @returns {readonly Link[]}
   */
  namedNear(box) {
    return this.#linksOf(this.#named.query(box));
  }

  /**
   * Return the ids of the links that may go round something in one of *areas*.
   * @param {readonly (Box | null)[]} areas
   * @returns {Set<string>}
   */
  idsNear(areas) {
    const around = areas.flatMap((area) => (area ? [inflate(area, DETOUR)] : []));
    return new Set(around.flatMap((box) => this.#all.query(box).filter((id) => overlaps(box, /** @type {Box} */ (this.#all.extentOf(id))))));
  }

  /**
   * Return a box around the link *id*, where it was put, or null.
   * @param {string} id
   */
  extentOf(id) {
    return this.#all.extentOf(id);
  }

  /** @param {readonly string[]} ids */
  #linksOf(ids) {
    return ids.map((id) => /** @type {Link} */ (this.#model.links.get(id)));
  }
}
