/** What is copied: a part of a diagram that can be pasted here, in another diagram or in another tab. */

import { findZoneAround, withContent } from './containment.js';
import { boxOf } from './boxes.js';
import { namesOf, nextLabel, parseName, shiftHost } from './numbering.js';
import { middle, unite } from '../util/geometry.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {import('./diagram.js').Link} Link */
/** @typedef {import('./diagram.js').Access} Access */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../util/ids.js').NewId} NewId */

/** @typedef {{ nodes: readonly Node[], zones: readonly Zone[], links: readonly Link[], access: readonly Access[] }} Clipping */

/**
 * Return a clipping of *ids*: with what is inside their zones, and every cable and access edge between them.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Clipping}
 */
export function clip(model, ids) {
  const all = withContent(model, ids);
  return {
    nodes: [...model.nodes.values()].filter((node) => all.has(node.id)),
    zones: [...model.zones.values()].filter((zone) => all.has(zone.id)),
    links: [...model.links.values()].filter((link) => all.has(link.source.node) && all.has(link.target.node)),
    access: [...model.access.values()].filter((edge) => all.has(edge.users) && all.has(edge.target)),
  };
}

/**
 * Return *clipping* as it comes onto the drawing of *model*: with new ids, moved by *by*, its names and addresses
 * counted up past those that are there. What was in a zone that was not copied along is in the zone where it lands.
 * @param {DiagramModel} model
 * @param {Clipping} clipping
 * @param {NewId} newId
 * @param {Point} by
 * @returns {Clipping}
 */
export function renew(model, clipping, newId, by) {
  const ids = new Map(clipping.nodes.map((node) => [node.id, newId('n')]));
  for (const zone of clipping.zones) ids.set(zone.id, newId('z'));
  const idFor = (/** @type {string} */ id) => ids.get(id) ?? id;
  const zones = renumber(clipping.zones, [...model.zones.values()]).map((zone) => {
    return { ...land(model, ids, by, zone), pod: ids.get(zone.pod ?? '') ?? ownerIn(model, zone.pod) };
  });
  return {
    nodes: renumber(clipping.nodes, [...model.nodes.values()]).map((node) => land(model, ids, by, node)),
    zones,
    links: clipping.links.map((link) => ({
      id: newId('l'),
      source: { ...link.source, node: idFor(link.source.node) },
      target: { ...link.target, node: idFor(link.target.node) },
    })),
    access: clipping.access.map((edge) => ({ id: newId('a'), users: idFor(edge.users), target: idFor(edge.target) })),
  };
}

/**
 * Return the middle of what *clipping* holds.
 * @param {Clipping} clipping
 * @returns {Point}
 */
export function middleOfClipping(clipping) {
  const box = unite([...clipping.nodes, ...clipping.zones].map(boxOf));
  return box ? middle(box) : { x: 0, y: 0 };
}

/**
 * @template {Node | Zone} T
 * @param {DiagramModel} model
 * @param {ReadonlyMap<string, string>} ids
 * @param {Point} by
 * @param {T} item
 * @returns {T}
 */
function land(model, ids, by, item) {
  const landed = { ...item, id: ids.get(item.id) ?? item.id, x: item.x + by.x, y: item.y + by.y };
  const zone = ids.get(item.zone ?? '') ?? findZoneAround(model.zones.values(), landed);
  return { ...landed, zone };
}

/**
 * @param {DiagramModel} model
 * @param {string | null} id
 */
function ownerIn(model, id) {
  return model.nodes.get(id ?? '')?.type === 'users' ? id : null;
}

/**
 * Return *items* with labels that are free beside *others* and each other.
 * @template {Node | Zone} T
 * @param {readonly T[]} items
 * @param {readonly (Node | Zone)[]} others
 * @returns {T[]}
 */
function renumber(items, others) {
  const taken = namesOf(others);
  return items.map((item) => {
    const renamed = rename(item, taken);
    taken.push(...namesOf([renamed]));
    return renamed;
  });
}

/**
 * @template {Node | Zone} T
 * @param {T} item
 * @param {import('./numbering.js').Named[]} taken
 * @returns {T}
 */
function rename(item, taken) {
  if (item.label === '' || ('type' in item && item.type === 'note')) return item;
  const label = nextLabel(item.label, 'count' in item ? item.count : 1, taken);
  if (!('connections' in item) || label === item.label) return { ...item, label };
  const shift = (parseName(label)?.number ?? 0) - (parseName(item.label)?.number ?? 1);
  const connections = item.connections.map((each) => ({ ...each, host: shiftHost(each.host, shift) }));
  return { ...item, label, connections };
}

/**
 * Return the clipping that *text* holds as JSON, or null where it holds none that fits together.
 * @param {string} text
 * @returns {Clipping | null}
 */
export function parseClipping(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return isClipping(value) ? value : null;
}

/**
 * @param {unknown} value
 * @returns {value is Clipping}
 */
function isClipping(value) {
  const { nodes, zones, links, access } = /** @type {Partial<Clipping>} */ (value ?? {});
  if (![nodes, zones, links, access].every(Array.isArray)) return false;
  const clipping = /** @type {Clipping} */ (value);
  const ids = new Set([...clipping.nodes, ...clipping.zones].map((item) => item?.id));
  return (
    clipping.nodes.every((node) => typeof node?.type === 'string' && Number.isFinite(node.x) && Number.isFinite(node.y)) &&
    clipping.zones.every((zone) => Number.isFinite(zone?.x) && Number.isFinite(zone.y)) &&
    clipping.links.every((link) => ids.has(link?.source?.node) && ids.has(link.target?.node)) &&
    clipping.access.every((edge) => ids.has(edge?.users) && ids.has(edge.target))
  );
}
