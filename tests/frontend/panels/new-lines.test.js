import assert from 'node:assert/strict';
import { test } from 'node:test';

import { linesNotIn } from '../../../frontend/static/js/panels/new-lines.js';

const FILE = [
  '<authorize username="a" password="x1">',
  '<param name="hostname">10.0.0.1</param>',
  '<param name="password">cisco</param>',
].join('\n');
const SECRETS = new Set(['password']);

test('dots in the place of secrets are no change', () => {
  const shown = FILE.replace('x1', '••••••••').replace('cisco', '••••••••');

  assert.deepEqual([...linesNotIn(FILE, shown, SECRETS)], []);
});

test('what else changed is marked, also in a line with a password', () => {
  const shown = FILE.replace('username="a"', 'username="b"').replace('10.0.0.1', '10.0.0.2');

  assert.deepEqual([...linesNotIn(FILE, shown, SECRETS)], [0, 1]);
});

test('while secrets are shown, they are compared too', () => {
  assert.deepEqual([...linesNotIn(FILE, FILE.replace('cisco', 'juniper'), null)], [2]);
});
