import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PlaceTool } from '../../../frontend/static/js/tools/place-tool.js';
import { at, classroomBench, click } from '../support/bench.js';

test('a click places on the grid, in the zone there, and puts the tool away', () => {
  const { bench } = classroomBench();
  let done = 0;
  const tool = new PlaceTool(bench, () => done++);
  tool.take('router');
  tool.activate();

  click(tool, 170, 171);

  const placed = bench.model.nodes.get(bench.selection.only ?? '');
  assert.deepEqual([placed?.label, placed?.x, placed?.y, placed?.zone], ['R2', 176, 176, 'pod']);
  assert.equal(done, 1);
});

test('with Shift it stays in hand', () => {
  const { bench } = classroomBench();
  let done = 0;
  const tool = new PlaceTool(bench, () => done++);
  tool.take('users');

  click(tool, 700, 500, { shift: true });
  click(tool, 700, 600, { shift: true });

  assert.equal(done, 0);
  assert.equal(bench.model.nodes.size, 9);
});

test('what would be placed is shown under the pointer', () => {
  const { bench } = classroomBench();
  const tool = new PlaceTool(bench, () => {});
  tool.take('firewall');

  tool.pointerMove(at(33, 47));
  assert.deepEqual([bench.view.hints.ghost?.x, bench.view.hints.ghost?.y], [32, 48]);
  tool.deactivate();

  assert.equal(bench.view.hints.ghost, null);
});
