/**
 * Repairs a host by one button beside the problem: keeps an invalid one alone, and moves port and user name to their
 * fields; lets one that counts beside its port be the same for all, and an address carry that leaves its octet.
 */

import { isDevice } from '../../model/items.js';
import { updateConnection } from '../../model/commands/connections.js';
import { setCopies } from '../../model/commands/copies.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
/** @typedef {import('../../model/diagram.js').Connection} Connection */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../server/api-types.js').Problem} Problem */

/**
 * Put what *problem* found where it belongs; a host with a placeholder in it is only shown, for its author to change.
 * @param {Editor} editor
 * @param {Problem} problem
 */
export function cureHost(editor, problem) {
  const command = hostCure(editor.model, problem);
  if (command) editor.stack.execute(command);
  else if (problem.item) editor.reveal(problem.item);
}

/**
 * Return the command that writes the host, the port and the user name that *problem* found in a host, or lets the host be the
 * same for all where it counts beside its port, or lets an address carry; null where it is no such
 * problem, or where a placeholder stands in the host, which the found one does not have any more.
 * @param {DiagramModel} model
 * @param {Pick<Problem, 'code' | 'item' | 'field' | 'facts'>} problem
 * @returns {Command | null}
 */
export function hostCure(model, { code, item, field, facts }) {
  const device = item === null ? undefined : model.item(item);
  const place = Number(field?.split('.')[1]);
  const connection = isDevice(device) ? device.connections[place] : undefined;
  if (code === 'host-counts-beside-port' && item && connection) return setCopies(model, item, place, 'hostname', 'same');
  if (code === 'address-out-of-range' && item && connection) return setCopies(model, item, place, parameterIn(field), 'carries');
  if (code !== 'host-is-none' || !item || !connection) return null;
  const name = String(facts.name ?? 'hostname');
  if ((name === 'hostname' ? connection.host : connection.parameters[name] ?? '').includes('{')) return null;
  return updateConnection(model, item, place, name === 'hostname' ? inFields(connection, facts) : inParameters(connection, facts));
}

/**
 * Return which parameter *field* is: `hostname` of `connections.0.host`.
 * @param {string | null} field
 */
function parameterIn(field) {
  return field?.split('.parameters.')[1] ?? 'hostname';
}

/**
 * Return the fields of *connection* with what was written as its host; what stands in port and user name stays.
 * @param {Connection} connection
 * @param {Problem['facts']} facts
 * @returns {Partial<Connection>}
 */
function inFields(connection, { host, port, user }) {
  return {
    host: String(host),
    port: connection.port || String(port),
    parameters: withMissing(connection.parameters, { username: user }),
  };
}

/**
 * Return the parameters of *connection* with what was written as another host, such as that of a gateway.
 * @param {Connection} connection
 * @param {Problem['facts']} facts
 * @returns {Partial<Connection>}
 */
function inParameters({ parameters }, { name, host, port, port_name, user, user_name }) {
  const others = { [String(port_name)]: port, [String(user_name)]: user };
  return { parameters: withMissing({ ...parameters, [String(name)]: String(host) }, others) };
}

/**
 * Return *parameters* with those of *others* that have a value and are not given yet.
 * @param {Connection['parameters']} parameters
 * @param {Problem['facts']} others
 */
function withMissing(parameters, others) {
  const missing = Object.entries(others).filter(([name, value]) => name && value && !parameters[name]);
  return { ...parameters, ...Object.fromEntries(missing.map(([name, value]) => [name, String(value)])) };
}
