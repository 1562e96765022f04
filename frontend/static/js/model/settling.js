/** Lets the drawing show which zone something was put into, or taken out of, without being dragged there. */

import { boxOf } from './boxes.js';
import { findZoneAround } from './containment.js';
import { GAP, growAround, INSET, interiorOf, isFree, rowsOf } from './room.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('../util/geometry.js').Box} Box */

/**
 * Write into *draft* where the node or zone *id* goes, which is in the zone *zoneId* now (null for none), unless it lies
 * there already or is locked. A zone without room for it grows, and those around it do.
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} id
 * @param {string | null} zoneId
 */
export function settle(model, draft, id, zoneId) {
  const item = placedIn(draft, id);
  const zones = [...model.zones.keys()].map((other) => /** @type {Zone} */ (draft.item(other)));
  const around = findZoneAround(zones, item);
  if (item.locked || around === zoneId) return;
  const box = zoneId === null ? findPlaceBeside(model, draft, id, /** @type {string} */ (around)) : findPlaceIn(model, draft, id, zoneId);
  shift(model, draft, id, box.x - boxOf(item).x, box.y - boxOf(item).y);
  if (zoneId !== null) growZones(draft, zoneId, box);
}

/**
 * Return a free place in the zone *zoneId*, or else under all that is in it.
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} id
 * @param {string} zoneId
 * @returns {Box}
 */
function findPlaceIn(model, draft, id, zoneId) {
  const interior = interiorOf(/** @type {Zone} */ (draft.item(zoneId)));
  const { width, height } = boxOf(placedIn(draft, id));
  const taken = boxesIn(model, draft, zoneId, id);
  const free = rowsOf(interior, { width, height }).find((box) => isFree(taken, box));
  const bottom = Math.max(interior.y, ...taken.map((box) => box.y + box.height + GAP));
  return free ?? { x: interior.x, y: bottom, width, height };
}

/**
 * Return a free place to the right of the outermost zone around the zone *zoneId*.
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} id
 * @param {string} zoneId
 * @returns {Box}
 */
function findPlaceBeside(model, draft, id, zoneId) {
  const zone = model.zonesAround(zoneId).at(-1) ?? /** @type {Zone} */ (model.zones.get(zoneId));
  const taken = boxesIn(model, draft, null, id);
  const box = { ...boxOf(placedIn(draft, id)), x: zone.x + zone.width + GAP, y: zone.y + INSET };
  while (!isFree(taken, box)) box.y += box.height + GAP;
  return box;
}

/**
 * Return the boxes of what is directly in the zone *zoneId*, without *id*.
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string | null} zoneId
 * @param {string} id
 * @returns {Box[]}
 */
function boxesIn(model, draft, zoneId, id) {
  const all = [...model.nodes.keys(), ...model.zones.keys()].map((other) => placedIn(draft, other));
  return all.filter((other) => other.zone === zoneId && other.id !== id).map(boxOf);
}

/**
 * Move *id*, and all that is in it.
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} id
 * @param {number} dx
 * @param {number} dy
 */
export function shift(model, draft, id, dx, dy) {
  const content = model.zones.has(id) ? model.allContentOf(id).map((item) => item.id) : [];
  for (const each of [id, ...content]) {
    const { x, y } = placedIn(draft, each);
    draft.update(each, { x: x + dx, y: y + dy });
  }
}

/**
 * Let the zone *zoneId* grow around *box*, and those around it do.
 * @param {Draft} draft
 * @param {string | null} zoneId
 * @param {Box} box
 */
export function growZones(draft, zoneId, box) {
  if (zoneId === null) return;
  const zone = /** @type {Zone} */ (draft.item(zoneId));
  const grown = growAround(zone, box);
  draft.update(zoneId, grown);
  growZones(draft, zone.zone, grown);
}

/**
 * @param {Draft} draft
 * @param {string} id
 */
function placedIn(draft, id) {
  return /** @type {Node | Zone} */ (draft.item(id));
}
