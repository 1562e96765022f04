/** The command that says what the copies of a device have. */

import { nameOf } from '../names.js';
import { updateConnection } from './connections.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./update.js').Options} Options */

/**
 * Say of *name*, which is `hostname`, `port` or a parameter of the connection at *place* of the device *id*, that its
 * number counts up, that it is the same for all copies, or which values these have; null says nothing of it any more. Of a
 * list the first value also stands as the text.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 * @param {string} name
 * @param {'counts' | 'same' | 'carries' | readonly string[] | null} said
 * @param {Options} [options]
 * @returns {Command}
 */
export function setCopies(model, id, place, name, said, options = {}) {
  const connection = connectionAt(model, id, place);
  const copies = said === null ? without(connection.copies, name) : { ...connection.copies, [name]: said };
  const fields = Array.isArray(said) ? { copies, ...firstText(connection, name, said[0] ?? '') } : { copies };
  return updateConnection(model, id, place, fields, { label: labelFor(model, id, name), ...options });
}

/**
 * Remove the parameter *name* of the connection at *place* of the device *id*, with what is said of its copies.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 * @param {string} name
 * @returns {Command}
 */
export function dropParameter(model, id, place, name) {
  const connection = connectionAt(model, id, place);
  const fields = { parameters: without(connection.parameters, name), copies: without(connection.copies, name) };
  return updateConnection(model, id, place, fields, { label: labelFor(model, id, name) });
}

/**
 * @template T
 * @param {Readonly<Record<string, T>> | undefined} entries
 * @param {string} name
 * @returns {Record<string, T>}
 */
function without(entries, name) {
  return Object.fromEntries(Object.entries(entries ?? {}).filter(([key]) => key !== name));
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @param {number} place
 */
function connectionAt(model, id, place) {
  const node = model.nodes.get(id);
  if (node?.type !== 'device' || !node.connections[place]) throw new Error(`'${id}' has no connection ${place}`);
  return node.connections[place];
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @param {string} name
 */
function labelFor(model, id, name) {
  return t('Set {what} of {name}', { what: name, name: nameOf(model, id) });
}

/**
 * @param {import('../diagram.js').Connection} connection
 * @param {string} name
 * @param {string} text
 * @returns {Partial<import('../diagram.js').Connection>}
 */
function firstText({ parameters }, name, text) {
  if (name === 'hostname') return { host: text };
  return name === 'port' ? { port: text } : { parameters: { ...parameters, [name]: text } };
}
