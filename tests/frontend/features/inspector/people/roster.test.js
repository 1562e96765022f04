import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asNumbered, asRoster, listEverybody, parseRoster, renderRoster } from '../../../../../frontend/static/js/features/inspector/people/roster.js';

test('a line is a user name, with a password behind the first comma', () => {
  assert.deepEqual(parseRoster('alice\n bob , a,b \n\n  \ncharlie,', []), [
    { username: 'alice', password: null, pod: null },
    { username: 'bob', password: 'a,b', pod: null },
    { username: 'charlie', password: null, pod: null },
  ]);
});

test('a person keeps their pod when the list is typed anew', () => {
  const before = [{ username: 'bob', password: null, pod: 7 }];

  assert.deepEqual(parseRoster('alice\nbob', before).map((entry) => entry.pod), [null, 7]);
});

test('what is shown reads back as what it was', () => {
  const roster = [
    { username: 'alice', password: null, pod: 1 },
    { username: 'bob', password: 'p, q', pod: null },
  ];

  assert.deepEqual(parseRoster(renderRoster(roster), roster), roster);
});

test('numbered people are listed one by one, all of them', () => {
  const names = listEverybody({ label: 'student08', count: 12 }).map((person) => person.username);

  assert.equal(names.length, 12);
  assert.deepEqual([names[0], names[1], names[11]], ['student08', 'student09', 'student19']);
});

test('a group that becomes a list of names is no longer called by its first member', () => {
  const { label, roster } = asRoster({ label: 'student1', count: 8 });

  assert.equal(label, 'student');
  assert.deepEqual(roster.map(({ username }) => username).slice(0, 2), ['student1', 'student2']);
  assert.equal(asRoster({ label: 'class', count: 1 }).label, 'class');
  assert.equal(asRoster({ label: '7', count: 2 }).label, '7');
});

test('a list of names that is numbered instead gets a name that counts', () => {
  const roster = [{ username: 'anna', password: null, pod: null }, { username: 'bob', password: null, pod: null }];

  assert.deepEqual(asNumbered({ label: 'student', roster }), { label: 'student1', roster: [], count: 2 });
  assert.deepEqual(asNumbered({ label: 'pupil{n}', roster }), { label: 'pupil{n}', roster: [], count: 2 });
});
