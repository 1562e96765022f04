/** Finds the zone that contains an item, by position. */

import { isPicture, isZone } from '../items.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * Return the id of the innermost of *zones* around *item*, as it would lie there, or null.
 * A node lies where its middle is. A zone lies in another one that is larger and holds its middle, and so does a picture.
 * @param {Iterable<Zone>} zones
 * @param {Node | Zone} item
 * @returns {string | null}
 */
export function findZoneAround(zones, item) {
  const middle = middleOf(item);
  const room = isZone(item) || isPicture(item) ? item.width * item.height : 0;
  let found = null;
  let smallest = Infinity;
  for (const zone of zones) {
    const area = zone.width * zone.height;
    if (zone.id === item.id || area <= room || area > smallest || !holds(zone, middle)) continue;
    found = zone.id;
    smallest = area;
  }
  return found;
}

/**
 * Return the middle of *item*.
 * @param {Node | Zone} item
 * @returns {Point}
 */
function middleOf(item) {
  return isZone(item) ? { x: item.x + item.width / 2, y: item.y + item.height / 2 } : { x: item.x, y: item.y };
}

/**
 * @param {Zone} zone
 * @param {Point} point
 */
function holds(zone, point) {
  const right = zone.x + zone.width;
  const bottom = zone.y + zone.height;
  return point.x >= zone.x && point.x <= right && point.y >= zone.y && point.y <= bottom;
}

/**
 * Return *ids* and everything inside those of them that are zones, each once.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Set<string>}
 */
export function withContent(model, ids) {
  const all = new Set();
  for (const id of ids) {
    all.add(id);
    if (model.zones.has(id)) for (const item of model.allContentOf(id)) all.add(item.id);
  }
  return all;
}

/**
 * Return those of *ids* that are nodes or zones and not inside another one of them.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {string[]}
 */
export function outermost(model, ids) {
  const all = new Set(ids);
  return [...all].filter((id) => model.placed(id) && !model.zonesAround(id).some((zone) => all.has(zone.id)));
}

/**
 * Return all zones, outer ones before inner ones.
 * @param {DiagramModel} model
 * @returns {Zone[]}
 */
export function orderZones(model) {
  const depths = new Map([...model.zones.keys()].map((id) => [id, model.zonesAround(id).length]));
  return [...model.zones.values()].sort((a, b) => /** @type {number} */ (depths.get(a.id)) - /** @type {number} */ (depths.get(b.id)));
}
