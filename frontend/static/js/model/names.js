/** Names of items for undo labels, messages and screen readers. */

import { OTHER_KINDS, nounOfKind, titleOfKind } from './kinds.js';
import { isAccess, isLink, isZone, kindOf } from './items.js';
import { namesOf, nextLabel, rangeLabel } from './numbering.js';
import { plural, t } from '../util/text.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {import('./kinds.js').PlacedKind} PlacedKind */

const LONGEST = 40;

/**
 * Return what the item *id* is called: its label, or what it is where it has none.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {string}
 */
export function nameOf(model, id) {
  const item = model.item(id);
  if (!item) return t('something that is gone');
  if (isLink(item) && item.source.node === item.target.node) return t('the loop at {name}', { name: nameOf(model, item.source.node) });
  if (isLink(item)) return t('the cable {one}–{other}', { one: nameOf(model, item.source.node), other: nameOf(model, item.target.node) });
  if (isAccess(item)) return t('the access of {users} to {target}', { users: nameOf(model, item.users), target: nameOf(model, item.target) });
  return shorten(item.label) || shorten('heading' in item ? (item.heading ?? '') : '') || t('the {kind} without a name', { kind: nounOf(item) });
}

/**
 * Return what the items *ids* are called together: the name of the only one, or how many of what.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @returns {string}
 */
export function nameAll(model, ids) {
  if (ids.length === 1) return nameOf(model, ids[0]);
  const groups = new Set(ids.map((id) => groupOf(model, id)));
  const count = COUNTS[groups.size === 1 ? [...groups][0] : 'item'];
  return count(ids.length);
}

/**
 * Return what sort of thing *item* is, as the palette calls it.
 * @param {Item} item
 * @returns {string}
 */
export function titleOf(item) {
  if (isLink(item)) return t('Cable');
  if (isAccess(item)) return t('Access');
  if (isZone(item)) return item.pod === null ? OTHER_KINDS.zone.title : t('Pod');
  return titleOfKind(/** @type {PlacedKind} */ (kindOf(item)));
}

/**
 * Return what sort of thing *item* is, as sentences call it.
 * @param {Zone | Node} item
 * @returns {string}
 */
export function nounOf(item) {
  if (isZone(item)) return item.pod === null ? OTHER_KINDS.zone.noun : t('pod');
  return nounOfKind(/** @type {PlacedKind} */ (kindOf(item)));
}

/**
 * Return the label of *item* with its numbers: "PC09…PC19" for a stack. A group whose people are listed by name has none.
 * @param {{ label: string, count?: number, roster?: readonly unknown[] }} item
 * @returns {string}
 */
export function fullLabel({ label, count = 1, roster = [] }) {
  return roster.length > 0 ? label : rangeLabel(label, count);
}

/**
 * Return the label of the next zone of *model*.
 * @param {DiagramModel} model
 * @returns {string}
 */
export function nextZoneLabel(model) {
  return nextLabel(OTHER_KINDS.zone.first, 1, namesOf(model.zones.values()));
}

/** How many there are of a sort of things. */
const COUNTS = Object.freeze({
  item: (/** @type {number} */ count) => plural('{count} item', '{count} items', count),
  link: (/** @type {number} */ count) => plural('{count} cable', '{count} cables', count),
  access: (/** @type {number} */ count) => plural('{count} access edge', '{count} access edges', count),
  zone: (/** @type {number} */ count) => plural('{count} zone', '{count} zones', count),
  device: (/** @type {number} */ count) => plural('{count} device', '{count} devices', count),
  users: (/** @type {number} */ count) => plural('{count} users node', '{count} users nodes', count),
  network: (/** @type {number} */ count) => plural('{count} network', '{count} networks', count),
  gateway: (/** @type {number} */ count) => plural('{count} gateway', '{count} gateways', count),
  note: (/** @type {number} */ count) => plural('{count} note', '{count} notes', count),
  shape: (/** @type {number} */ count) => plural('{count} shape', '{count} shapes', count),
});

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {keyof typeof COUNTS}
 */
function groupOf(model, id) {
  const item = model.item(id);
  if (!item) return 'item';
  if (isLink(item)) return 'link';
  if (isAccess(item)) return 'access';
  return isZone(item) ? 'zone' : item.type;
}

/** @param {string} label */
function shorten(label) {
  const line = label.split('\n')[0].trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
