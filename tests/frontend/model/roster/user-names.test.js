import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fold, makeUserName, PATTERNS, makeUnique, splitName } from '../../../../frontend/static/js/model/roster/user-names.js';

test('letters lose their marks, and those without a plain one get two', () => {
  assert.deepEqual(['Jürgen', 'Weiß', 'Øre', 'Łukasz', 'Æsa', 'O’Neil', 'Jean-Luc', 'van der Berg', 'Иван'].map(fold),
    ['jurgen', 'weiss', 'ore', 'lukasz', 'aesa', 'oneil', 'jean-luc', 'vanderberg', '']);
});

test('a name is a given and a family name', () => {
  assert.deepEqual(splitName('Anna Schmidt'), { given: 'Anna', family: 'Schmidt' });
  assert.deepEqual(splitName('Schmidt, Anna Maria'), { given: 'Anna Maria', family: 'Schmidt' });
  assert.deepEqual(splitName('Ludwig van Beethoven'), { given: 'Ludwig', family: 'van Beethoven' });
  assert.deepEqual(splitName('Anna Maria Schmidt'), { given: 'Anna', family: 'Schmidt' });
  assert.deepEqual(splitName('Anna'), { given: 'Anna', family: '' });
  assert.deepEqual(splitName(''), { given: '', family: '' });
});

test('each pattern makes its user name', () => {
  const anna = { given: 'Anna', family: 'Weiß', email: 'a.weiss+lab@x.example' };

  assert.deepEqual(PATTERNS.map((pattern) => makeUserName(pattern, anna, 3)), ['anna.weiss', 'aweiss', 'weiss.anna', 'anna', 'a.weisslab', 'student03']);
  assert.equal(makeUserName('{given}.{family}', { given: 'Anna', family: '', email: '' }, 1), 'anna');
  assert.equal(makeUserName('{given}.{family}', { given: 'Иван', family: 'Петров', email: '' }, 1), '');
});

test('a name that is taken gets the first number that makes it one of its own', () => {
  assert.equal(makeUnique('anna', new Set()), 'anna');
  assert.equal(makeUnique('Anna', new Set(['anna', 'anna2'])), 'Anna3');
});
