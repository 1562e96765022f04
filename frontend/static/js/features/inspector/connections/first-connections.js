/** The command that changes the first connection of several devices at once. */

import { createConnection } from '../../../model/diagram.js';
import { ChangeRecorder } from '../../../model/change-recorder.js';
import { nameAll } from '../../../model/names.js';
import { fill } from '../../../util/text.js';

/** @typedef {import('../../../model/changes.js').Command} Command */
/** @typedef {import('../../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../../model/diagram.js').Connection} Connection */

/**
 * Give the first connection of each of the devices *ids* the fields that *change* makes of it; who has none gets one.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string} label With a place for their names.
 * @param {(connection: Connection) => Partial<Connection>} change
 * @param {string} [mergeKey]
 * @returns {Command}
 */
export function updateFirstConnections(model, ids, label, change, mergeKey) {
  const recorder = new ChangeRecorder(model);
  for (const id of ids) {
    const device = model.nodes.get(id);
    if (device?.type !== 'device') continue;
    const [first = createConnection(), ...others] = device.connections;
    recorder.update(id, { connections: [{ ...first, ...change(first) }, ...others] });
  }
  return recorder.toCommand(fill(label, { names: nameAll(model, ids) }), mergeKey);
}
