import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SelectTool } from '../../../frontend/static/js/gestures/tools/select-tool.js';
import { setCableStyle } from '../../../frontend/static/js/model/commands/cable-style.js';
import { moveItems } from '../../../frontend/static/js/model/commands/positions/move.js';
import { at, classroomEditor, click, drag } from '../support/editor.js';

/** The cable from the network (600, 100) to the server (600, 300) is selected; its middle is at 600, 200. */
function bending() {
  const { editor } = classroomEditor();
  editor.selection.set(['l3']);
  return { ...editor, tool: new SelectTool(editor, () => {}), bends: () => editor.model.links.get('l3')?.bends ?? [] };
}

test('a selected cable is bent by its middle, in one step, on the grid', () => {
  const { tool, stack, bends } = bending();

  drag(tool, [[600, 200], [640, 200], [701, 207]]);

  assert.deepEqual(bends(), [{ x: 704, y: 208 }]);
  stack.undo();
  assert.deepEqual(bends(), []);
  assert.equal(stack.canUndo, false);
});

test('a selected cable is bent wherever it is held, but not by the devices at its ends', () => {
  const { tool, model, bends } = bending();

  drag(tool, [[601, 240], [656, 256]]);
  drag(tool, [[600, 110], [632, 110]]);

  assert.deepEqual(bends(), [{ x: 656, y: 256 }]);
  assert.equal(model.nodes.get('lan')?.x, 640);
});

test('a bend is moved on, and is none any more on the way between its neighbours', () => {
  const { tool, bends } = bending();
  drag(tool, [[600, 200], [704, 208]]);

  drag(tool, [[704, 208], [720, 240]]);
  assert.deepEqual(bends(), [{ x: 720, y: 240 }]);
  drag(tool, [[720, 240], [602, 224]]);

  assert.deepEqual(bends(), []);
});

test('a double click takes a bend out, and a click on a handle changes nothing', () => {
  const { tool, selection, bends } = bending();
  drag(tool, [[600, 200], [704, 208]]);

  click(tool, 704, 208);
  assert.equal(bends().length, 1);
  assert.deepEqual([...selection.ids], ['l3']);
  click(tool, 704, 208, { clicks: 2 });

  assert.deepEqual(bends(), []);
});

test('while a cable is bent it is shown so, and not after it was given up', () => {
  const { tool, view, model } = bending();
  const link = /** @type {any} */ (model.links.get('l3'));

  tool.pointerDown(at(600, 200));
  tool.pointerMove(at(704, 208), true);
  assert.equal(view.scene.paths.bent, 'l3');
  assert.deepEqual(view.scene.paths.pathOf(link)[1], { x: 704, y: 208 });
  tool.cancel();

  assert.equal(view.scene.paths.bent, null);
  assert.equal(view.scene.paths.pathOf(link).length, 2);
});

test('a part of a cable in right angles is carried across the straight line between its ends, and is no bend only on the cable', () => {
  const { tool, view, model, stack, bends } = bending();
  stack.execute(setCableStyle(model, ['l3'], { route: 'orthogonal' }));
  stack.execute(moveItems(model, ['srv'], { x: 200, y: 0 }));
  view.scene.update(['l3', 'srv']);
  const { y } = view.scene.paths.pathOf(/** @type {import('../../../frontend/static/js/model/diagram.js').Link} */ (model.links.get('l3')))[2];

  drag(tool, [[700, y], [700, y + 48], [700, y]]);
  assert.deepEqual(bends(), []);
  drag(tool, [[720, y], [656, 160]]);

  assert.deepEqual(bends(), [{ x: 656, y: 160 }]);
});
