import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actingEditor } from '../../support/acting.js';

test('a digit takes a device kind in hand', () => {
  const { run, toolbox } = actingEditor();

  run('place-firewall');

  assert.equal(toolbox.armed, 'firewall');
});
