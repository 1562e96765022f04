import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Toolbox } from '../../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomBench, click } from '../../support/bench.js';

test('Escape leaves the gesture, then the tool, then the selection', () => {
  const { bench } = classroomBench();
  const toolbox = new Toolbox(bench);
  bench.selection.set(['r1']);
  toolbox.connect();

  toolbox.escape();
  assert.equal(toolbox.current.name, 'connect');
  toolbox.escape();
  assert.equal(toolbox.current.name, 'select');
  assert.equal(bench.selection.size, 1);
  toolbox.escape();

  assert.equal(bench.selection.size, 0);
});

test('what is armed is placed by the next click, and then the pointer selects again', () => {
  const { bench } = classroomBench();
  const toolbox = new Toolbox(bench);
  let changes = 0;
  toolbox.addEventListener('changed', () => changes++);

  toolbox.arm('server');
  assert.equal(toolbox.armed, 'server');
  click(toolbox.current, 800, 700);
  assert.deepEqual([toolbox.armed, toolbox.current.name, changes], [null, 'select', 2]);
  toolbox.arm('zone');

  assert.equal(toolbox.armed, 'zone');
  assert.equal(bench.host.style.cursor, 'crosshair');
});

test('joining can begin at a given node', () => {
  const { bench } = classroomBench();
  const toolbox = new Toolbox(bench);

  toolbox.connectFrom('srv');
  click(toolbox.current, 240, 100);

  assert.equal(bench.model.linksOf('srv').length, 2);
});
