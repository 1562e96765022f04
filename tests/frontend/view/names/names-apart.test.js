import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { lookAtNames } from '../../support/overlaps.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const drawings = globSync(['tests/golden/*/diagram.json', 'backend/labmapper/core/examples/*.json'], { cwd: ROOT });

test('there are drawings to look at', () => assert.ok(drawings.length >= 7));

for (const name of drawings) {
  test(`on ${name} no name lies on anything`, () => {
    const { overlaps } = lookAtNames(JSON.parse(readFileSync(ROOT + name, 'utf8')));

    assert.deepEqual(overlaps, []);
  });

  if (name.includes('examples') || name.includes('fabric')) {
    test(`on ${name} every short name at a cable is whole`, () => {
      const { shortened, missing } = lookAtNames(JSON.parse(readFileSync(ROOT + name, 'utf8')));

      assert.deepEqual([shortened.filter((whole) => whole.length <= 8), missing], [[], 0]);
    });
  }
}
