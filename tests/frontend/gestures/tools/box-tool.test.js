import assert from 'node:assert/strict';
import { test } from 'node:test';

import { BoxTool } from '../../../../frontend/static/js/gestures/tools/box-tool.js';
import { at, classroomEditor, click, drag } from '../../support/editor.js';

function drawing() {
  const { editor } = classroomEditor();
  return { ...editor, tool: new BoxTool(editor, () => {}) };
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

test('a shape is drawn from corner to corner, a line from where the press is to where it ends', () => {
  const { tool, model, selection } = drawing();
  const draw = (/** @type {import('../../../../frontend/static/js/model/kinds.js').ShapeKind} */ kind) => {
    tool.take(kind);
    tool.activate();
    drag(tool, [[896, 400], [800, 336]]);
    const shape = model.nodes.get(selection.only ?? '');
    return shape?.type === 'shape' ? [shape.shape, shape.x, shape.y, shape.width, shape.height] : [];
  };

  assert.deepEqual(draw('ellipse'), ['ellipse', 848, 368, 96, 64]);
  assert.deepEqual(draw('arrow'), ['arrow', 848, 368, -96, -64]);
});

test('a click or Enter puts a shape of the usual size', () => {
  const { tool, model, selection } = drawing();
  tool.take('rectangle');

  click(tool, 800, 700);
  const clicked = selection.only ?? '';
  tool.activate();
  tool.pressKey('Enter');

  const sizes = [clicked, selection.only ?? ''].map((id) => {
    const shape = model.nodes.get(id);
    return shape?.type === 'shape' ? [shape.width, shape.height] : null;
  });
  assert.deepEqual(sizes, [[160, 96], [160, 96]]);
});

test('a shape in a zone is in it', () => {
  const { tool, model, selection } = drawing();
  tool.take('rectangle');

  drag(tool, [[16, 288], [112, 384]]);

  assert.equal(model.nodes.get(selection.only ?? '')?.zone, 'room');
});
