/** Commands that create, resize and fill zones, and turn them into pods. */

import { findZoneAround, outermost } from '../geometry/containment.js';
import { ChangeRecorder } from '../change-recorder.js';
import { layOutGroup, containsExactly, zoneAround } from '../placement/group-layout.js';
import { mayContain } from '../rules.js';
import { nameAll, nameOf } from '../names.js';
import { removeItems } from './remove.js';
import { regroupAfter } from './positions/move.js';
import { growZones, fitIntoZone } from '../placement/zone-fitting.js';
import { OTHER_KINDS } from '../kinds.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */

/**
 * Draw the zone *zone*. What lies in its box, and was in the same zone as it now is itself, comes into it.
 * @param {DiagramModel} model
 * @param {Zone} zone
 * @returns {Command}
 */
export function drawZone(model, zone) {
  const drawn = { ...zone, zone: findZoneAround(model.zones.values(), zone) };
  const recorder = new ChangeRecorder(model);
  recorder.add('zones', drawn);
  for (const item of model.contentOf(drawn.zone)) {
    if (findZoneAround([drawn], item) === drawn.id) recorder.update(item.id, { zone: drawn.id });
  }
  return recorder.toCommand(t('Add {name}', { name: zone.label || OTHER_KINDS.zone.noun }));
}

/**
 * Give zones the sizes and places of *boxes*, by their ids. What they thereby take in or leave out changes its zone.
 * @param {DiagramModel} model
 * @param {ReadonlyMap<string, Box>} boxes
 * @returns {Command}
 */
export function resizeZones(model, boxes) {
  const recorder = new ChangeRecorder(model);
  const near = new Set();
  for (const [id, { x, y, width, height }] of boxes) {
    recorder.update(id, { x, y, width, height });
    for (const item of [...model.contentOf(id), ...model.contentOf(model.zones.get(id)?.zone ?? null)]) near.add(item.id);
  }
  regroupAfter(model, recorder, [...near].filter((id) => !boxes.has(id)));
  return recorder.toCommand(t('Resize {names}', { names: nameAll(model, [...boxes.keys()]) }));
}

/**
 * Put the nodes and zones *ids* into the zone *zoneId* (null for none). What does not lie there moves there.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string | null} zoneId
 * @returns {Command}
 */
export function setZone(model, ids, zoneId) {
  const recorder = new ChangeRecorder(model);
  for (const id of ids) {
    if (mayContain(model, zoneId, id) !== true) continue;
    recorder.update(id, { zone: zoneId });
    fitIntoZone(model, recorder, id, zoneId);
  }
  const names = nameAll(model, ids);
  return recorder.toCommand(zoneId === null
    ? t('Put {names} out of its zone', { names })
    : t('Put {names} into {zone}', { names, zone: nameOf(model, zoneId) }));
}

/**
 * Let the zone *id* exist once per user of *usersId*, or once in all with null.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {string | null} usersId
 * @returns {Command}
 */
export function setPod(model, id, usersId) {
  const recorder = new ChangeRecorder(model);
  recorder.update(id, { pod: usersId });
  const name = nameOf(model, id);
  return recorder.toCommand(usersId === null
    ? t('Make {name} an ordinary zone', { name })
    : t('Make {name} a pod of {users}', { name, users: nameOf(model, usersId) }));
}

/**
 * Draw a zone around the nodes and zones *ids*. Where others lie between them, they come together beside these first;
 * where they may not, because one is locked, those others are in the picture of the zone, but not in it.
 * @param {DiagramModel} model
 * @param {string} newId The id of the zone.
 * @param {Iterable<string>} ids
 * @returns {Command}
 */
export function groupIntoZone(model, newId, ids) {
  const members = outermost(model, ids);
  const recorder = new ChangeRecorder(model);
  if (members.length === 0) return recorder.toCommand('');
  const zone = zoneAround(model, newId, members);
  recorder.add('zones', zone);
  if (!containsExactly(model, zone, members) && !members.some((id) => model.placed(id)?.locked)) layOutGroup(model, recorder, zone, members);
  else if (findZoneAround(model.zones.values(), zone) !== zone.zone) growZones(recorder, zone.zone, zone);
  for (const id of members) recorder.update(id, { zone: newId });
  return recorder.toCommand(t('Group {names}', { names: nameAll(model, members) }));
}

/**
 * Remove the zones among *ids*; what was in them stays on the drawing.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Command}
 */
export function ungroup(model, ids) {
  const zones = [...ids].filter((id) => model.zones.has(id));
  return removeItems(model, zones, t('Ungroup {names}', { names: nameAll(model, zones) }));
}
