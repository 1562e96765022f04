import assert from 'node:assert/strict';
import { test } from 'node:test';

import { defaultsOf } from '../../../../frontend/static/js/features/import-export/format-options.js';

/** @type {import('../../../../frontend/static/js/actions/formats.js').FormatOption} */
const OPTION = { name: 'a', label: 'A', kind: 'text', default: null, choices: ['ssh', 'telnet'], choiceLabels: ['SSH', 'Telnet'], least: 2, most: 9, hint: '', isSecret: false };

test('an option begins with its default', () => {
  assert.deepEqual(defaultsOf([{ ...OPTION, default: 'x' }, { ...OPTION, name: 'b', kind: 'flag', default: true }]), { a: 'x', b: true });
});

test('what has no default begins empty, least, off, or with the first choice', () => {
  const kinds = /** @type {const} */ (['text', 'number', 'flag', 'choice']);

  assert.deepEqual(defaultsOf(kinds.map((kind) => ({ ...OPTION, name: kind, kind }))), { text: '', number: 2, flag: false, choice: 'ssh' });
});
