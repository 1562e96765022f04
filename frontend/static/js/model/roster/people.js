/** Makes people of the rows of a list, and tells by what each is told from others. Who is nobody, or is there twice, is left out. */

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
