/** Renumbers copies: gives them names, addresses and user names that are not taken. */

import { isAnnotation } from '../items.js';
import { parseName, renderName, shiftHost, TakenNames } from '../numbering.js';

/** @typedef {import('../diagram.js').Connection} Connection */
/** @typedef {import('../diagram.js').Device} Device */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Users} Users */
/** @typedef {import('../diagram.js').Zone} Zone */

const LAST_OF_OCTET = 254;
const LOOPBACK = /^(127\.[0-9.]+|localhost|::1)$/;
const IPV4 = /^[0-9]+(\.[0-9]+){3}$/;

/**
 * Return *items* with names and addresses that are free beside *others* and each other; what is free stays.
 * @template {Node | Zone} T
 * @param {readonly T[]} items
 * @param {readonly (Node | Zone)[]} others
 * @returns {T[]}
 */
export function renumber(items, others) {
  const taken = new Taken();
  for (const other of others) taken.add(other);
  return items.map((item) => {
    const renewed = renew(item, taken);
    taken.add(renewed);
    return renewed;
  });
}

/** What the items on a drawing take up. */
class Taken {
  names = new TakenNames();
  users = new TakenNames();
  hosts = new TakenNames();
  /** @type {Map<string, Set<string>>} The items that one host leads to, by the host. */
  #owners = new Map();
  /** @type {Set<string>} */
  #doors = new Set();

  /** @param {Node | Zone} item */
  add(item) {
    const count = 'count' in item ? item.count : 1;
    this.names.add(item.label, count);
    if (!('type' in item)) return;
    if (item.type === 'users') for (const { label, count: people } of peopleOf(item)) this.users.add(label, people);
    if (item.type === 'device') for (const each of item.connections) this.#addDoor(item.id, each, count);
  }

  /**
   * Return whether another device is to be found at the very address of *connection*.
   * @param {Connection} connection
   */
  hasDoor(connection) {
    return this.#doors.has(doorOf(connection));
  }

  /**
   * Return whether several devices are behind *host*, which then tells them apart by their ports.
   * @param {string} host
   */
  isShared(host) {
    return (this.#owners.get(host)?.size ?? 0) > 1;
  }

  /**
   * @param {string} id
   * @param {Connection} connection
   * @param {number} count
   */
  #addDoor(id, connection, count) {
    if (connection.host === '') return;
    this.hosts.add(connection.host, staysHost(connection) ? 1 : count);
    for (const port of portsOf(connection, count)) this.#doors.add(doorOf({ ...connection, port }));
    const owners = this.#owners.get(connection.host);
    if (owners) owners.add(id);
    else this.#owners.set(connection.host, new Set([id]));
  }
}

/**
 * @template {Node | Zone} T
 * @param {T} item
 * @param {Taken} taken
 * @returns {T}
 */
function renew(item, taken) {
  if ('type' in item && isAnnotation(item)) return item;
  const label = item.label === '' ? '' : taken.names.next(item.label, 'count' in item ? item.count : 1);
  if (!('type' in item)) return { ...item, label };
  if (item.type === 'users') return { ...item, label, roster: renewRoster(item, taken.users) };
  if (item.type !== 'device') return { ...item, label };
  const shift = (parseName(label)?.number ?? 0) - (parseName(item.label)?.number ?? (label === item.label ? 0 : 1));
  return { ...item, label, connections: renewConnections(item, shift, taken) };
}

/**
 * @param {Users} users
 * @param {TakenNames} taken
 */
function renewRoster({ roster }, taken) {
  return roster.map((entry) => {
    const username = taken.next(entry.username, 1);
    taken.add(username, 1);
    return { ...entry, username };
  });
}

/**
 * Return the connections of *device* for a copy whose name counts on by *shift*. One host stays one host, and a list of
 * values stays: that copies share its addresses is told as a problem.
 * @param {Device} device
 * @param {number} shift
 * @param {Taken} taken
 * @returns {Connection[]}
 */
function renewConnections({ connections, count }, shift, taken) {
  const met = new Set(connections.filter((connection) => taken.hasDoor(connection)).map(({ host }) => host));
  return connections.map((connection) => {
    const { host, copies } = connection;
    if (Array.isArray(copies?.hostname) || Array.isArray(copies?.port)) return connection; // nobody can guess further values
    if (staysHost(connection) || taken.isShared(host)) return { ...connection, port: freePort(connection, count, taken) };
    if (shift === 0 && !met.has(host)) return connection;
    return { ...connection, host: freeHost(shiftHost(host, shift), count, taken.hosts) };
  });
}

/**
 * Return *host* counted up to where *count* addresses are free; one that would leave its octet stays.
 * @param {string} host
 * @param {number} count
 * @param {TakenNames} taken
 */
function freeHost(host, count, taken) {
  if (!parseName(host)) return host;
  const free = taken.next(host, count);
  const last = (parseName(free)?.number ?? 0) + count - 1;
  return IPV4.test(host) && last > LAST_OF_OCTET ? host : free;
}

/**
 * Return the first port of *connection* from which on those of *count* copies are free.
 * @param {Connection} connection
 * @param {number} count
 * @param {Taken} taken
 */
function freePort(connection, count, taken) {
  const name = parseName(connection.port);
  if (!name || name.stem !== '') return connection.port;
  const isTaken = (/** @type {string} */ port) => taken.hasDoor({ ...connection, port });
  for (let { number } = name; ; ) {
    const port = renderName(name, number);
    const met = portsOf({ ...connection, port }, count).findLastIndex(isTaken);
    if (met < 0) return port;
    number += met + 1;
  }
}

/**
 * Return whether *connection* leads to one host with many ports: the host is said to be the same for all, or is this machine.
 * @param {Connection} connection
 */
function staysHost({ host, port, copies }) {
  return copies?.hostname === 'same' || (port !== '' && copies?.hostname === undefined && LOOPBACK.test(host));
}

/**
 * Return the ports of the *count* copies of *connection*.
 * @param {Connection} connection
 * @param {number} count
 * @returns {string[]}
 */
function portsOf({ port, copies }, count) {
  const name = parseName(port);
  if (!name || copies?.port !== 'counts') return [port];
  return Array.from({ length: count }, (_, place) => renderName(name, name.number + place));
}

/** @param {Connection} connection */
function doorOf({ host, port, protocol }) {
  return `${host} ${port || protocol}`;
}

/** @param {Users} users */
function peopleOf({ label, count, roster }) {
  return roster.length > 0 ? roster.map((entry) => ({ label: entry.username, count: 1 })) : [{ label, count }];
}
