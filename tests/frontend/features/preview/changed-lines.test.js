import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findChangedLines, withDots } from '../../../../frontend/static/js/features/preview/changed-lines.js';

const FILE = [
  '<authorize username="a" password="x1">',
  '<param name="hostname">10.0.0.1</param>',
  '<param name="password">cisco</param>',
  '<param name="private-key">-----BEGIN',
  'ABC password="no attribute"',
  '-----END</param>',
  '<param name="command">login password="typed"</param>',
  '<param name="passphrase"></param>',
  '</authorize>',
].join('\n');
const DOTTED = [
  '<authorize username="a" password="••••••••">',
  '<param name="hostname">10.0.0.1</param>',
  '<param name="password">••••••••</param>',
  '<param name="private-key">••••••••</param>',
  '<param name="command">login password="typed"</param>',
  '<param name="passphrase"></param>',
  '</authorize>',
].join('\n');
const isSecret = (/** @type {string} */ name) => ['password', 'private-key', 'passphrase'].includes(name);

test('secrets of the last file get dots where the preview has them, over several lines too', () => {
  assert.equal(withDots(FILE, isSecret), DOTTED);
});

test('a secret that the end of what was read cuts off gets dots as well', () => {
  assert.equal(withDots('<param name="private-key">-----BEGIN\nABC', isSecret), '<param name="private-key">••••••••');
  assert.equal(withDots('<authorize username="a" password="x', isSecret), '<authorize username="a" password="••••••••');
});

test('what is new is told by its place, what is gone by what it was', () => {
  const text = DOTTED.replace('10.0.0.1', '10.0.0.2').replace('<param name="passphrase"></param>\n', '');

  const { added, removed } = findChangedLines(DOTTED, { text, truncated: false });

  assert.deepEqual([...added], [1]);
  assert.deepEqual(removed, [
    { before: 1, from: 1, lines: ['<param name="hostname">10.0.0.1</param>'] },
    { before: 5, from: 5, lines: ['<param name="passphrase"></param>'] },
  ]);
});

test('what lies behind the end of a preview that is cut is not gone', () => {
  const cut = { text: DOTTED.slice(0, DOTTED.indexOf('<param name="private-key">')), truncated: true };

  assert.deepEqual(findChangedLines(DOTTED, cut), { added: new Set(), removed: [] });
  assert.equal(findChangedLines(DOTTED, { ...cut, truncated: false }).removed.length, 1);
});
