/**
 * What the copies of a device have: a number that counts up, the same for all, or each a value of a list. The rules are
 * those of `core/lab/copies.py`.
 */

import { countUsers } from './diagram.js';
import { nameAt, parseName } from './numbering.js';

/** @typedef {import('./diagram.js').Connection} Connection */
/** @typedef {import('./diagram.js').Device} Device */
/** @typedef {import('./diagram.js').Users} Users */
/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {'counts' | 'same' | 'carries' | 'listed'} Mode An address that carries goes on in the octets before its last. */

const ADDRESS = /^(?:0|[1-9][0-9]{0,2})(?:\.(?:0|[1-9][0-9]{0,2})){3}$/;
/** A placeholder counts whatever else is said. */
const HAS_NUMBER = /(?<!\$)\{n[^{}]*\}/;

/**
 * Return what is said of the copies for *name*: `hostname`, `port` or a parameter.
 * @param {Connection} connection
 * @param {string} name
 * @returns {Mode}
 */
export function modeOf(connection, name) {
  const said = connection.copies?.[name];
  if (Array.isArray(said)) return 'listed';
  if (HAS_NUMBER.test(textOf(connection, name))) return 'counts';
  return /** @type {Mode} */ (said ?? (name === 'hostname' ? 'counts' : 'same'));
}

/**
 * Return the text of *name*: of the host, the port or a parameter.
 * @param {Connection} connection
 * @param {string} name
 * @returns {string}
 */
export function textOf({ host, port, parameters }, name) {
  return { hostname: host, port }[name] ?? parameters[name] ?? '';
}

/**
 * Return the list of values for *name*, nothing where there is none.
 * @param {Connection} connection
 * @param {string} name
 * @returns {readonly string[]}
 */
export function listOf(connection, name) {
  const said = connection.copies?.[name];
  return Array.isArray(said) ? said : [];
}

/**
 * Return how many copies there are of *device*: those of a stack, in each of its pods.
 * @param {DiagramModel} model
 * @param {Device} device
 */
export function countCopies(model, device) {
  const owner = ownerOf(model, device.id);
  return device.count * (owner ? countUsers(owner) : 1);
}

/**
 * Return the names of the first *most* copies of *device*, in the order of its values: pod after pod.
 * @param {DiagramModel} model
 * @param {Device} device
 * @param {number} most
 * @returns {string[]}
 */
export function nameCopies(model, device, most) {
  const owner = ownerOf(model, device.id);
  const people = owner ? sortByPod(owner) : [];
  return Array.from({ length: Math.min(most, countCopies(model, device)) }, (_, place) => {
    const name = nameAt(device.label, place % device.count);
    return owner ? `${name} (${people[Math.floor(place / device.count)]})` : name;
  });
}

/**
 * Return the values that the copies of a stack have now, with which a list begins: each that a number counts up to.
 * @param {Device} device
 * @param {Connection} connection
 * @param {string} name
 * @param {number} count
 * @returns {string[]}
 */
export function valuesNow({ label, count: stack }, connection, name, count) {
  const text = textOf(connection, name);
  if (text === '' || text.includes('{pod')) return [];
  const first = HAS_NUMBER.test(text) && !HAS_NUMBER.test(label) ? (parseName(label)?.number ?? 1) - 1 : 0;
  const mode = modeOf(connection, name);
  const isCarried = mode === 'carries' && ADDRESS.test(text);
  return Array.from({ length: count }, (_, place) =>
    (isCarried ? carry(text, place % stack) : mode === 'same' ? text : nameAt(text, first + (place % stack))));
}

/**
 * Return the address that is *shift* after *address*: 10.0.1.0 comes after 10.0.0.255.
 * @param {string} address
 * @param {number} shift
 * @returns {string}
 */
function carry(address, shift) {
  const value = shift + address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return [3, 2, 1, 0].map((place) => Math.floor(value / 256 ** place) % 256).join('.');
}

/**
 * Return whether *text* is an address that may carry.
 * @param {string} text
 */
export function mayCarry(text) {
  return ADDRESS.test(text);
}

/**
 * Return the values in *text*: one a line, of a table the first column. A line that was only begun is one without a value.
 * @param {string} text
 * @returns {string[]}
 */
export function readColumn(text) {
  return text === '' ? [] : text.split(/\r\n?|\n/).map((line) => line.split('\t')[0]);
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 * @returns {Users | null}
 */
function ownerOf(model, id) {
  const pod = model.zonesAround(id).find((zone) => zone.pod !== null)?.pod;
  const users = model.nodes.get(pod ?? '');
  return users?.type === 'users' ? users : null;
}

/**
 * Return the user names of *users* in the order of their pods.
 * @param {Users} users
 * @returns {string[]}
 */
function sortByPod(users) {
  if (users.roster.length === 0) return Array.from({ length: users.count }, (_, place) => nameAt(users.label, place));
  const numbered = users.roster.map(({ username, pod }, place) => ({ username, pod: pod ?? place + 1 }));
  return numbered.sort((a, b) => a.pod - b.pod).map(({ username }) => username);
}
