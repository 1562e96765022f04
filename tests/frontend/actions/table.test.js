import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { actingEditor } from '../support/acting.js';

test('every action does something or goes somewhere', () => {
  const idle = ACTIONS.filter(({ run, href }) => (run === undefined) === (href === undefined));

  assert.deepEqual(idle, []);
});

test('what is not possible is not done', () => {
  const { run, stack } = actingEditor();

  run('delete');

  assert.equal(stack.canUndo, false);
});
