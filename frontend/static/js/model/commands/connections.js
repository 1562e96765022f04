/** Commands that change the connections of devices. */

import { createConnection } from '../diagram.js';
import { nameOf } from '../names.js';
import { isScenery } from '../items.js';
import { updateItems } from './update.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Connection} Connection */
/** @typedef {import('./update.js').Options} Options */

/**
 * Add a connection to the device *id*, which then is for more than the drawing; what *fields* leave out has its default.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {Partial<Connection>} [fields]
 * @returns {Command}
 */
export function addConnection(model, id, fields = {}) {
  const connections = [...connectionsOf(model, id), createConnection(fields)];
  const opened = isScenery(model.nodes.get(id)) ? { scenery: false } : {};
  return updateItems(model, [id], { connections, ...opened }, { label: t('Add a connection to {name}', { name: nameOf(model, id) }) });
}

/**
 * Remove the connection at *place* (from 0) of the device *id*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 * @returns {Command}
 */
export function removeConnection(model, id, place) {
  const connections = connectionsOf(model, id).toSpliced(place, 1);
  return updateItems(model, [id], { connections }, { label: t('Remove a connection of {name}', { name: nameOf(model, id) }) });
}

/**
 * Give the connection at *place* of the device *id* the values *fields*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 * @param {Partial<Connection>} fields
 * @param {Options} [options]
 * @returns {Command}
 */
export function updateConnection(model, id, place, fields, options = {}) {
  const old = connectionsOf(model, id);
  if (!old[place]) throw new Error(`'${id}' has no connection ${place}`);
  const isDeepEqual = Object.entries(fields).every(([name, value]) => Object.is(Reflect.get(old[place], name), value));
  const connections = isDeepEqual ? old : old.with(place, { ...old[place], ...fields });
  return updateItems(model, [id], { connections }, { label: t('Change a connection of {name}', { name: nameOf(model, id) }), ...options });
}

/**
 * Set the parameter *name* of the connection at *place* of the device *id*; null removes it.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 * @param {string} name
 * @param {string | null} value
 * @param {Options} [options]
 * @returns {Command}
 */
export function setParameter(model, id, place, name, value, options = {}) {
  const { [name]: old, ...others } = connectionsOf(model, id)[place].parameters;
  if ((old ?? null) === value) return updateConnection(model, id, place, {}, options);
  const parameters = value === null ? others : { ...connectionsOf(model, id)[place].parameters, [name]: value };
  return updateConnection(model, id, place, { parameters }, { label: t('Set {what} of {name}', { what: name, name: nameOf(model, id) }), ...options });
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {readonly Connection[]}
 */
function connectionsOf(model, id) {
  const node = model.nodes.get(id);
  if (node?.type !== 'device') throw new Error(`'${id}' is not a device`);
  return node.connections;
}
