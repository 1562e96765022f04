import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { matching } from '../../../../../frontend/static/js/kit/forms/combobox.js';
import { complaintOn, stepFrom } from '../../../../../frontend/static/js/features/inspector/connections/numeral-field.js';
import { controlOf, valuesOf } from '../../../../../frontend/static/js/features/inspector/connections/parameter-control.js';
import { choicesAmong } from '../../../../../frontend/static/js/features/inspector/connections/parameters.js';
import { addHelp, readCatalogue } from '../../../../../frontend/static/js/server/catalogue.js';

/** @typedef {import('../../../../../frontend/static/js/server/catalogue.js').ParameterSpec} ParameterSpec */

const SOURCE = JSON.parse(readFileSync(new URL('../../../../../backend/labmapper/core/guacamole/catalogue.json', import.meta.url), 'utf8'));
const SECRETS = Object.keys(SOURCE.parameters).filter((name) => SOURCE.parameters[name].secret);
const CATALOGUE = describe(readCatalogue({ ...SOURCE, secrets: SECRETS }));

/** @param {ReturnType<typeof readCatalogue>} catalogue */
function describe(catalogue) {
  const own = Object.fromEntries(Object.keys(catalogue).map((protocol) => [protocol, SOURCE.protocols[protocol].own ?? {}]));
  addHelp(catalogue, { ...SOURCE, own, formats: {} });
  return catalogue;
}

/** @returns {[string, ParameterSpec][]} */
function everything() {
  return Object.values(CATALOGUE).flatMap(({ title, parameters }) => parameters.map((spec) => /** @type {[string, ParameterSpec]} */ ([`${spec.name} of ${title}`, spec])));
}

test('there are 260 parameters, and every secret is hidden', () => {
  const secrets = everything().filter(([, { secret }]) => secret);

  assert.equal(everything().length, 260);
  assert.equal(secrets.length, 14);
  for (const [where, spec] of secrets) {
    assert.equal(controlOf(spec), spec.kind === 'multiline' ? 'secret-lines' : 'secret', where);
  }
});

test('each of them has the control for its type', () => {
  const controls = { string: 'text', timezone: 'text', multiline: 'lines', boolean: 'choice', enum: 'choice', integer: 'numeral', port: 'numeral' };

  for (const [where, spec] of everything().filter(([, { secret }]) => !secret)) {
    assert.equal(controlOf(spec), controls[/** @type {keyof typeof controls} */ (spec.kind)], where);
    if (controlOf(spec) === 'choice') assert.ok(valuesOf(spec).length > 1, where);
  }
});

test('each of them is found by its name, the first of all, and by words of its help', () => {
  for (const { parameters } of Object.values(CATALOGUE)) {
    const choices = choicesAmong(parameters, []);
    for (const { name, help } of parameters.slice(2)) {
      assert.equal(matching(choices, name, true)[0].value, name);
      assert.ok(matching(choices, name.replaceAll('-', ' ')).some(({ value }) => value === name), name);
      assert.ok(matching(choices, help.split(' ').slice(0, 6).join(' ')).some(({ value }) => value === name), help);
    }
  }
});

test('time zones and colour schemes are proposed by their names', () => {
  const [{ parameters }] = Object.values(CATALOGUE);
  const proposed = (/** @type {string} */ name) => valuesOf(parameters.find((spec) => spec.name === name));

  assert.deepEqual(proposed('color-scheme'), ['black-white', 'gray-black', 'green-black', 'white-black']);
  for (const zone of ['UTC', 'Europe/Berlin', 'America/New_York']) assert.ok(proposed('timezone').includes(zone));
});

for (const text of ['', '22', '+22', ' 22', '65535', '{pod+5000}', '${GUAC_USERNAME}', '59{n:02}']) {
  test(`'${text}' may be a port`, () => assert.equal(complaintOn('port', text), ''));
}

for (const text of ['0', '-1', '65536', '22 ', '22x', '0x16', '22.0', 'ssh']) {
  test(`'${text}' is no port`, () => assert.match(complaintOn('port', text), /^Ports are 1 to 65,535/));
}

test('other numbers may be below zero, but not larger than guacd reads', () => {
  for (const text of ['-1', '0', '2147483647', '-2147483648']) assert.equal(complaintOn('integer', text), '');
  for (const text of ['2147483648', '-2147483649', '1e3', 'ten']) assert.notEqual(complaintOn('integer', text), '');
});

test('a number is counted up and down within what it may be, and other text is left alone', () => {
  assert.deepEqual(['9', '65535', '-1'].map((text) => stepFrom('port', text, 1)), ['10', '65535', '1']);
  assert.equal(stepFrom('integer', '0', -1), '-1');
  for (const text of ['', '{pod}', '${GUAC_DATE}', '1 ']) assert.equal(stepFrom('integer', text, 1), '');
});

test('which parameters are secret is known before anything else of them is', () => {
  const { ssh } = readCatalogue({ ...SOURCE, secrets: SECRETS });

  assert.deepEqual(ssh.parameters.filter(({ secret }) => secret).map(({ name }) => name), ['password', 'private-key', 'passphrase']);
  assert.ok(ssh.parameters.every(({ help, section }) => help === '' && section === ''));
});

test('what a protocol says of a parameter itself goes before what is true of all', () => {
  const portOf = (/** @type {string} */ protocol) => CATALOGUE[protocol].parameters.find(({ name }) => name === 'port');

  assert.deepEqual(['ssh', 'rdp', 'vnc'].map((protocol) => portOf(protocol)?.default), ['22', '3389', null]);
  assert.equal(CATALOGUE.ssh.parameters[0].section, SOURCE.sections[SOURCE.parameters.hostname.section]);
});
