import assert from 'node:assert/strict';
import { test } from 'node:test';

import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { SelectTool } from '../../../frontend/static/js/gestures/tools/select-tool.js';
import { at, classroomEditor, drag } from '../support/editor.js';

/** The cable from the server (600, 300) up to the network (600, 100) is selected. Its end at the server is held at 600, 261. */
function holding() {
  const { editor, heard } = classroomEditor();
  editor.selection.set(['l3']);
  const ends = () => {
    const { source, target } = /** @type {import('../../../frontend/static/js/model/diagram.js').Link} */ (editor.model.links.get('l3'));
    return [source.node, target.node].sort();
  };
  return { ...editor, heard, tool: new SelectTool(editor, () => {}), ends };
}

test('an end of a selected cable is dragged to another device, in one step', () => {
  const { tool, ends, stack, model } = holding();

  drag(tool, [[600, 261], [400, 200], [100, 100]]);

  assert.deepEqual(ends(), ['lan', 'r1']);
  assert.deepEqual([model.nodes.get('srv')?.y, model.links.get('l3')?.bends ?? []], [300, []]);
  stack.undo();
  assert.deepEqual([ends(), stack.canUndo], [['lan', 'srv'], false]);
});

test('on its way the line from the end that stays is shown, and nothing is after that', () => {
  const { tool, view } = holding();

  tool.pointerDown(at(600, 261));
  tool.pointerMove(at(105, 100), true);
  assert.deepEqual([view.hints.rubber?.kind, view.hints.rubber?.to, view.hints.target], ['cable', { x: 105, y: 100 }, 'r1']);
  tool.cancel();

  assert.deepEqual([view.hints.rubber, view.hints.target], [null, null]);
});

test('an end that is dropped on nothing, on its own device or where it may not be stays', () => {
  const { tool, ends, stack, heard } = holding();

  drag(tool, [[600, 261], [800, 700]]);
  drag(tool, [[600, 261], [640, 280], [600, 300]]);
  tool.pointerMove(at(800, 700), false);
  drag(tool, [[600, 261], [600, 100]]);

  assert.deepEqual([ends(), stack.canUndo], [['lan', 'srv'], false]);
  assert.ok(heard.some((sentence) => sentence.includes('Only a device can have a cable to itself.')));
});

test('where the device under the pointer shows its handles, these draw new cables', () => {
  const { tool, ends, model } = holding();
  const before = model.links.size;

  tool.pointerMove(at(600, 300), false);
  tool.pointerMove(at(600, 261), false);
  drag(tool, [[600, 261], [400, 200], [100, 100]]);

  assert.deepEqual([ends(), model.links.size], [['lan', 'srv'], before + 1]);
});

test('an end whose cable somebody else removes on the way changes nothing', () => {
  const { tool, model, stack, ends } = holding();

  tool.pointerDown(at(600, 261));
  tool.pointerMove(at(105, 100), true);
  stack.execute(removeItems(model, ['l3']));
  tool.pointerUp(at(105, 100));
  stack.undo();

  assert.deepEqual([ends(), stack.canUndo], [['lan', 'srv'], false]);
});
