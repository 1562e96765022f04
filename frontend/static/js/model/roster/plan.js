/**
 * Plans what a newer list of people makes of the roster of a group, before anything is changed: who stays, with password
 * and pod, who is new, who is gone, how the new ones are called, and what is wrong with whom.
 */

import { readPassword } from './known-hash.js';
import { findEach } from './matching.js';
import { createPerson, readPeople } from './people.js';
import { FALLBACK, makeUserName, makeUnique } from './user-names.js';

/** @typedef {import('../diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('./people.js').Person} Person */
/** @typedef {'numbered' | 'like-another' | 'taken' | 'untypable' | 'troublesome' | 'long' | 'bad-pod' | 'same-pod' | 'renamed'} Trouble */

/**
 * @typedef {object} Line What becomes of one row of the list.
 * @property {Person} person
 * @property {RosterEntry | null} before Who it was on the roster.
 * @property {RosterEntry | null} entry Who it will be; null for whoever is left out.
 * @property {Trouble[]} troubles
 *
 * @typedef {object} Plan
 * @property {Line[]} lines
 * @property {RosterEntry[]} gone Who is not on the newer list.
 * @property {RosterEntry[]} roster The roster as it will be.
 */

/** What no field of a log-in form sends, or nobody sees: controls, zero-width signs, soft hyphens, marks of direction, other blanks, fillers. */
const UNTYPABLE = /[\p{Cc}\p{Cf}\u2028\u2029\u115F\u1160\u3164\uFFA0]|\u034F|(?![ \u3000])\p{Zs}/u;
const LONGEST_NAME = 128;

/**
 * Return the plan for the *rows*, whose columns hold *roles*.
 * @param {object} list
 * @param {readonly string[][]} list.rows Without the header.
 * @param {readonly import('./columns.js').Role[]} list.roles
 * @param {string} list.pattern Makes the user names that the list does not give.
 * @param {readonly RosterEntry[]} list.before
 * @param {Iterable<string>} list.taken User names of others on the drawing.
 * @param {boolean} list.keepsGone Whether those stay who are not on the list.
 * @returns {Plan}
 */
export function planRoster({ rows, roles, pattern, before, taken, keepsGone }) {
  const people = readPeople(rows, roles);
  const others = new Set(taken);
  const found = findEach(before, people.filter(({ leftOut }) => leftOut === null));
  const names = nameEach(people, found, pattern, new Set([...others, ...before.map(({ username }) => username)]));
  const whoWas = new Map([...found].flatMap(([person, entry]) => (entry ? [[entry, person]] : [])));
  /** @type {Map<Person | RosterEntry, RosterEntry>} */
  const made = new Map();
  before.forEach((entry, place) => {
    const person = whoWas.get(entry);
    if (person) made.set(person, renew(entry, person, names.get(person)?.username ?? '', place));
    else if (keepsGone) made.set(entry, { ...entry, pod: entry.pod ?? place + 1 });
  });
  for (const [person, entry] of found) if (!entry) made.set(person, welcome(person, names.get(person)?.username ?? ''));
  const roster = givePods([...made.values()]);
  const entries = new Map([...made.keys()].map((key, place) => [key, roster[place]]));
  const lines = people.map((person) => ({ person, before: found.get(person) ?? null, entry: entries.get(person) ?? null, troubles: names.get(person)?.troubles ?? [] }));
  findTroubles(lines, roster, others);
  return { lines, gone: before.filter((entry) => !whoWas.has(entry)), roster };
}

/**
 * Return how each of the *found* people is called: as the list says, else as before, else as *pattern* makes it.
 * @param {readonly Person[]} people
 * @param {ReadonlyMap<Person, RosterEntry | null>} found
 * @param {string} pattern
 * @param {ReadonlySet<string>} taken
 * @returns {Map<Person, { username: string, troubles: Trouble[] }>}
 */
function nameEach(people, found, pattern, taken) {
  const used = new Set([...taken, ...people.map(({ username }) => username)].map((name) => name.toLowerCase()));
  /** @type {Map<Person, { username: string, troubles: Trouble[] }>} */
  const names = new Map();
  for (const [person, before] of found) {
    const known = person.username || before?.username;
    if (known) {
      names.set(person, { username: known, troubles: before && before.username !== known ? ['renamed'] : [] });
      continue;
    }
    const wanted = makeUserName(pattern, person, names.size + 1);
    const username = makeUnique(wanted || makeUserName(FALLBACK, person, names.size + 1), used);
    used.add(username.toLowerCase());
    names.set(person, { username, troubles: username === wanted ? [] : ['numbered'] });
  }
  return names;
}

/**
 * Return *entry* with what the newer list says of *person*, and the pod that was theirs.
 * @param {RosterEntry} entry
 * @param {Person} person
 * @param {string} username
 * @param {number} place
 * @returns {RosterEntry}
 */
function renew(entry, person, username, place) {
  const { name, email, id } = person;
  const said = Object.fromEntries(Object.entries({ name, email, id }).filter(([, value]) => value !== ''));
  const own = person.password === '' ? {} : readPassword(person.password);
  return { ...entry, ...said, ...own, username, pod: person.pod ?? entry.pod ?? place + 1 };
}

/**
 * @param {Person} person
 * @param {string} username
 * @returns {RosterEntry}
 */
function welcome({ password, pod, name, email, id }, username) {
  return createPerson({ username, ...readPassword(password || null), pod, name, email, id });
}

/**
 * Give those of *roster* without a pod the first free numbers. Where the place says the number, it is left out.
 * @param {readonly RosterEntry[]} roster
 * @returns {RosterEntry[]}
 */
function givePods(roster) {
  const taken = new Set(roster.map(({ pod }) => pod));
  let free = 1;
  return roster.map((entry, place) => {
    while (entry.pod === null && taken.has(free)) free += 1;
    const pod = entry.pod ?? free;
    taken.add(pod);
    return { ...entry, pod: pod === place + 1 ? null : pod };
  });
}

/**
 * Add to *lines* what is wrong with each.
 * @param {readonly Line[]} lines
 * @param {readonly RosterEntry[]} roster
 * @param {ReadonlySet<string>} taken
 */
function findTroubles(lines, roster, taken) {
  const names = countEach(roster.map(({ username }) => username.toLowerCase()));
  const pods = countEach(roster.map(({ pod }, place) => pod ?? place + 1));
  const places = new Map(roster.map((entry, place) => [entry, place]));
  for (const { person, entry, troubles } of lines) {
    if (!entry) continue;
    const { username, password } = entry;
    const pod = entry.pod ?? (places.get(entry) ?? 0) + 1;
    if ((names.get(username.toLowerCase()) ?? 0) > 1) troubles.push('like-another');
    if (taken.has(username)) troubles.push('taken');
    if (UNTYPABLE.test(`${username}${password ?? ''}`)) troubles.push('untypable');
    if (/[/\\]/.test(username)) troubles.push('troublesome');
    if (username.length > LONGEST_NAME) troubles.push('long');
    if (person.podText !== '' && person.pod === null) troubles.push('bad-pod');
    if ((pods.get(pod) ?? 0) > 1) troubles.push('same-pod');
  }
}

/**
 * @template Value
 * @param {readonly Value[]} values
 * @returns {Map<Value, number>}
 */
function countEach(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
