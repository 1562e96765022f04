import assert from 'node:assert/strict';
import { test } from 'node:test';

import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { DEVICE_KINDS } from '../../../frontend/static/js/model/kinds.js';
import { fullLabel } from '../../../frontend/static/js/model/names.js';
import { createNode, placeAt } from '../../../frontend/static/js/gestures/placing.js';
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

test('the first group of people are students, the second trainers, then students again', () => {
  const { bench } = classroomBench();
  bench.stack.execute(removeItems(bench.model, [...bench.model.nodes.keys()]));
  const add = () => fullLabel(/** @type {any} */ (bench.model.placed(placeAt(bench, 'users', { x: 0, y: 0 }))));

  assert.deepEqual([add(), add(), add()], ['student1', 'trainer1', 'student2']);
});
