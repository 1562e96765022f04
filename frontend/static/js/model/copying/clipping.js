/** Clippings: parts of a diagram that can be pasted here, in another diagram or in another tab. */

import { withBendsMoved } from '../geometry/bends.js';
import { findZoneAround, withContent } from '../geometry/containment.js';
import { boxOf } from '../geometry/boxes.js';
import { TakenNames } from '../numbering.js';
import { renumber } from './renumbering.js';
import { middle, unite } from '../../util/geometry.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../diagram.js').LinkEnd} LinkEnd */
/** @typedef {import('../diagram.js').Access} Access */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/ids.js').NewId} NewId */

/** @typedef {{ nodes: readonly Node[], zones: readonly Zone[], links: readonly Link[], access: readonly Access[] }} Clipping */

/**
 * Return a clipping of *ids*: with what is inside their zones, and every cable and access edge between them. With
 * *keepsOuter* those that lead out of it are in it as well; they come back where their other end is on the drawing.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {{ keepsOuter?: boolean }} [options]
 * @returns {Clipping}
 */
export function clip(model, ids, { keepsOuter = false } = {}) {
  const all = withContent(model, ids);
  const has = (/** @type {string} */ a, /** @type {string} */ b) => (keepsOuter ? all.has(a) || all.has(b) : all.has(a) && all.has(b));
  return {
    nodes: [...model.nodes.values()].filter((node) => all.has(node.id)),
    zones: [...model.zones.values()].filter((zone) => all.has(zone.id)),
    links: [...model.links.values()].filter((link) => has(link.source.node, link.target.node)),
    access: [...model.access.values()].filter((edge) => has(edge.users, edge.target)),
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
  const zones = renumber(clipping.zones, [...model.zones.values()]).map((zone) => {
    return { ...land(model, ids, by, zone), pod: ids.get(zone.pod ?? '') ?? ownerIn(model, zone.pod) };
  });
  return {
    nodes: renumber(clipping.nodes, [...model.nodes.values()]).map((node) => land(model, ids, by, node)),
    zones,
    links: renewLinks(model, clipping.links, ids, newId, by),
    access: clipping.access.flatMap((edge) => {
      const users = ids.get(edge.users) ?? ownerIn(model, edge.users);
      const target = ids.get(edge.target) ?? model.placed(edge.target)?.id;
      return users && target ? [{ id: newId('a'), users, target }] : [];
    }),
  };
}

/**
 * Return copies of *links* between what *ids* renames. At an end that was not copied a free interface is taken.
 * @param {DiagramModel} model
 * @param {readonly Link[]} links
 * @param {ReadonlyMap<string, string>} ids
 * @param {NewId} newId
 * @param {Point} by How far the bends of cables are moved.
 * @returns {Link[]}
 */
function renewLinks(model, links, ids, newId, by) {
  /** @type {Map<string, TakenNames>} */
  const interfaces = new Map();
  const renewEnd = (/** @type {LinkEnd} */ end) => {
    const node = ids.get(end.node);
    if (node) return { ...end, node };
    if (!model.nodes.has(end.node)) return null;
    const taken = interfaces.get(end.node) ?? interfacesOf(model, end.node);
    const name = end.interface === '' ? '' : taken.next(end.interface, 1);
    taken.add(name, 1);
    interfaces.set(end.node, taken);
    return { node: end.node, interface: name };
  };
  return links.flatMap((link) => {
    const [source, target] = [renewEnd(link.source), renewEnd(link.target)];
    return source && target ? [withBendsMoved({ ...link, id: newId('l'), source, target }, by)] : [];
  });
}

/**
 * Return the names of interfaces that are in use at the node *id*.
 * @param {DiagramModel} model
 * @param {string} id
 */
function interfacesOf(model, id) {
  const ends = model.linksOf(id).flatMap(({ source, target }) => [source, target]).filter((end) => end.node === id);
  return new TakenNames(ends.map((end) => ({ label: end.interface, count: 1 })));
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
 * Return whether *value* is a clipping that fits together.
 * @param {unknown} value
 * @returns {value is Clipping}
 */
export function isClipping(value) {
  const { nodes, zones, links, access } = /** @type {Partial<Clipping>} */ (value ?? {});
  if (![nodes, zones, links, access].every(Array.isArray)) return false;
  const clipping = /** @type {Clipping} */ (value);
  const ids = new Set([...clipping.nodes, ...clipping.zones].map((item) => item?.id));
  return (
    clipping.nodes.every((node) => typeof node?.type === 'string' && Number.isFinite(node.x) && Number.isFinite(node.y)) &&
    clipping.zones.every((zone) => Number.isFinite(zone?.x) && Number.isFinite(zone.y)) &&
    clipping.links.every((link) => joins(ids, link?.source?.node, link?.target?.node)) &&
    clipping.access.every((edge) => joins(ids, edge?.users, edge?.target))
  );
}

/**
 * Return whether *a* and *b* are ends of a line of which at least one is among *ids*.
 * @param {ReadonlySet<string>} ids
 * @param {unknown} a
 * @param {unknown} b
 */
function joins(ids, a, b) {
  return typeof a === 'string' && typeof b === 'string' && (ids.has(a) || ids.has(b));
}
