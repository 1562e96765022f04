import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ListReading } from '../../frontend/static/js/features/roster-import/list-reading.js';

const LISTS = fileURLToPath(new URL('../cases/pasted-lists/', import.meta.url));

for (const name of readdirSync(LISTS).filter((each) => each.endsWith('.paste'))) {
  test(`of a pasted list, ${name.replaceAll('-', ' ').replace('.paste', '')}`, () => {
    const reading = new ListReading({ before: [], taken: [] });
    const expected = `${LISTS}${name.replace('.paste', '.expected')}`;

    reading.read(readFileSync(LISTS + name, 'utf8'));
    const told = reading.plan.roster.map(({ username, password }) => `${username} has the password ${password}\n`).join('');

    if (process.env.LABMAPPER_ACCEPT) writeFileSync(expected, told);
    assert.equal(told, readFileSync(expected, 'utf8'));
  });
}
