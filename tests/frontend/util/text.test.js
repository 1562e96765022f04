import assert from 'node:assert/strict';
import { test } from 'node:test';

import { list, number, plural, t } from '../../../frontend/static/js/util/text.js';

const POLISH = {
  plural: (/** @type {number} */ n) => (n === 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2),
  sentences: {
    'Undo': 'Cofnij',
    "Made '{title}'.": '{title} zrobiono.',
    '{count} device': ['{count} urządzenie', '{count} urządzenia', '{count} urządzeń'],
    '{count} user': ['{count} użytkownik'],
  },
};

/** @returns {Promise<typeof import('../../../frontend/static/js/util/text.js')>} The module on a page in Polish. */
async function loadPolish() {
  const page = /** @type {any} */ (globalThis);
  page.labmapperCatalogue = POLISH;
  page.document = { documentElement: { lang: 'pl' } };
  try {
    return await import(`../../../frontend/static/js/util/text.js?${Math.random()}`);
  } finally {
    delete page.labmapperCatalogue;
    delete page.document;
  }
}

test('in English a sentence is itself, with values in its places', () => {
  assert.equal(t('Undo'), 'Undo');
  assert.equal(t("Made '{title}'.", { title: 'Lab' }), "Made 'Lab'.");
});

test('counts carry their unit in the right number', () => {
  assert.equal(plural('{count} device', '{count} devices', 1), '1 device');
  assert.equal(plural('{count} device', '{count} devices', 0), '0 devices');
  assert.equal(plural('{count} entry of {name}', '{count} entries of {name}', 1200, { name: 'R1' }), '1,200 entries of R1');
});

test('on a page in another language sentences, plurals and numbers are in it', async () => {
  const polish = await loadPolish();

  assert.equal(polish.t('Undo'), 'Cofnij');
  assert.equal(polish.t("Made '{title}'.", { title: 'Lab' }), 'Lab zrobiono.');
  assert.equal(polish.plural('{count} device', '{count} devices', 1), '1 urządzenie');
  assert.equal(polish.plural('{count} device', '{count} devices', 3), '3 urządzenia');
  assert.equal(polish.plural('{count} device', '{count} devices', 22000), '22\u00a0000 urządzeń');
  assert.equal(polish.number(1.5, 1), '1,5');
});

test('what nobody has translated stays English', async () => {
  const polish = await loadPolish();

  assert.equal(polish.t('Redo {what}', { what: 'it' }), 'Redo it');
  assert.equal(polish.t('constructor'), 'constructor');
  assert.equal(polish.plural('{count} user', '{count} users', 5), '5 users');
  assert.equal(polish.plural('{count} cable', '{count} cables', 5), '5 cables');
});

test('what stands in a value is never a place, nor a pattern', () => {
  for (const value of ['{name}', '$&', '$1', '\\1', '__proto__', '<b>', '\0']) {
    assert.equal(t('{value} and {name}', { value, name: 'a name' }), `${value} and a name`);
  }
});

test('a place without a value stays as it is', () => {
  assert.equal(t('In a copy, {pod} is the number of {who}.', { who: 'Ann' }), 'In a copy, {pod} is the number of Ann.');
  assert.equal(t('{toString} and {constructor}', {}), '{toString} and {constructor}');
});

test('lists are in words', () => {
  assert.equal(list(['SSH']), 'SSH');
  assert.equal(list(['SSH', 'VNC']), 'SSH and VNC');
  assert.equal(number(1234567), '1,234,567');
  assert.deepEqual([0, 7, 999, 1000, -7, 0.5].map((value) => number(value)), ['0', '7', '999', '1,000', '-7', '1']);
  assert.deepEqual([number(7, 1), number(7, 2), number(7)], ['7.0', '7.00', '7']);
});
