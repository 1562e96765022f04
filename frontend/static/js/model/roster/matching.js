/** Finds who on a newer list was on the roster before: by id, then e-mail address, then user name, at last by name. */

import { keysOf } from './people.js';

/** @typedef {import('../diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('./people.js').Person} Person */

/**
 * Return who each of *people* was in *before*, null for whoever is new. Nobody is found twice.
 * @param {readonly RosterEntry[]} before
 * @param {readonly Person[]} people
 * @returns {Map<Person, RosterEntry | null>}
 */
export function findEach(before, people) {
  /** @type {Map<Person, RosterEntry | null>} */
  const found = new Map(people.map((person) => [person, null]));
  const left = new Set(before);
  for (let kind = 0; kind < 4; kind += 1) {
    const byKey = groupByKey(left, kind);
    for (const person of people) {
      if (found.get(person)) continue;
      const entry = byKey.get(keysOf(person)[kind])?.find((each) => left.has(each) && !isSomebodyElse(each, person, kind));
      if (!entry) continue;
      left.delete(entry);
      found.set(person, entry);
    }
  }
  return found;
}

/**
 * @param {Iterable<RosterEntry>} entries
 * @param {number} kind
 */
function groupByKey(entries, kind) {
  /** @type {Map<string, RosterEntry[]>} */
  const byKey = new Map();
  for (const entry of entries) {
    const key = keysOf(entry)[kind];
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  return byKey;
}

/**
 * Return whether *entry* and *person*, who are alike in key *kind*, differ in a surer one; of user name and e-mail address
 * neither is the surer: people get a new address.
 * @param {RosterEntry} entry
 * @param {Person} person
 * @param {number} kind
 */
function isSomebodyElse(entry, person, kind) {
  const before = keysOf(entry);
  return keysOf(person).some((key, index) => index < kind && !(kind === 2 && index === 1) && key !== '' && before[index] !== '' && key !== before[index]);
}
