import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Toolbox } from '../../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomEditor, click } from '../../support/editor.js';

test('Escape leaves the gesture, then the tool, then the selection', () => {
  const { editor } = classroomEditor();
  const toolbox = new Toolbox(editor);
  editor.selection.set(['r1']);
  toolbox.connect();

  toolbox.escape();
  assert.equal(toolbox.current.name, 'connect');
  toolbox.escape();
  assert.equal(toolbox.current.name, 'select');
  assert.equal(editor.selection.size, 1);
  toolbox.escape();

  assert.equal(editor.selection.size, 0);
});

test('what is armed is placed by the next click, and then the pointer selects again', () => {
  const { editor } = classroomEditor();
  const toolbox = new Toolbox(editor);
  let changes = 0;
  toolbox.addEventListener('changed', () => changes++);

  toolbox.arm('server');
  assert.equal(toolbox.current.name, 'place');
  click(toolbox.current, 800, 700);

  const placed = editor.model.nodes.get(editor.selection.only ?? '');
  assert.deepEqual([placed?.label, toolbox.current.name, changes], ['SRV2', 'select', 2]);
});

test('a zone in hand is drawn out', () => {
  const { editor } = classroomEditor();
  const toolbox = new Toolbox(editor);

  toolbox.arm('zone');

  assert.deepEqual([toolbox.current.name, editor.host.style.cursor], ['zone', 'crosshair']);
});

test('joining can begin at a given node', () => {
  const { editor } = classroomEditor();
  const toolbox = new Toolbox(editor);

  toolbox.connectFrom('srv');
  click(toolbox.current, 240, 100);

  assert.equal(editor.model.linksOf('srv').length, 2);
});
