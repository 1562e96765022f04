import assert from 'node:assert/strict';
import { test } from 'node:test';

import { guessRoles, roleOfTitle } from '../../../../frontend/static/js/model/roster/columns.js';
import { hasHeader, parseTable } from '../../../../frontend/static/js/model/roster/table.js';
import { unlist } from '../../../../frontend/static/js/model/roster/written-lists.js';

/** @type {Readonly<Record<string, { text: string, rows: string[][], roles: string[] }>>} */
const LISTS = {
  'a numbered list': { text: '1. Anna Berg\n2. Bert Cole\n10) Eva\n', rows: [['Anna Berg'], ['Bert Cole'], ['Eva']], roles: ['name'] },
  'a list with bullets': { text: '- Anna Berg\n• Bert Cole\n', rows: [['Anna Berg'], ['Bert Cole']], roles: ['name'] },
  'a table of Markdown': {
    text: '| Name | Mail |\n| --- | :-: |\n| Anna Berg | a@x.example |\n', rows: [['Name', 'Mail'], ['Anna Berg', 'a@x.example']], roles: ['name', 'email'],
  },
  'user names and passwords with a colon': { text: 'anna:Se:cret1\nbert:x\n', rows: [['anna', 'Se:cret1'], ['bert', 'x']], roles: ['username', 'password'] },
  'user names and passwords with a blank': { text: 'anna Secret1\nbert  x-9\n', rows: [['anna', 'Secret1'], ['bert', 'x-9']], roles: ['username', 'password'] },
  'addresses in brackets': { text: 'Anna Berg (a@x.example)\nBert (b@x.example)', rows: [['Anna Berg', 'a@x.example'], ['Bert', 'b@x.example']], roles: ['name', 'email'] },
  'addresses divided by all sorts': { text: 'a@x.example, b@x.example; mailto:c@x.example\n', rows: [['a@x.example'], ['b@x.example'], ['c@x.example']], roles: ['email'] },
  'names in Russian': { text: 'Фамилия;Имя;Логин\nИванов;Дмитрий;divanov', rows: [['Фамилия', 'Имя', 'Логин'], ['Иванов', 'Дмитрий', 'divanov']], roles: ['family', 'given', 'username'] },
};

for (const [name, { text, rows, roles }] of Object.entries(LISTS)) {
  test(`${name} is read as it is meant`, () => {
    const table = parseTable(text);
    const isHeaded = hasHeader(table.rows);

    assert.deepEqual(table.rows, rows);
    assert.deepEqual(guessRoles(isHeaded ? table.rows.slice(1) : table.rows, isHeaded ? table.rows[0] : null), roles);
  });
}

for (const text of ['Anna Berg\nBert Cole', 'anna berg\nbert cole', '"Berg, Anna",abc123\n"Cole, Bert",abc124', 'anna\n2. Bert', 'http://x\ny', '']) {
  test(`${JSON.stringify(text)} stays as it is`, () => assert.equal(unlist(text), text));
}

test('a first row with a number is no header, and titles alone are one', () => {
  assert.equal(hasHeader([['student', '007'], ['student2', '008']]), false);
  assert.equal(hasHeader([['username', 'password']]), true);
  assert.equal(hasHeader([['student']]), false);
});

test('titles are known in many languages and as directories write them', () => {
  const found = ['Pwd', 'UPN', 'Net ID', 'Förnamn', 'Etternavn', '氏名', 'Hasło', 'Matr.-Nr.', 'Vor- und Nachname', 'Seat No.', 'Kullanıcı adı'].map(roleOfTitle);

  assert.deepEqual(found, ['password', 'username', 'username', 'given', 'family', 'name', 'password', 'id', 'name', 'pod', 'username']);
});
