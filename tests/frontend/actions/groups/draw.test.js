import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actingEditor } from '../../support/acting.js';
import { click } from '../../support/editor.js';

test('a digit takes a device kind in hand, which the next click places', () => {
  const { run, toolbox, model, selection } = actingEditor();
  run('place-firewall');

  click(toolbox.current, 800, 700);

  assert.equal(model.nodes.get(selection.only ?? '')?.label, 'FW1');
});
