import assert from 'node:assert/strict';
import { test } from 'node:test';

import { asNumbered, asRoster, createPerson } from '../../../../frontend/static/js/model/roster/people.js';

test('a group that becomes a list of names is no longer called by its first member', () => {
  const { label, roster } = asRoster({ label: 'student1', count: 8 });

  assert.equal(label, 'student');
  assert.deepEqual(roster.map(({ username }) => username).slice(0, 2), ['student1', 'student2']);
  assert.equal(asRoster({ label: 'class', count: 1 }).label, 'class');
  assert.equal(asRoster({ label: '7', count: 2 }).label, '7');
});

test('a list of names that is numbered instead gets a name that counts', () => {
  const roster = [createPerson({ username: 'anna' }), createPerson({ username: 'bob' })];

  assert.deepEqual(asNumbered({ label: 'student', roster }), { label: 'student1', roster: [], count: 2 });
  assert.deepEqual(asNumbered({ label: 'pupil{n}', roster }), { label: 'pupil{n}', roster: [], count: 2 });
});
