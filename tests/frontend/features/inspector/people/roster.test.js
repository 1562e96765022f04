import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createPerson } from '../../../../../frontend/static/js/model/diagram.js';
import { isTable, listEverybody, MASK, parseRoster, renderRoster } from '../../../../../frontend/static/js/features/inspector/people/roster.js';

test('a line is a user name, with a password behind the first comma', () => {
  assert.deepEqual(parseRoster('alice\n bob , a,b \n\n  \ncharlie,', []), [
    createPerson({ username: 'alice', password: null, pod: null }),
    createPerson({ username: 'bob', password: 'a,b', pod: null }),
    createPerson({ username: 'charlie', password: null, pod: null }),
  ]);
});

test('a person keeps their pod when the list is typed anew', () => {
  const before = [createPerson({ username: 'bob', password: null, pod: 7 })];

  assert.deepEqual(parseRoster('alice\nbob', before).map((entry) => entry.pod), [null, 7]);
});

test('what is shown reads back as what it was', () => {
  const roster = [
    createPerson({ username: 'alice', password: null, pod: 1 }),
    createPerson({ username: 'bob', password: 'p, q', pod: null }),
  ];

  assert.deepEqual(parseRoster(renderRoster(roster), roster), roster);
});

test('numbered people are listed one by one, all of them', () => {
  const names = listEverybody({ label: 'student08', count: 12 }).map((person) => person.username);

  assert.equal(names.length, 12);
  assert.deepEqual([names[0], names[1], names[11]], ['student08', 'student09', 'student19']);
});

test('dots in place of a password keep it, also where the person is renamed or comes back', () => {
  const before = [
    createPerson({ username: 'alice', password: 'a', pod: 1, name: 'Alice A.' }),
    createPerson({ username: 'bob', password: 'b', pod: null }),
  ];

  assert.deepEqual(parseRoster(renderRoster(before, MASK), before), before);
  assert.deepEqual(parseRoster(`alic, ${MASK}\nbob, new`, before), [{ ...before[0], username: 'alic' }, { ...before[1], password: 'new' }]);
  assert.deepEqual(parseRoster(`alice, ${MASK}`, [], new Map([['alice', 'a']])), [createPerson({ username: 'alice', password: 'a', pod: null })]);
  assert.deepEqual(parseRoster(`carl, ${MASK}`, []), [createPerson({ username: 'carl', password: null, pod: null })]);
});

test('a tab divides as a comma does', () => {
  assert.deepEqual(parseRoster('anna\tSecret-1', []), [createPerson({ username: 'anna', password: 'Secret-1', pod: null })]);
});

test('what is more than user names is a table', () => {
  const tables = ['anna\tSecret-1\nbert\tSecret-2', 'username,password\nanna,Secret-1', 'Anna Berg\nBert', 'Anna <a@x.example>', 'anna;x', 'a,b,c'];

  assert.deepEqual(tables.map(isTable), tables.map(() => true));
  assert.deepEqual(['anna', 'anna, own secret\nbob', `anna, ${MASK}\n`, ''].map(isTable), [false, false, false, false]);
});
