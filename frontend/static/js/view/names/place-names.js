/**
 * Names of places as a map has them, where titles and labels are too small to be read: of zones, the largest first, and of the
 * devices outside of zones that most cables lead to. A name that has no room among those is left out; none reaches beyond what is
 * seen of everything.
 */

import { boxAroundAll } from '../../model/geometry/boxes.js';
import { hiding } from '../../model/layers.js';
import { clamp, inflate, overlaps } from '../../util/geometry.js';
import { cut } from '../text.js';
import { FIT_ROOM } from '../viewport.js';

/** @typedef {import('./texts.js').Families} Families */
/** @typedef {import('./texts.js').Ruler} Ruler */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {Box & { id: string, text: string }} PlaceName The box of a name, and whose it is. */
/** @typedef {{ places: Place[], bounds: Box }} Ordered Places in their order, and what is seen where everything is fitted. */
/** @typedef {{ id: string, label: string, width: number | null, places: (size: number) => Point[] }} Place What may be named: how wide it is, if it is a zone. */

const MOST_NAMES = 80;
/** From so many cables on a device is what a part of the drawing is known by. */
const HUB = 3;
const SHORTEST = 9;
const LONGEST = 24;
/** Room around a name, as a share of its size. */
const PADDING = 0.25;

/** The names of the places of a drawing, found once for each size until something changes. */
export class PlaceNames {
  #model;
  /** @type {{ size: number, font: string, settings: unknown, names: PlaceName[] } | null} */
  #found = null;
  /** @type {Ordered & { settings: unknown } | null} For names of all sizes: while one zooms, each frame has its own. */
  #ordered = null;

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
  }

  /** Find the names anew: something has changed. */
  forget() {
    this.#found = null;
    this.#ordered = null;
  }

  /**
   * Return the names in letters of *size* units.
   * @param {number} size
   * @param {Families} families
   * @param {Ruler} ruler
   * @returns {PlaceName[]}
   */
  list(size, families, ruler) {
    const { settings } = this.#model;
    if (this.#found?.size !== size || this.#found.font !== families.font || this.#found.settings !== settings) {
      if (this.#ordered?.settings !== settings) this.#ordered = { settings, ...orderPlaces(this.#model) };
      this.#found = { size, font: families.font, settings, names: namePlaces(this.#ordered, size, families, ruler) };
    }
    return this.#found.names;
  }
}

/**
 * Return the names of the places of *model* in letters of *size* units.
 * @param {DiagramModel} model
 * @param {number} size
 * @param {Families} families
 * @param {Ruler} ruler
 * @returns {PlaceName[]}
 */
export function listPlaceNames(model, size, families, ruler) {
  return namePlaces(orderPlaces(model), size, families, ruler);
}

/**
 * @param {Ordered} ordered
 * @param {number} size
 * @param {Families} families
 * @param {Ruler} ruler
 * @returns {PlaceName[]}
 */
function namePlaces({ places: ordered, bounds }, size, families, ruler) {
  const font = placeFont(families, size);
  const right = bounds.x + bounds.width;
  /** @type {PlaceName[]} */
  const names = [];
  for (const { id, label, width: wide, places } of ordered) {
    if (names.length === MOST_NAMES) break;
    const text = cut(label, wide === null ? LONGEST : Math.min(LONGEST, Math.max(SHORTEST, Math.floor(wide / (size * 0.56)))));
    const [width, height] = [ruler.width(text, font) + 2 * PADDING * size, size * 1.3];
    const within = (/** @type {number} */ x) => (width < bounds.width ? clamp(x, bounds.x, right - width) : x);
    const boxes = places(size).map(({ x, y }) => ({ x: within(x - width / 2), y: y - height / 2, width, height }));
    const box = boxes.find((each) => !names.some((name) => overlaps(name, each)));
    if (box) names.push({ ...box, id, text });
  }
  return names;
}

/**
 * Return the font of names in letters of *size* units.
 * @param {Families} families
 * @param {number} size
 * @returns {import('../text.js').Font}
 */
export function placeFont({ font }, size) {
  return { family: font, weight: 600, size };
}

/**
 * Return what may be named on *model*, what comes first before the rest.
 * @param {DiagramModel} model
 * @returns {Ordered}
 */
function orderPlaces(model) {
  const box = boxAroundAll(model) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { places: [...listZones(model), ...listHubs(model)], bounds: inflate(box, FIT_ROOM) };
}

/** @param {DiagramModel} model */
function listZones(model) {
  const hides = hiding(model) ?? (() => false);
  const zones = [...model.zones.values()].filter((zone) => zone.label !== '' && !hides(zone)).sort((a, b) => b.width * b.height - a.width * a.height);
  return zones.map((zone) => ({
    id: zone.id,
    label: zone.label,
    width: zone.width,
    places: (/** @type {number} */ size) => placesIn(zone, size),
  }));
}

/**
 * Return where the name of *zone* may stand: at its upper border, in its middle, at its lower border.
 * @param {Zone} zone
 * @param {number} size
 * @returns {Point[]}
 */
function placesIn({ x, y, width, height }, size) {
  const middle = x + width / 2;
  return [y + Math.min(size, height / 2), y + height / 2, y + height - Math.min(size, height / 2)].map((each) => ({ x: middle, y: each }));
}

/** @param {DiagramModel} model */
function listHubs(model) {
  const hides = hiding(model) ?? (() => false);
  const hubs = [...model.nodes.values()].filter((node) => node.zone === null && isNamed(node) && !hides(node) && model.linksOf(node.id).length >= HUB);
  hubs.sort((a, b) => model.linksOf(b.id).length - model.linksOf(a.id).length);
  return hubs.slice(0, MOST_NAMES).map(({ id, label, x, y }) => ({ id, label, width: null, places: (/** @type {number} */ size) => [{ x, y: y + size * 1.5 }] }));
}

/** @param {Node} node */
function isNamed({ type, label }) {
  return label !== '' && (type === 'device' || type === 'network' || type === 'gateway');
}
