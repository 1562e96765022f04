/** Parses and formats a roster: one user name per line, optionally followed by a comma and a password. */

import { nameAt, parseName } from '../../../model/numbering.js';

/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */

/**
 * Return the people whom the numbered *users* stand for, one by one.
 * @param {{ label: string, count: number }} users
 * @returns {RosterEntry[]}
 */
export function listEverybody({ label, count }) {
  return Array.from({ length: count }, (_, place) => ({ username: nameAt(label, place), password: null, pod: null }));
}

/**
 * Return what makes of the numbered *users* a list of names: the first name of a range is no name for them all.
 * @param {{ label: string, count: number }} users
 */
export function asRoster(users) {
  return { label: parseName(users.label)?.stem || users.label, roster: listEverybody(users) };
}

/**
 * Return what makes of the listed *users* as many numbered ones, with a name that counts.
 * @param {{ label: string, roster: readonly RosterEntry[] }} users
 */
export function asNumbered({ label, roster }) {
  const count = Math.max(1, roster.length);
  const isCounting = nameAt(label, 0) !== nameAt(label, 1);
  return { label: isCounting ? label : `${label}1`, roster: [], count };
}

/**
 * Return the people that *text* names. Who was in *before* keeps the pod that was set for them.
 * @param {string} text
 * @param {readonly RosterEntry[]} before
 * @returns {RosterEntry[]}
 */
export function parseRoster(text, before) {
  const pods = new Map(before.map((entry) => [entry.username, entry.pod]));
  return text.split('\n').filter((line) => line.trim() !== '').map((line) => {
    const comma = line.indexOf(',');
    const username = (comma < 0 ? line : line.slice(0, comma)).trim();
    const password = comma < 0 ? null : line.slice(comma + 1).trim() || null;
    return { username, password, pod: pods.get(username) ?? null };
  });
}

/**
 * Return the text that stands for *roster*, with *mask* for each password if there is one.
 * @param {readonly RosterEntry[]} roster
 * @param {string} [mask]
 * @returns {string}
 */
export function renderRoster(roster, mask) {
  return roster.map(({ username, password }) => (password === null ? username : `${username}, ${mask ?? password}`)).join('\n');
}
