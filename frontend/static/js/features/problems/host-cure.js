/**
 * Repairs a host by one button beside the problem: keeps an invalid one alone, and moves port and user name to their
 * fields; lets one that counts beside its port be the same for all.
 */

import { isDevice } from '../../model/items.js';
import { updateConnection } from '../../model/commands/connections.js';
import { setCopies } from '../../model/commands/copies.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
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
 * same for all where it counts beside its port; null where it is no such
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
  if (code !== 'host-is-none' || !item || !connection || connection.host.includes('{')) return null;
  const [host, port, user] = ['host', 'port', 'user'].map((name) => String(facts[name] ?? ''));
  return updateConnection(model, item, place, {
    host,
    port: connection.port || port,
    parameters: user && !connection.parameters.username ? { ...connection.parameters, username: user } : connection.parameters,
  });
}
