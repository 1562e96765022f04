import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { assertSound } from '../support/check-diagram.js';
import { saved } from '../support/labs.js';

const GOLDEN = fileURLToPath(new URL('../../golden/', import.meta.url));
const cases = globSync('*/diagram.json', { cwd: GOLDEN });

test('there are golden diagrams', () => assert.ok(cases.length > 0));

for (const name of cases) {
  test(`the editor keeps ${name} as it is`, () => {
    const diagram = JSON.parse(readFileSync(GOLDEN + name, 'utf8'));

    assert.deepEqual(saved(new DiagramModel(diagram)), diagram);
    assertSound(diagram);
  });
}
