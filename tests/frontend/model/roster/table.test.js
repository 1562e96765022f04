import assert from 'node:assert/strict';
import { test } from 'node:test';

import { guessRoles } from '../../../../frontend/static/js/model/roster/columns.js';
import { decodeList } from '../../../../frontend/static/js/model/roster/decode.js';
import { hasHeader, parseCells, parseTable } from '../../../../frontend/static/js/model/roster/table.js';

/** @param {string} text */
function read(text) {
  const { rows } = parseTable(text);
  const header = hasHeader(rows) ? rows[0] : null;
  return { roles: guessRoles(header ? rows.slice(1) : rows, header), rows: header ? rows.slice(1) : rows };
}

for (const [what, text, roles, first] of /** @type {[string, string, string[], string[]][]} */ ([
  ['tabs from a spreadsheet', 'anna\tSecret-1\nbert\tSecret-2\n', ['username', 'password'], ['anna', 'Secret-1']],
  ['a header', 'username,password\nanna,Secret-1\n', ['username', 'password'], ['anna', 'Secret-1']],
  ['Moodle in German', '\uFEFFVorname,Nachname,E-Mail-Adresse,Gruppen\r\nAnna,Schön,a@x.example,"A, B"\r\n',
    ['given', 'family', 'email', 'ignored'], ['Anna', 'Schön', 'a@x.example', 'A, B']],
  ['a gradebook', 'Student,ID,SIS Login ID,Section\n"Schmidt, Anna",4711,aschmidt,S1\n', ['name', 'id', 'username', 'ignored'], ['Schmidt, Anna', '4711', 'aschmidt', 'S1']],
  ['semicolons', 'Name;E-Mail;Pod\nAnna Schmidt;a@x.example;7\nBert;b@x.example;8', ['name', 'email', 'pod'], ['Anna Schmidt', 'a@x.example', '7']],
  ['a first line that names the divider', 'sep=;\nanna;x,1\nbert;y', ['username', 'password'], ['anna', 'x,1']],
  ['addresses, one a line', 'Anna Schmidt <a@x.example>\n"Berg, Bert" <b@x.example>', ['name', 'email'], ['Anna Schmidt', 'a@x.example']],
  ['addresses as a mail has them', 'Anna Schmidt <a@x.example>, Bert <b@x.example>; <c@x.example>', ['name', 'email'], ['Anna Schmidt', 'a@x.example']],
  ['names, one a line', 'Anna Schmidt\nBert van Berg', ['name'], ['Anna Schmidt']],
  ['family names first', 'Schmidt, Anna\nBerg, Bert', ['name'], ['Schmidt, Anna']],
  ['a line of names', 'Anna Schmidt, Bert Berg, Carl', ['name'], ['Anna Schmidt']],
  ['a line of user names', 'anna bert carl', ['username'], ['anna']],
  ['user names, one a line', 'anna\nbert', ['username'], ['anna']],
  ['user name, family, given', 'aschmidt,Schmidt,Anna,x1\nbberg,Berg,Bert,x2', ['username', 'family', 'given', 'password'], ['aschmidt', 'Schmidt', 'Anna', 'x1']],
])) {
  test(`a table is read: ${what}`, () => {
    const list = read(text);

    assert.deepEqual([list.roles, list.rows[0]], [roles, first]);
  });
}

test('text in UTF-16 with or without its mark, in UTF-8 and in Windows-1252 is read', () => {
  const wide = [...'Jürgen\tx'].flatMap((letter) => [letter.charCodeAt(0), 0]);

  assert.deepEqual(decodeList(new Uint8Array([0xff, 0xfe, ...wide])), { text: 'Jürgen\tx', isGuess: false });
  assert.deepEqual(decodeList(new Uint8Array(wide)), { text: 'Jürgen\tx', isGuess: false });
  assert.deepEqual(decodeList(new Uint8Array([0xff, 0xfe, 0x18, 0x04, 0x32, 0x04])), { text: 'Ив', isGuess: false });
  assert.deepEqual(decodeList(new Uint8Array([0xfe, 0xff, 0, 0x4a, 0, 0xfc])), { text: 'Jü', isGuess: false });
  assert.deepEqual(decodeList(new TextEncoder().encode('Jürgen')), { text: 'Jürgen', isGuess: false });
  assert.deepEqual(decodeList(new Uint8Array([0x4a, 0xfc])), { text: 'Jü', isGuess: true });
  assert.deepEqual(decodeList(new Uint8Array()), { text: '', isGuess: false });
});

test('whatever cells hold, CSV reads them back', () => {
  const signs = ['a', 'ü', ',', ';', '\t', '"', '\n', ' ', "'"];
  const random = sequence(7);
  for (let round = 0; round < 500; round += 1) {
    const rows = Array.from({ length: 1 + random(3) }, () => Array.from({ length: 2 }, () => Array.from({ length: random(5) }, () => signs[random(signs.length)]).join('')));
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\n');

    assert.deepEqual(parseCells(text, ';'), rows);
  }
});

test('any text gives a table whose rows are alike long and hold something', () => {
  const signs = ['a', 'B ', ',', ';', '\t', '"', '\n', '<', '>', '@', 'sep=;\n', '\r'];
  const random = sequence(11);
  for (let round = 0; round < 2000; round += 1) {
    const { rows } = parseTable(Array.from({ length: random(12) }, () => signs[random(signs.length)]).join(''));

    assert.ok(rows.every((row) => row.length === rows[0].length && row.some((cell) => cell !== '')));
  }
});

/**
 * Return a function for numbers below another, the same ones each time.
 * @param {number} seed
 */
function sequence(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}
