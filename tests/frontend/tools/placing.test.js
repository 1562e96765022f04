import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DEVICE_KINDS } from '../../../frontend/static/js/model/kinds.js';
import { createNode, placeAt } from '../../../frontend/static/js/tools/placing.js';
import { assertSound } from '../support/check-diagram.js';
import { classroomBench } from '../support/bench.js';
import { saved } from '../support/labs.js';

test('everything in the palette can be placed, each as one step', () => {
  const { bench } = classroomBench();
  const kinds = /** @type {const} */ ([...DEVICE_KINDS, 'users', 'network', 'gateway', 'note', 'zone']);

  for (const kind of kinds) placeAt(bench, kind, { x: 900, y: 700 });

  assertSound(saved(bench.model));
  let steps = 0;
  for (; bench.stack.canUndo; steps++) bench.stack.undo();
  assert.equal(steps, kinds.length);
});

test('a new name counts past those that are there', () => {
  const { bench } = classroomBench();

  assert.equal(createNode(bench.model, 'x', 'router', { x: 0, y: 0 }).label, 'R2');
  assert.equal(createNode(bench.model, 'x', 'users', { x: 0, y: 0 }).label, 'student9');
  assert.equal(createNode(bench.model, 'x', 'note', { x: 0, y: 0 }).label, 'Note');
});
