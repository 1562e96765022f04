import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { ListReading } from '../../frontend/static/js/features/roster-import/list-reading.js';

const CASES = fileURLToPath(new URL('../cases/', import.meta.url));

for (const name of readdirSync(CASES).filter((each) => each.endsWith('.paste'))) {
  test(`of a pasted list, ${name.replaceAll('-', ' ').replace('.paste', '')}`, () => {
    const reading = new ListReading({ before: [], taken: [] });
    const expected = `${CASES}${name.replace('.paste', '.expected')}`;

    reading.read(readFileSync(CASES + name, 'utf8'));
    const told = reading.plan.roster.map(({ username, password }) => `${username} has the password ${password}\n`).join('');

    if (process.env.LABMAPPER_ACCEPT) writeFileSync(expected, told);
    assert.equal(told, readFileSync(expected, 'utf8'));
  });
}
