/** Parses and formats a roster: one user name per line, optionally followed by a comma and a password. */

import { readPassword, renderPassword } from './known-hash.js';
import { nameAt } from '../../../model/numbering.js';

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
    return { username, ...readPassword(password), pod: pods.get(username) ?? null };
  });
}

/**
 * Return the text that stands for *roster*, with *mask* for each password if there is one.
 * @param {readonly RosterEntry[]} roster
 * @param {string} [mask]
 * @returns {string}
 */
export function renderRoster(roster, mask) {
  return roster.map((entry) => (entry.password === null ? entry.username : `${entry.username}, ${mask ?? renderPassword(entry)}`)).join('\n');
}
