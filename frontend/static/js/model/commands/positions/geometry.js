/** Commands for exact places, sizes and gaps: what one types into a field, or takes from other items. */

import { placeItems } from './move.js';
import { resizeZones } from '../zones.js';
import { boxOf } from '../../geometry/boxes.js';
import { outermost, withContent } from '../../geometry/containment.js';
import { nameAll } from '../../names.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../changes.js').Command} Command */
/** @typedef {import('../../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../diagram.js').Node} Node */
/** @typedef {import('../../diagram.js').Zone} Zone */
/** @typedef {import('../../../util/geometry.js').Box} Box */
/** @typedef {import('../../../util/geometry.js').Point} Point */
/** @typedef {'x' | 'y'} Axis */
/** @typedef {'width' | 'height'} Side */

/**
 * Put the nodes and zones *ids* at *value* along *axis*: the middle of a node, the left or upper border of a zone, which takes
 * its content along. What is locked stays, and so does what is in another one of them.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Axis} axis
 * @param {number} value
 * @returns {Command}
 */
export function putAt(model, ids, axis, value) {
  const movers = findFree(model, ids);
  /** @type {Map<string, Point>} */
  const positions = new Map();
  for (const id of movers) {
    const by = value - placedOf(model, id)[axis];
    for (const each of withContent(model, [id])) {
      const { x, y } = placedOf(model, each);
      positions.set(each, axis === 'x' ? { x: x + by, y } : { x, y: y + by });
    }
  }
  return placeItems(model, positions, { label: t('Move {names}', { names: nameAll(model, movers) }), regroup: movers });
}

/**
 * Give the zones among *ids* the *value* as their *side*; those that are locked stay as they are.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Side} side
 * @param {number} value
 * @returns {Command}
 */
export function sizeTo(model, ids, side, value) {
  return resizeZones(model, new Map(listFreeZones(model, ids).map((zone) => [zone.id, { ...boxOf(zone), [side]: value }])));
}

/**
 * Give the zones among *ids* the *sides* of the largest of them, so that all that is in them stays in.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {readonly Side[]} sides
 * @returns {Command}
 */
export function makeAlike(model, ids, sides) {
  const zones = [...ids].flatMap((id) => model.zones.get(id) ?? []);
  const largest = Object.fromEntries(sides.map((side) => [side, Math.max(...zones.map((zone) => zone[side]))]));
  return resizeZones(model, new Map(listFreeZones(model, ids).map((zone) => [zone.id, { ...boxOf(zone), ...largest }])));
}

/**
 * Return those of *ids* that may be put elsewhere: neither locked nor in another one of them.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {string[]}
 */
function findFree(model, ids) {
  return outermost(model, ids).filter((id) => !placedOf(model, id).locked);
}

/**
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Zone[]}
 */
function listFreeZones(model, ids) {
  return [...ids].flatMap((id) => model.zones.get(id) ?? []).filter((zone) => !zone.locked);
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Node | Zone}
 */
function placedOf(model, id) {
  return /** @type {Node | Zone} */ (model.placed(id));
}
