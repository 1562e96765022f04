import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Toolbox } from '../../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomEditor, click, drag } from '../../support/editor.js';

const FINGER = { isTouch: true };

function selecting() {
  const { editor } = classroomEditor();
  const toolbox = new Toolbox(editor);
  toolbox.selectSeveral();
  return { ...editor, toolbox, tool: toolbox.current };
}

test('taps add to what is selected and take away', () => {
  const { tool, selection } = selecting();

  for (const [x, y] of [[100, 100], [240, 100], [600, 300], [240, 100]]) click(tool, x, y, FINGER);

  assert.deepEqual([...selection.ids], ['r1', 'srv']);
});

test('a finger draws a box around what comes to the selection, and what was selected stays', () => {
  const { tool, selection, viewport } = selecting();
  click(tool, 600, 300, FINGER);

  drag(tool, [[10, 700], [300, 400], [290, 40]], FINGER);
  click(tool, 900, 720, FINGER);

  assert.ok(selection.has('srv') && selection.has('pc'));
  assert.deepEqual(viewport.offset, { x: 0, y: 0 });
});

test('what is selected together is dragged together, and Escape puts the tool away but not the selection', () => {
  const { tool, toolbox, selection, model } = selecting();
  click(tool, 100, 100, FINGER);
  click(tool, 240, 100, FINGER);

  drag(tool, [[100, 100], [130, 110], [163, 131]], FINGER);
  assert.deepEqual([model.nodes.get('r1')?.x, model.nodes.get('pc')?.x], [160, 300]);
  toolbox.escape();

  assert.deepEqual([toolbox.current.name, selection.size], ['select', 2]);
});

test('no handles come up that the next tap could take', () => {
  const { tool, toolbox, view, selection } = selecting();

  click(tool, 100, 100, FINGER);
  assert.equal(view.hints.handles, false);
  click(tool, 100, 52, FINGER);

  assert.deepEqual([selection.has('r1'), toolbox.current.name], [true, 'select-several']);
});
