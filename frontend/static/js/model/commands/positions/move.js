/** Commands that move nodes and zones, also into other zones. */

import { withBendsMoved } from '../../geometry/bends.js';
import { findZoneAround, outermost, withContent } from '../../geometry/containment.js';
import { ChangeRecorder } from '../../change-recorder.js';
import { nameAll } from '../../names.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../changes.js').Command} Command */
/** @typedef {import('../../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../diagram.js').Node} Node */
/** @typedef {import('../../diagram.js').Zone} Zone */
/** @typedef {import('../../../util/geometry.js').Point} Point */

/**
 * Return the ids of all that moves when *ids* are dragged: zones take their content along, what is locked stays.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Set<string>}
 */
export function findMovers(model, ids) {
  const roots = outermost(model, ids).filter((id) => !model.placed(id)?.locked);
  return withContent(model, roots);
}

/**
 * Move the nodes and zones *ids* by *by*. What thereby comes to lie in another zone is then in that one.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Point} by
 * @param {{ label?: string, mergeKey?: string }} [options]
 * @returns {Command}
 */
export function moveItems(model, ids, by, options = {}) {
  const roots = outermost(model, ids).filter((id) => !model.placed(id)?.locked);
  const positions = new Map();
  for (const id of withContent(model, roots)) {
    const item = /** @type {Node | Zone} */ (model.placed(id));
    positions.set(id, { x: item.x + by.x, y: item.y + by.y });
  }
  return placeItems(model, positions, { ...options, regroup: roots });
}

/**
 * Put nodes and zones at *positions* (id to place). Those named in *regroup* change their zone by where they come
 * to lie; without it all of them do that are not inside another one of them.
 * @param {DiagramModel} model
 * @param {ReadonlyMap<string, Point>} positions
 * @param {{ label?: string, mergeKey?: string, regroup?: Iterable<string> }} [options]
 * @returns {Command}
 */
export function placeItems(model, positions, options = {}) {
  const recorder = new ChangeRecorder(model);
  for (const [id, { x, y }] of positions) recorder.update(id, { x, y });
  takeBendsAlong(model, recorder, positions);
  const roots = [...(options.regroup ?? outermost(model, positions.keys()))];
  regroupAfter(model, recorder, roots);
  return recorder.toCommand(options.label ?? t('Move {names}', { names: nameAll(model, roots) }), options.mergeKey);
}

/**
 * Write into *recorder* the bends of cables of which both ends move by as much.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {ReadonlyMap<string, Point>} positions
 */
function takeBendsAlong(model, recorder, positions) {
  for (const [id, position] of positions) {
    const node = model.nodes.get(id);
    if (!node) continue;
    const by = { x: position.x - node.x, y: position.y - node.y };
    for (const link of model.linksOf(id)) {
      if (!link.bends?.length || link.source.node !== id) continue;
      const [other, place] = [model.nodes.get(link.target.node), positions.get(link.target.node)];
      if (other && place && place.x - other.x === by.x && place.y - other.y === by.y) recorder.update(link.id, withBendsMoved(link, by));
    }
  }
}

/**
 * Write into *recorder* the zones of *ids*, where the drawing now shows them in another zone than before.
 * Membership that the drawing did not show before stays.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {Iterable<string>} ids
 */
export function regroupAfter(model, recorder, ids) {
  const before = [...model.zones.values()];
  const after = before.flatMap((zone) => /** @type {Zone | null} */ (recorder.item(zone.id)) ?? []);
  for (const id of ids) {
    const old = /** @type {Node | Zone} */ (model.placed(id));
    const item = /** @type {Node | Zone} */ (recorder.item(id));
    const zone = findZoneAround(after, item);
    if (zone === findZoneAround(before, old) || isWithin(recorder, zone, id)) continue;
    recorder.update(id, { zone });
  }
}

/**
 * Return whether the zone *zoneId* is *id* or inside it by now: what *recorder* has moved already counts.
 * @param {ChangeRecorder} recorder
 * @param {string | null} zoneId
 * @param {string} id
 * @returns {boolean}
 */
function isWithin(recorder, zoneId, id) {
  if (zoneId === null || zoneId === id) return zoneId === id;
  return isWithin(recorder, /** @type {Zone | null} */ (recorder.item(zoneId))?.zone ?? null, id);
}
