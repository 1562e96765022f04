/**
 * View-only copies: a second device to the same host with `read-only`, for those who look at the screens of others.
 *
 * Only a VNC server, and a console that telnet reaches, show everybody the same; by the other protocols whoever looks would
 * get a session of their own, or throw out who works there.
 */

import { reachesAll } from '../access.js';
import { ChangeRecorder } from '../change-recorder.js';
import { createAccess, createLink } from '../diagram.js';
import { isDevice } from '../items.js';
import { nameOf } from '../names.js';
import { isDeepEqual } from '../../util/deep-equal.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Connection} Connection */
/** @typedef {import('../diagram.js').Device} Device */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/ids.js').NewId} NewId */

const SHARED = ['vnc', 'telnet'];
const READ_ONLY = 'read-only';

/**
 * Return the copy of *device* that only shows, as it would stand in its place. The numbers in its name, hosts and ports
 * go on as those of *device* do, for they stand at the same places.
 * @param {Device} device
 * @param {string} id
 * @returns {Device}
 */
export function makeViewOnly(device, id) {
  const connections = device.connections.filter(({ protocol }) => SHARED.includes(protocol));
  return { ...device, id, label: t('Watch {name}', { name: device.label }), locked: false, connections: connections.map(watching) };
}

/**
 * Return whether a view-only copy of *node* makes sense: some connection shows everybody the same, and lets them change it.
 * @param {import('../diagram.js').Node | undefined} node
 */
export function mayBeWatched(node) {
  return isDevice(node) && node.connections.some(({ protocol, parameters }) => SHARED.includes(protocol) && parameters[READ_ONLY] !== 'true');
}

/**
 * Add a view-only copy of the device *id* beside it, moved by *by*, and let the users node *usersId* reach it; who reaches
 * all devices does so already. A copy that is there is used again. Where a gateway is drawn, the copy is joined to the
 * device, since it is on the same cables.
 * @param {DiagramModel} model
 * @param {NewId} newId
 * @param {string} id
 * @param {string} usersId
 * @param {Point} by
 * @returns {{ command: Command, copy: string }}
 */
export function addViewOnly(model, newId, id, usersId, by) {
  const device = /** @type {Device} */ (model.nodes.get(id));
  const made = makeViewOnly(device, newId('n'));
  const there = findSame(model, made);
  const copy = there ?? { ...made, x: device.x + by.x, y: device.y + by.y };
  const recorder = new ChangeRecorder(model);
  if (!there) recorder.add('nodes', copy);
  if (!there && [...model.nodes.values()].some((node) => node.type === 'gateway')) recorder.add('links', createLink(newId('l'), id, copy.id));
  const isGiven = reachesAll(model, usersId) || model.accessOf(usersId).some((edge) => edge.target === copy.id);
  if (!isGiven) recorder.add('access', createAccess(newId('a'), usersId, copy.id));
  const names = { name: nameOf(model, id), who: nameOf(model, usersId) };
  return { command: recorder.toCommand(t('Add a view-only copy of {name} for {who}', names)), copy: copy.id };
}

/**
 * @param {Connection} connection
 * @returns {Connection}
 */
function watching(connection) {
  const copies = Object.entries(connection.copies ?? {}).filter(([name]) => name !== READ_ONLY);
  return { ...connection, parameters: { ...connection.parameters, [READ_ONLY]: 'true' }, copies: Object.fromEntries(copies) };
}

/**
 * @param {DiagramModel} model
 * @param {Device} made
 * @returns {Device | undefined}
 */
function findSame(model, made) {
  return [...model.nodes.values()].filter(isDevice).find((node) =>
    node.label === made.label && node.zone === made.zone && node.count === made.count && isDeepEqual(node.connections, made.connections));
}
