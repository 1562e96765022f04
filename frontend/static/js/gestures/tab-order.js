/** The order in which keys go through items: reading order, or the nearest item in a direction. */

import { boxOf } from '../model/geometry/boxes.js';
import { TILE } from '../model/diagram.js';
import { isZone } from '../model/items.js';
import { fullLabel, nameOf, titleOf } from '../model/names.js';
import { t } from '../util/text.js';

/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {Node | Zone} Placed */

/** @type {Readonly<Record<string, Point>>} */
export const DIRECTIONS = Object.freeze({
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
});

/** How much further away something counts that is not straight ahead. */
const ASIDE = 2;

/**
 * Return the ids of all nodes and zones of *model* as one reads: in lines from the top, each from the left.
 * A zone stands where its title is, before what is in it.
 * @param {DiagramModel} model
 * @returns {string[]}
 */
export function readingOrder(model) {
  const items = [...model.zones.values(), ...model.nodes.values()].sort((a, b) => a.y - b.y);
  /** @type {Placed[][]} */
  const lines = [];
  for (const item of items) {
    const line = lines.at(-1);
    if (line && item.y - line[0].y < TILE / 2) line.push(item);
    else lines.push([item]);
  }
  return lines.flatMap((line) => line.sort((a, b) => a.x - b.x).map((item) => item.id));
}

/**
 * Return the one of *ids* that is *step* places after *from*, or null where they end. Without *from* it is the first or last.
 * @param {readonly string[]} ids
 * @param {string | null} from
 * @param {1 | -1} step
 * @returns {string | null}
 */
export function neighbourOf(ids, from, step) {
  const at = from === null ? -1 : ids.indexOf(from);
  if (at < 0) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
  return ids[at + step] ?? null;
}

/**
 * Return the one of *ids* that comes next from *from* in *direction*, or null where there is none.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string} from
 * @param {Point} direction
 * @returns {string | null}
 */
export function nearestTowards(model, ids, from, direction) {
  const start = pointOf(model, from);
  let found = null;
  let nearest = Infinity;
  for (const id of ids) {
    const { x, y } = pointOf(model, id);
    const along = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    const away = along + ASIDE * aside;
    if (id === from || along <= aside / ASIDE || away >= nearest) continue;
    nearest = away;
    found = id;
  }
  return found;
}

/**
 * Return where a line to the item *id* ends: the middle of a tile, the title of a zone.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Point}
 */
export function pointOf(model, id) {
  const item = /** @type {Placed} */ (model.placed(id));
  const box = boxOf(item);
  return { x: box.x + box.width / 2, y: isZone(item) ? box.y + TILE / 4 : box.y + box.height / 2 };
}

/**
 * Return what to say when somebody comes to *id*, one of *ids*: "PC09…PC19, Workstation, in Pod, 3 of 8".
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string} id
 * @returns {string}
 */
export function describe(model, ids, id) {
  const item = /** @type {Placed} */ (model.placed(id));
  const zone = model.zones.get(item.zone ?? '');
  const parts = [
    (isZone(item) ? item.label : fullLabel(item).split('\n')[0]) || nameOf(model, id),
    titleOf(item),
    zone && t('in {zone}', { zone: nameOf(model, zone.id) }),
    item.locked && t('locked'),
    t('{place} of {count}', { place: ids.indexOf(id) + 1, count: ids.length }),
  ];
  return parts.filter(Boolean).join(', ');
}
