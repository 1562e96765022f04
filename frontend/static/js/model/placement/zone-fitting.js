/** Moves an item that was assigned to a zone, or taken out of one, to a free place there, and grows the zone if needed. */

import { boxOf } from '../geometry/boxes.js';
import { findZoneAround } from '../geometry/containment.js';
import { GAP, growAround, INSET, interiorOf, isFree, rowsOf } from './spacing.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../change-recorder.js').ChangeRecorder} ChangeRecorder */
/** @typedef {import('../../util/geometry.js').Box} Box */

/**
 * Write into *recorder* where the node or zone *id* goes, which is in the zone *zoneId* now (null for none), unless it lies
 * there already or is locked. A zone without room for it grows, and those around it do.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} id
 * @param {string | null} zoneId
 */
export function fitIntoZone(model, recorder, id, zoneId) {
  const item = placedIn(recorder, id);
  const zones = [...model.zones.keys()].map((other) => /** @type {Zone} */ (recorder.item(other)));
  const around = findZoneAround(zones, item);
  if (item.locked || around === zoneId) return;
  const box = zoneId === null ? findPlaceBeside(model, recorder, id, /** @type {string} */ (around)) : findPlaceIn(model, recorder, id, zoneId);
  shift(model, recorder, id, box.x - boxOf(item).x, box.y - boxOf(item).y);
  if (zoneId !== null) growZones(recorder, zoneId, box);
}

/**
 * Return a free place in the zone *zoneId*, or else under all that is in it.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} id
 * @param {string} zoneId
 * @returns {Box}
 */
function findPlaceIn(model, recorder, id, zoneId) {
  const interior = interiorOf(/** @type {Zone} */ (recorder.item(zoneId)));
  const { width, height } = boxOf(placedIn(recorder, id));
  const taken = boxesIn(model, recorder, zoneId, id);
  const free = rowsOf(interior, { width, height }).find((box) => isFree(taken, box));
  const bottom = Math.max(interior.y, ...taken.map((box) => box.y + box.height + GAP));
  return free ?? { x: interior.x, y: bottom, width, height };
}

/**
 * Return a free place to the right of the outermost zone around the zone *zoneId*.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} id
 * @param {string} zoneId
 * @returns {Box}
 */
function findPlaceBeside(model, recorder, id, zoneId) {
  const zone = model.zonesAround(zoneId).at(-1) ?? /** @type {Zone} */ (model.zones.get(zoneId));
  const taken = boxesIn(model, recorder, null, id);
  const box = { ...boxOf(placedIn(recorder, id)), x: zone.x + zone.width + GAP, y: zone.y + INSET };
  while (!isFree(taken, box)) box.y += box.height + GAP;
  return box;
}

/**
 * Return the boxes of what is directly in the zone *zoneId*, without *id*.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string | null} zoneId
 * @param {string} id
 * @returns {Box[]}
 */
function boxesIn(model, recorder, zoneId, id) {
  const all = [...model.nodes.keys(), ...model.zones.keys()].map((other) => placedIn(recorder, other));
  return all.filter((other) => other.zone === zoneId && other.id !== id).map(boxOf);
}

/**
 * Move *id*, and all that is in it.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} id
 * @param {number} dx
 * @param {number} dy
 */
export function shift(model, recorder, id, dx, dy) {
  const content = model.zones.has(id) ? model.allContentOf(id).map((item) => item.id) : [];
  for (const each of [id, ...content]) {
    const { x, y } = placedIn(recorder, each);
    recorder.update(each, { x: x + dx, y: y + dy });
  }
}

/**
 * Let the zone *zoneId* grow around *box*, and those around it do.
 * @param {ChangeRecorder} recorder
 * @param {string | null} zoneId
 * @param {Box} box
 */
export function growZones(recorder, zoneId, box) {
  if (zoneId === null) return;
  const zone = /** @type {Zone} */ (recorder.item(zoneId));
  const grown = growAround(zone, box);
  recorder.update(zoneId, grown);
  growZones(recorder, zone.zone, grown);
}

/**
 * @param {ChangeRecorder} recorder
 * @param {string} id
 */
function placedIn(recorder, id) {
  return /** @type {Node | Zone} */ (recorder.item(id));
}
