/** Parses and formats a roster: one user name per line, optionally followed by a comma or a tab and a password. */

import { readPassword, renderPassword } from '../../../model/roster/known-hash.js';
import { createPerson } from '../../../model/roster/people.js';
import { hasHeader, parseTable } from '../../../model/roster/table.js';

/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */

/** What stands for a password that is not shown. */
export const MASK = '••••••••';

/**
 * Return the people that *text* names. Who was in *before* keeps all but the password, and that too where a mask stands for
 * it. One line that changed among all others is a person who is renamed.
 * @param {string} text
 * @param {readonly RosterEntry[]} before
 * @param {ReadonlyMap<string, string | null>} [passwords] Of people who were on the list a while ago, for lines that come back.
 * @returns {RosterEntry[]}
 */
export function parseRoster(text, before, passwords = new Map()) {
  const lines = text.split('\n').filter((line) => line.trim() !== '').map(parseLine);
  const entries = new Map(before.map((entry) => [entry.username, entry]));
  const renamed = findRenamed(lines, before);
  return lines.map(({ username, password }) => {
    const entry = entries.get(username) ?? (username === renamed?.username ? renamed.entry : undefined);
    const known = entry ? renderPassword(entry) : passwords.get(username) ?? null;
    return createPerson({ ...entry, username, ...readPassword(password === MASK ? known : password) });
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

/**
 * Return whether *text* is no mere list of user names, as the field takes it, but a table or names of people.
 * @param {string} text
 * @returns {boolean}
 */
export function isTable(text) {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const isPlain = lines.every((line) => /^\s*[^\s,;<>]+\s*(,[^,;\t]*)?$/.test(line) || line.includes(MASK));
  return !isPlain || hasHeader(parseTable(text).rows);
}

/** @param {string} line */
function parseLine(line) {
  const end = line.trim().search(/[,\t]/);
  const username = end < 0 ? line.trim() : line.trim().slice(0, end).trim();
  return { username, password: end < 0 ? null : line.trim().slice(end + 1).trim() || null };
}

/**
 * @param {readonly { username: string }[]} lines
 * @param {readonly RosterEntry[]} before
 */
function findRenamed(lines, before) {
  if (lines.length !== before.length) return null;
  const names = new Set(lines.map(({ username }) => username));
  const left = before.filter(({ username }) => !names.has(username));
  const place = left.length === 1 ? before.indexOf(left[0]) : -1;
  const isOnly = place >= 0 && !before.some(({ username }) => username === lines[place].username);
  return isOnly ? { username: lines[place].username, entry: left[0] } : null;
}
