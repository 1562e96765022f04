/**
 * Computes who reaches what: a users node without access edges reaches every device; with edges exactly what they name
 * (a device; a zone with all inside; a network with what is cabled to it), and its own pods.
 */

import { isDevice } from './items.js';
import { t } from '../util/text.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */

/**
 * Return whether the users node *usersId* reaches every device, because no access edge starts at it.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {boolean}
 */
export function reachesAll(model, usersId) {
  return model.accessOf(usersId).length === 0;
}

/**
 * Return in a few words what the users node *usersId* reaches without any edge, or nothing where edges say it. Of a pod that
 * is theirs each has only their own copy.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {string}
 */
export function describeReach(model, usersId) {
  if (!reachesAll(model, usersId)) return '';
  if (![...model.zones.values()].some((zone) => zone.pod === usersId)) return t('all devices');
  const isTheirs = (/** @type {string} */ id) => model.zonesAround(id).some((zone) => zone.pod === usersId);
  const isAllTheirs = [...model.nodes.values()].every((node) => !isDevice(node) || isTheirs(node.id));
  return isAllTheirs ? t('own pods') : t('own pods, all else');
}

/**
 * Return in a few words why the users node *usersId* reaches *id* without an edge between them.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @param {string} id
 * @returns {string}
 */
export function explainReach(model, usersId, id) {
  const around = [id, ...model.zonesAround(id).map((zone) => zone.id)];
  if (around.some((each) => model.zones.get(each)?.pod === usersId)) return t('each their own copy');
  return reachesAll(model, usersId) ? t('all devices') : t('through its zone or network');
}

/**
 * Return the ids of the devices that the users node *usersId* reaches.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {Set<string>}
 */
export function findReached(model, usersId) {
  if (reachesAll(model, usersId)) {
    return new Set([...model.nodes.values()].filter(isDevice).map((device) => device.id));
  }
  const pods = [...model.zones.values()].filter((zone) => zone.pod === usersId);
  const targets = [...model.accessOf(usersId).map((edge) => edge.target), ...pods.map((zone) => zone.id)];
  return new Set(targets.flatMap((target) => devicesAt(model, target)));
}

/**
 * Return the ids of the users nodes that reach the device *deviceId*.
 * @param {DiagramModel} model
 * @param {string} deviceId
 * @returns {Set<string>}
 */
export function findReachedBy(model, deviceId) {
  const zones = model.zonesAround(deviceId);
  const networks = model.linksOf(deviceId).map((link) => {
    return link.source.node === deviceId ? link.target.node : link.source.node;
  });
  const targets = [deviceId, ...networks.filter((id) => model.nodes.get(id)?.type === 'network'), ...zones.map((zone) => zone.id)];
  const named = new Set(targets.flatMap((target) => model.accessOf(target).map((edge) => edge.users)));
  for (const zone of zones) if (zone.pod) named.add(zone.pod);
  const users = new Set();
  // Asked for whatever comes under the pointer, so that no list is made of all nodes.
  for (const { id, type } of model.nodes.values()) if (type === 'users' && (named.has(id) || reachesAll(model, id))) users.add(id);
  return users;
}

/**
 * Return the ids of the devices that an access edge to *targetId* gives.
 * @param {DiagramModel} model
 * @param {string} targetId
 * @returns {string[]}
 */
export function devicesAt(model, targetId) {
  if (model.zones.has(targetId)) return model.allContentOf(targetId).filter(isDevice).map((device) => device.id);
  const target = model.nodes.get(targetId);
  if (target?.type === 'device') return [targetId];
  if (target?.type !== 'network') return [];
  const ends = model.linksOf(targetId).flatMap((link) => [link.source.node, link.target.node]);
  return ends.filter((id) => model.nodes.get(id)?.type === 'device');
}
