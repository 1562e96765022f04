/**
 * Rules on what may be joined, contained and grouped: each returns true, or a sentence that says why not.
 * Tools ask while the pointer moves and again at the end; commands do not ask.
 */

import { outermost } from './geometry/containment.js';
import { containsExactly, zoneAround } from './placement/group-layout.js';
import { nameOf } from './names.js';
import { t } from '../util/text.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {true | string} Verdict */

/** @type {Readonly<Record<string, string>>} */
const WHY_NO_CABLE = {
  users: t('People have no cables. Draw access from them instead.'),
  note: t('A note has no cables.'),
  shape: t('A shape has no cables.'),
};

/** @type {Readonly<Record<string, string>>} */
const WHY_NO_ACCESS = {
  users: t('Access goes to a device, a zone or a network, not to people.'),
  note: t('A note cannot be reached.'),
  shape: t('A shape cannot be reached.'),
  gateway: t('People pass the gateway in any case. Give access to what is behind it.'),
};

/**
 * Return whether a cable may start at *id*.
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Verdict}
 */
export function mayHaveCables(model, id) {
  const node = model.nodes.get(id);
  if (!node) return t('A cable joins devices, networks and the gateway.');
  return WHY_NO_CABLE[node.type] ?? true;
}

/**
 * Return whether a cable may join *sourceId* and *targetId*. Parallel cables are allowed, and loops at devices.
 * @param {DiagramModel} model
 * @param {string} sourceId
 * @param {string} targetId
 * @returns {Verdict}
 */
export function mayConnect(model, sourceId, targetId) {
  const source = mayHaveCables(model, sourceId);
  if (source !== true) return source;
  if (sourceId === targetId) return model.nodes.get(sourceId)?.type === 'device' ? true : t('Only a device can have a cable to itself.');
  return mayHaveCables(model, targetId);
}

/**
 * Return whether each of *ids* may be joined to *targetId*; to itself only one alone.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string} targetId
 * @returns {boolean}
 */
export function mayConnectAll(model, ids, targetId) {
  return (ids.length === 1 || !ids.includes(targetId)) && ids.every((id) => mayConnect(model, id, targetId) === true);
}

/**
 * Return whether the users node *usersId* may be given access to *targetId*.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @param {string} targetId
 * @returns {Verdict}
 */
export function mayGiveAccess(model, usersId, targetId) {
  const users = model.nodes.get(usersId);
  if (users?.type !== 'users') return t('Access starts at a users node.');
  const node = model.nodes.get(targetId);
  if (!node && !model.zones.has(targetId)) return t('Access goes to a device, a zone or a network.');
  if (node && WHY_NO_ACCESS[node.type]) return WHY_NO_ACCESS[node.type];
  if (model.accessOf(usersId).every((edge) => edge.target !== targetId)) return true;
  return t('{who} already has access to {what}.', { who: nameOf(model, usersId), what: nameOf(model, targetId) });
}

/**
 * Return whether the node or zone *itemId* may be in the zone *zoneId*; null stands for no zone.
 * @param {DiagramModel} model
 * @param {string | null} zoneId
 * @param {string} itemId
 * @returns {Verdict}
 */
export function mayContain(model, zoneId, itemId) {
  if (!model.placed(itemId)) return t('Only nodes and zones can be in a zone.');
  if (zoneId === null) return true;
  if (!model.zones.has(zoneId)) return t('This zone is not on the drawing.');
  const isInside = zoneId === itemId || model.zonesAround(zoneId).some((zone) => zone.id === itemId);
  return isInside ? t('A zone cannot be inside itself.') : true;
}

/**
 * Return whether *ids* may be grouped into a zone: they come together for it, where others lie between them.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @returns {Verdict}
 */
export function mayGroup(model, ids) {
  const members = outermost(model, ids);
  const locked = members.find((id) => model.placed(id)?.locked);
  if (locked === undefined || containsExactly(model, zoneAround(model, 'new', members), members)) return true;
  return t('Other things lie between these, and {name} is locked in place. Unlock it to group them.', { name: nameOf(model, locked) });
}
