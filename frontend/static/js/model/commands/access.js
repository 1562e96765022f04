/** Commands that give access and take it away. */

import { createAccess } from '../diagram.js';
import { devicesAt, findReached } from '../access.js';
import { Draft } from '../draft.js';
import { mayGiveAccess } from '../rules.js';
import { nameAll, nameOf } from '../names.js';

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
  const draft = new Draft(model);
  for (const target of new Set(targetIds)) {
    if (mayGiveAccess(model, usersId, target) === true) draft.add('access', createAccess(newId('a'), usersId, target));
  }
  return draft.toCommand(`Give ${nameOf(model, usersId)} access to ${nameAll(model, targetIds)}`);
}

/**
 * Take away what the edges from the users node *usersId* to *targetIds* give.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @param {readonly string[]} targetIds
 * @returns {Command}
 */
export function withdrawAccess(model, usersId, targetIds) {
  const draft = new Draft(model);
  for (const edge of edgesOf(model, usersId)) if (targetIds.includes(edge.target)) draft.remove(edge.id);
  return draft.toCommand(`Take ${nameOf(model, usersId)} away from ${nameAll(model, targetIds)}`);
}

/**
 * Let the users node *usersId* reach every device again, by removing all its edges.
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {Command}
 */
export function giveAccessToAll(model, usersId) {
  const draft = new Draft(model);
  for (const edge of edgesOf(model, usersId)) draft.remove(edge.id);
  return draft.toCommand(`Give ${nameOf(model, usersId)} access to all devices`);
}

/**
 * Let the users node *usersId* reach exactly what it reaches now, plus or minus the device *deviceId*: one cell of
 * the access matrix. "All devices", and a zone or network that holds the device, become edges to the single devices.
 * Taking away the last device that edges name would mean "all devices": then there is no such command, and null.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {string} usersId
 * @param {string} deviceId
 * @param {boolean} reached
 * @returns {Command | null}
 */
export function setReached(model, newId, usersId, deviceId, reached) {
  if (findReached(model, usersId).has(deviceId) === reached) return { label: '', changes: [] };
  if (reached) return giveAccess(model, newId, usersId, [deviceId]);
  const edges = edgesOf(model, usersId);
  const split = edges.filter((edge) => devicesAt(model, edge.target).includes(deviceId));
  const kept = new Set(edges.filter((edge) => !split.includes(edge)).map((edge) => edge.target));
  const wanted = edges.length === 0 ? [...findReached(model, usersId)] : split.flatMap((edge) => devicesAt(model, edge.target));
  const added = new Set(wanted.filter((id) => id !== deviceId && !kept.has(id)));
  if (kept.size + added.size === 0) return null;
  const draft = new Draft(model);
  for (const edge of split) draft.remove(edge.id);
  for (const id of added) draft.add('access', createAccess(newId('a'), usersId, id));
  return draft.toCommand(`Take ${nameOf(model, usersId)} away from ${nameOf(model, deviceId)}`);
}

/**
 * @param {DiagramModel} model
 * @param {string} usersId
 * @returns {Access[]}
 */
function edgesOf(model, usersId) {
  return model.accessOf(usersId).filter((edge) => edge.users === usersId);
}
