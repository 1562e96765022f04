/** Makes people of the rows of a list, with what identifies each. Empty rows and duplicates are left out. */

import { nameAt, parseName } from '../numbering.js';
import { splitName } from './user-names.js';

/** @typedef {import('./columns.js').Role} Role */
/** @typedef {'no-name' | 'twice' | 'no-person'} LeftOut Why somebody cannot be on the list. */

/**
 * @typedef {object} Person Somebody on a list that is read.
 * @property {string} username
 * @property {string} password
 * @property {number | null} pod
 * @property {string} podText The pod as it is written.
 * @property {string} name
 * @property {string} given
 * @property {string} family
 * @property {string} email
 * @property {string} id
 * @property {LeftOut | null} leftOut
 */

const MAX_POD = 1_000_000;
/** What gradebooks have beside people. */
const NO_PERSON = /^(points possible|student, test|test student)$/i;

/**
 * Return a line of a roster, with all that the server has in one.
 * @param {Partial<import('../diagram.js').RosterEntry> & { username: string }} fields
 * @returns {import('../diagram.js').RosterEntry}
 */
export function createPerson(fields) {
  return { password: null, encoding: null, pod: null, name: '', email: '', id: '', ...fields };
}

/**
 * Return the people whom the numbered *users* stand for, one by one.
 * @param {{ label: string, count: number }} users
 * @returns {import('../diagram.js').RosterEntry[]}
 */
export function listEverybody({ label, count }) {
  return Array.from({ length: count }, (_, place) => createPerson({ username: nameAt(label, place) }));
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
 * @param {{ label: string, roster: readonly import('../diagram.js').RosterEntry[] }} users
 */
export function asNumbered({ label, roster }) {
  const count = Math.max(1, roster.length);
  const isCounting = nameAt(label, 0) !== nameAt(label, 1);
  return { label: isCounting ? label : `${label}1`, roster: [], count };
}

/**
 * Return who the *rows* are whose columns hold *roles*.
 * @param {readonly string[][]} rows Without the header.
 * @param {readonly Role[]} roles
 * @returns {Person[]}
 */
export function readPeople(rows, roles) {
  const people = rows.map((row) => readPerson(row, roles));
  const seen = new Set();
  for (const person of people) {
    if (person.leftOut !== null) continue;
    const keys = keysOf(person).slice(0, -1).filter((key) => key !== '');
    if (keys.some((key) => seen.has(key))) person.leftOut = 'twice';
    else keys.forEach((key) => seen.add(key));
  }
  return people;
}

/**
 * Return by what somebody is told from others, from the surest on; an empty text where that is not known.
 * @param {{ id?: string, email?: string, username: string, name?: string }} person
 * @returns {string[]}
 */
export function keysOf({ id = '', email = '', username, name = '' }) {
  return [id && `id ${id}`, email && `email ${email.toLowerCase()}`, username && `username ${username}`, name && `name ${name.toLowerCase()}`];
}

/**
 * @param {readonly string[]} row
 * @param {readonly Role[]} roles
 * @returns {Person}
 */
function readPerson(row, roles) {
  const cell = (/** @type {Role} */ role) => row[roles.indexOf(role)]?.trim() ?? '';
  const parts = splitName(cell('name'));
  const given = cell('given') || parts.given;
  const family = cell('family') || parts.family;
  const told = { username: cell('username'), email: cell('email'), id: cell('id'), name: cell('name') || `${given} ${family}`.trim() };
  const isAnybody = Object.values(told).some((value) => value !== '');
  return {
    ...told, given, family, password: cell('password'), podText: cell('pod'), pod: readPod(cell('pod')),
    leftOut: NO_PERSON.test(told.name) ? 'no-person' : isAnybody ? null : 'no-name',
  };
}

/** @param {string} text */
function readPod(text) {
  return /^\d{1,9}$/.test(text) && Number(text) <= MAX_POD ? Number(text) : null;
}
