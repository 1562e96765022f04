import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseRoster, renderRoster } from '../../../../../frontend/static/js/features/inspector/people/roster.js';

const MD5 = '5f4dcc3b5aa765d61d8327deb882cf99';
const SHA256 = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';

test('a hash behind a name is a password known only so, and stays one', () => {
  const text = `ann, md5:${MD5}\nbob, sha256:${SHA256}\ncat, own\ndan`;
  const roster = parseRoster(text, []);

  assert.deepEqual(roster.map(({ password, encoding }) => [password, encoding]), [[MD5, 'md5'], [SHA256, 'sha256'], ['own', null], [null, null]]);
  assert.equal(renderRoster(roster), text);
});

test('what is no whole hash is a password as typed', () => {
  for (const text of ['md5:abc', MD5, `sha256:${MD5}`, `md5:${MD5}0`]) {
    const [{ password, encoding }] = parseRoster(`ann, ${text}`, []);
    assert.deepEqual([password, encoding], [text, null]);
  }
});
