import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ZoneTool } from '../../../../frontend/static/js/gestures/tools/zone-tool.js';
import { at, classroomEditor, click, drag } from '../../support/editor.js';

function drawing() {
  const { editor } = classroomEditor();
  return { ...editor, tool: new ZoneTool(editor, () => {}) };
}

test('a zone is drawn around what it shall hold', () => {
  const { tool, model, selection } = drawing();

  drag(tool, [[520, 20], [700, 380]]);

  const zone = model.zones.get(selection.only ?? '');
  assert.deepEqual([zone?.label, zone?.x, zone?.width, zone?.height], ['Zone 1', 528, 176, 368]);
  assert.equal(model.nodes.get('srv')?.zone, zone?.id);
});

test('a click puts a zone of the usual size', () => {
  const { tool, model, selection } = drawing();

  click(tool, 800, 700);

  assert.deepEqual([model.zones.get(selection.only ?? '')?.width, model.zones.get(selection.only ?? '')?.x], [320, 640]);
});

test('Enter puts one where there is room', () => {
  const { tool, model, selection } = drawing();
  tool.activate();

  assert.equal(tool.pressKey('Enter'), true);

  const zone = model.zones.get(selection.only ?? '');
  assert.deepEqual([zone?.label, zone?.zone, model.contentOf(zone?.id ?? '').length], ['Zone 1', null, 0]);
});

test('cancelling leaves no trace', () => {
  const { tool, model, view } = drawing();

  tool.pointerDown(at(500, 500));
  tool.pointerMove(at(800, 800));
  assert.ok(view.hints.frame);
  assert.equal(tool.cancel(), true);
  tool.pointerUp(at(800, 800));

  assert.equal(view.hints.frame, null);
  assert.equal(model.zones.size, 2);
});
