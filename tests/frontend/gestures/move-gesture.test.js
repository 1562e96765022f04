import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SelectTool } from '../../../frontend/static/js/gestures/tools/select-tool.js';
import { moveItems } from '../../../frontend/static/js/model/commands/positions/move.js';
import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { at, classroomEditor } from '../support/editor.js';

test('what is held stays under the pointer where another tab moves it meanwhile, and may be gone', () => {
  const { editor } = classroomEditor();
  const { view, model, stack, selection } = editor;
  const tool = new SelectTool(editor, () => {});
  selection.set(['r1', 'pc']);
  tool.pointerDown(at(100, 100));
  tool.pointerMove(at(164, 164, { ctrl: true }), true);

  stack.execute(moveItems(model, ['r1'], { x: 320, y: 0 }));
  tool.pointerMove(at(164, 164, { ctrl: true }), true);
  assert.deepEqual([view.scene.node('r1')?.x, view.scene.node('r1')?.y], [164, 164]);
  stack.execute(removeItems(model, ['r1']));
  tool.pointerMove(at(164, 164, { ctrl: true }), true);
  tool.pointerUp(at(164, 164, { ctrl: true }));

  assert.deepEqual([model.nodes.get('pc')?.x, model.nodes.get('pc')?.y], [304, 164]);
});
