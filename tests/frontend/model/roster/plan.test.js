import assert from 'node:assert/strict';
import { test } from 'node:test';

import { listEverybody } from '../../../../frontend/static/js/model/roster/people.js';
import { planRoster } from '../../../../frontend/static/js/model/roster/plan.js';

/** @typedef {import('../../../../frontend/static/js/model/diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('../../../../frontend/static/js/model/roster/columns.js').Role} Role */

/**
 * @param {string[][]} rows
 * @param {Role[]} roles
 * @param {{ before?: RosterEntry[], taken?: string[], keepsGone?: boolean }} [options]
 */
function plan(rows, roles, { before = [], taken = [], keepsGone = false } = {}) {
  return planRoster({ rows, roles, before, taken, keepsGone, pattern: '{given}.{family}' });
}

test('people get user names of their names, none twice', () => {
  const { lines, roster } = plan([['Anna Weiß'], ['Anna Weiss'], ['Иван Петров']], ['name'], { taken: ['anna.weiss2'] });

  assert.deepEqual(roster.map(({ username, name }) => [username, name]), [['anna.weiss', 'Anna Weiß'], ['anna.weiss3', 'Anna Weiss'], ['student03', 'Иван Петров']]);
  assert.deepEqual(lines.map(({ troubles }) => troubles), [[], ['numbered'], ['numbered']]);
});

test('what is nobody, and who is there twice, is left out', () => {
  const { lines, roster } = plan([['anna', ''], ['anna', 'x'], ['', 'y'], ['Points Possible', '']], ['username', 'password']);
  const gradebook = plan([['Points Possible'], ['Student, Test'], ['Anna Berg']], ['name']);

  assert.deepEqual(lines.map(({ person }) => person.leftOut), [null, 'twice', 'no-name', null]);
  assert.equal(roster.length, 2);
  assert.deepEqual(gradebook.lines.map(({ person }) => person.leftOut), ['no-person', 'no-person', null]);
});

test('trouble is told of each', () => {
  const rows = [['anna', 'a\u200b', '1'], ['Anna', '', '1'], ['LAB\\bert', '', 'x'], ['c'.repeat(129), '', ''], ['dora', '', ''], ['e\u00A0va', '', ''], ['fi\u3164', '', '']];
  const { lines } = plan(rows, ['username', 'password', 'pod'], { taken: ['dora'] });

  assert.deepEqual(lines.map(({ troubles }) => troubles), [
    ['like-another', 'untypable', 'same-pod'], ['like-another', 'same-pod'], ['troublesome', 'bad-pod'], ['long'], ['taken'], ['untypable'], ['untypable'],
  ]);
});

const BEFORE = [
  { username: 'anna', password: 'own', pod: null, id: '1', email: 'a@x.example', name: 'Anna' },
  { username: 'bert', password: null, pod: null, id: '', email: 'b@x.example', name: '' },
  { username: 'carl', password: null, pod: 9, id: '', email: '', name: '' },
  { username: 'dora', password: null, pod: null, id: '', email: '', name: 'Dora Dorn' },
];

test('a newer list finds people by id, address, user name and name; they keep user name, password and pod', () => {
  const rows = [['2', 'new@x.example', 'Eva', ''], ['1', 'anna@new.example', 'Anna', ''], ['', 'B@x.example', 'Bert', ''], ['', '', '', 'carl'], ['', '', 'Dora Dorn', '']];
  const { lines, gone, roster } = plan(rows, ['id', 'email', 'name', 'username'], { before: BEFORE });

  assert.deepEqual(lines.map(({ before }) => before?.username), [undefined, 'anna', 'bert', 'carl', 'dora']);
  assert.deepEqual(gone, []);
  assert.deepEqual(roster.map(({ username, password, pod, email }) => [username, password, pod, email]), [
    ['anna', 'own', null, 'anna@new.example'], ['bert', null, null, 'B@x.example'], ['carl', null, 9, ''], ['dora', null, null, ''],
    ['eva', null, 3, 'new@x.example'],
  ]);
});

test('who is gone is taken off, or stays where one wants it; pods stay with their person', () => {
  const off = plan([['bert'], ['dora']], ['username'], { before: BEFORE });
  const kept = plan([['bert'], ['dora']], ['username'], { before: BEFORE, keepsGone: true });

  assert.deepEqual(off.gone.map(({ username }) => username), ['anna', 'carl']);
  assert.deepEqual(off.roster.map(({ username, pod }) => [username, pod]), [['bert', null], ['dora', 4]].map(([name, pod]) => [name, name === 'bert' ? 2 : pod]));
  assert.deepEqual(kept.roster, BEFORE);
});

test('an own password on the newer list is taken, and an unlike id is somebody else', () => {
  const { lines, roster } = plan([['anna', '7', 'new'], ['bert', '', 'new']], ['username', 'id', 'password'], { before: BEFORE });

  assert.deepEqual(lines.map(({ before }) => before?.username), [undefined, 'bert']);
  assert.deepEqual(roster.map(({ username, password }) => [username, password]), [['bert', 'new'], ['anna', 'new']]);
});

test('the same list again changes nothing, in any order, and pods never meet', () => {
  let state = 5;
  const random = (/** @type {number} */ below) => Math.floor(((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * below);
  for (let round = 0; round < 300; round += 1) {
    const rows = Array.from({ length: 1 + random(6) }, (_, place) => [`Given${random(3)} Family${random(3)}`, `${place}@x.example`]);
    const { roster } = plan(rows, ['name', 'email']);
    const again = plan([...rows].sort(() => random(3) - 1), ['name', 'email'], { before: roster });
    const fewer = plan([...rows.filter(() => random(2) === 0), ['New One', 'new@x.example']], ['name', 'email'], { before: roster });
    const podOf = new Map(roster.map(({ email, pod }, place) => [email, pod ?? place + 1]));
    const pods = fewer.roster.map(({ pod }, place) => pod ?? place + 1);

    assert.equal(new Set(roster.map(({ username }) => username)).size, rows.length);
    assert.deepEqual(again.roster, roster);
    assert.equal(new Set(pods).size, pods.length);
    fewer.roster.forEach(({ email }, place) => assert.equal(pods[place], podOf.get(email) ?? pods[place]));
  }
});

test('numbered people are listed one by one, all of them', () => {
  const names = listEverybody({ label: 'student08', count: 12 }).map((person) => person.username);

  assert.equal(names.length, 12);
  assert.deepEqual([names[0], names[1], names[11]], ['student08', 'student09', 'student19']);
});
