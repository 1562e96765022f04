/** Names of items for undo labels, messages and screen readers. */

import { KINDS, OTHER_KINDS } from './kinds.js';
import { isAccess, isLink, isZone } from './items.js';
import { namesOf, nextLabel, rangeLabel } from './numbering.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').Item} Item */

const LONGEST = 40;

/**
 * Return what the item *id* is called: its label, or what it is where it has none.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {string}
 */
export function nameOf(model, id) {
  const item = model.item(id);
  if (!item) return 'something that is gone';
  if (isLink(item)) return `the cable ${nameOf(model, item.source.node)}–${nameOf(model, item.target.node)}`;
  if (isAccess(item)) return `the access of ${nameOf(model, item.users)} to ${nameOf(model, item.target)}`;
  return shorten(item.label) || `the ${titleOf(item).toLowerCase()} without a name`;
}

/**
 * Return what the items *ids* are called together: the name of the only one, or how many of what.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @returns {string}
 */
export function nameAll(model, ids) {
  if (ids.length === 1) return nameOf(model, ids[0]);
  const titles = new Set(ids.map((id) => groupOf(model, id)));
  const what = titles.size === 1 ? [...titles][0] : 'items';
  return `${ids.length} ${what}`;
}

/**
 * Return what sort of thing *item* is, as the palette calls it.
 * @param {Item} item
 * @returns {string}
 */
export function titleOf(item) {
  if (isLink(item)) return 'Cable';
  if (isAccess(item)) return 'Access';
  if (isZone(item)) return item.pod === null ? OTHER_KINDS.zone.title : 'Pod';
  return item.type === 'device' ? KINDS[item.kind].title : OTHER_KINDS[item.type].title;
}

/**
 * Return the label of *item* with its numbers: "PC09…PC19" for a stack.
 * @param {{ label: string, count?: number }} item
 * @returns {string}
 */
export function fullLabel(item) {
  return rangeLabel(item.label, item.count ?? 1);
}

/**
 * Return the label of the next zone of *model*.
 * @param {DiagramModel} model
 * @returns {string}
 */
export function nextZoneLabel(model) {
  return nextLabel(OTHER_KINDS.zone.first, 1, namesOf(model.zones.values()));
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 */
function groupOf(model, id) {
  const item = model.item(id);
  if (!item) return 'items';
  if (isLink(item)) return 'cables';
  if (isAccess(item)) return 'access edges';
  if (isZone(item)) return 'zones';
  return { device: 'devices', users: 'users nodes', network: 'networks', gateway: 'gateways', note: 'notes' }[item.type];
}

/** @param {string} label */
function shorten(label) {
  const line = label.split('\n')[0].trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
