/** Commands that add and remove access edges. */

import { createAccess } from '../diagram.js';
import { isDevice } from '../items.js';
import { devicesAt, findReached } from '../access.js';
import { ChangeRecorder } from '../change-recorder.js';
import { mayGiveAccess } from '../rules.js';
import { nameAll, nameOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Access} Access */
/** @typedef {import('../../util/ids.js').NewId} NewId */

/**
 * Give the users node *usersId* access to each of *targetIds*; those it may not be given are left out.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {string} usersId
 * @param {readonly string[]} targetIds
 * @returns {Command}
 */
export function giveAccess(model, newId, usersId, targetIds) {
  const recorder = new ChangeRecorder(model);
  for (const target of new Set(targetIds)) {
    if (mayGiveAccess(model, usersId, target) === true) recorder.add('access', createAccess(newId('a'), usersId, target));
  }
  return recorder.toCommand(giving(nameOf(model, usersId), nameAll(model, targetIds)));
}

/**
 * Take away what the edges from the users node *usersId* to *targetIds* give.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @param {readonly string[]} targetIds
 * @returns {Command}
 */
export function withdrawAccess(model, usersId, targetIds) {
  const recorder = new ChangeRecorder(model);
  for (const edge of edgesOf(model, usersId)) if (targetIds.includes(edge.target)) recorder.remove(edge.id);
  return recorder.toCommand(taking(nameOf(model, usersId), nameAll(model, targetIds)));
}

/**
 * Let the users node *usersId* reach every device again, by removing all its edges.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {Command}
 */
export function giveAccessToAll(model, usersId) {
  const recorder = new ChangeRecorder(model);
  for (const edge of edgesOf(model, usersId)) recorder.remove(edge.id);
  return recorder.toCommand(t('Give {who} access to all devices', { who: nameOf(model, usersId) }));
}

/**
 * Let each of the users nodes *usersIds* reach what it reaches now, plus or minus the devices *deviceIds*: cells of the
 * access matrix. "All devices", and a zone or network that holds such a device, become edges to the single devices.
 * Whom that would leave without any edge stays as it is, for without edges one reaches all devices; who is given all
 * of several devices reaches "all devices" again. What is not on the drawing is left out.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {readonly string[]} usersIds
 * @param {readonly string[]} deviceIds
 * @param {boolean} reached
 * @returns {Command}
 */
export function setReached(model, newId, usersIds, deviceIds, reached) {
  const recorder = new ChangeRecorder(model);
  const isThere = (/** @type {string} */ id) => model.nodes.has(id);
  const devices = new Set(deviceIds.filter(isThere));
  const change = !reached ? without : devices.size > 1 && devices.size === countDevices(model) ? withAll : withMore;
  for (const users of new Set(usersIds.filter(isThere))) {
    const { removed, added } = change(model, users, devices);
    for (const edge of removed) recorder.remove(edge.id);
    for (const id of added) recorder.add('access', createAccess(newId('a'), users, id));
  }
  return recorder.toCommand((reached ? giving : taking)(nameAll(model, usersIds), nameAll(model, deviceIds)));
}

/**
 * @param {string} who
 * @param {string} what
 */
function giving(who, what) {
  return t('Give {who} access to {what}', { who, what });
}

/**
 * @param {string} who
 * @param {string} what
 */
function taking(who, what) {
  return t('Take {who} away from {what}', { who, what });
}

/** @typedef {{ removed: Access[], added: string[] }} Difference The edges that have to go, and the devices that need one of their own. */

/**
 * @param {DiagramModel} model
 * @param {string} users
 * @returns {Difference}
 */
function withAll(model, users) {
  return { removed: edgesOf(model, users), added: [] };
}

/**
 * @param {DiagramModel} model
 * @param {string} users
 * @param {ReadonlySet<string>} devices
 * @returns {Difference}
 */
function withMore(model, users, devices) {
  const reached = findReached(model, users);
  return { removed: [], added: [...devices].filter((id) => !reached.has(id)) };
}

/**
 * @param {DiagramModel} model
 * @param {string} users
 * @param {ReadonlySet<string>} gone
 * @returns {Difference}
 */
function without(model, users, gone) {
  const edges = edgesOf(model, users);
  const removed = edges.filter((edge) => devicesAt(model, edge.target).some((id) => gone.has(id)));
  const kept = new Set(edges.filter((edge) => !removed.includes(edge)).map((edge) => edge.target));
  const before = edges.length === 0 ? [...findReached(model, users)] : removed.flatMap((edge) => devicesAt(model, edge.target));
  const added = [...new Set(before)].filter((id) => !gone.has(id) && !kept.has(id));
  return kept.size + added.length === 0 ? { removed: [], added: [] } : { removed, added };
}

/** @param {DiagramModel} model */
function countDevices(model) {
  return [...model.nodes.values()].filter(isDevice).length;
}

/**
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {Access[]}
 */
function edgesOf(model, usersId) {
  return model.accessOf(usersId).filter((edge) => edge.users === usersId);
}
