import assert from 'node:assert/strict';
import { test } from 'node:test';

import { PlaceTool } from '../../../../frontend/static/js/gestures/tools/place-tool.js';
import { at, classroomEditor, click } from '../../support/editor.js';

test('a click places on the grid, in the zone there, and puts the tool away', () => {
  const { editor } = classroomEditor();
  let done = 0;
  const tool = new PlaceTool(editor, () => done++);
  tool.take('router');
  tool.activate();

  click(tool, 170, 171);

  const placed = editor.model.nodes.get(editor.selection.only ?? '');
  assert.deepEqual([placed?.label, placed?.x, placed?.y, placed?.zone], ['R2', 176, 176, 'pod']);
  assert.equal(done, 1);
});

test('with Shift it stays in hand', () => {
  const { editor } = classroomEditor();
  let done = 0;
  const tool = new PlaceTool(editor, () => done++);
  tool.take('users');

  click(tool, 700, 500, { shift: true });
  click(tool, 700, 600, { shift: true });

  assert.equal(done, 0);
  assert.equal(editor.model.nodes.size, 9);
});

test('what would be placed is shown under the pointer', () => {
  const { editor } = classroomEditor();
  const tool = new PlaceTool(editor, () => {});
  tool.take('firewall');

  tool.pointerMove(at(33, 47));
  const [ghost] = editor.view.hints.ghosts;
  assert.deepEqual([ghost.x, ghost.y], [32, 48]);
  tool.deactivate();

  assert.deepEqual(editor.view.hints.ghosts, []);
});

test('without a pointer Enter places it where its ghost is, and arrows move the ghost first', () => {
  const { editor, announced } = classroomEditor();
  let done = 0;
  const tool = new PlaceTool(editor, () => done++);
  tool.take('firewall');
  tool.activate();
  const [ghost] = editor.view.hints.ghosts;

  for (const keys of ['ArrowRight', 'Shift+ArrowDown', 'ArrowUp']) assert.equal(tool.pressKey(keys), true);
  assert.equal(tool.pressKey('X'), false);
  tool.pressKey('Enter');

  const placed = editor.model.nodes.get(editor.selection.only ?? '');
  assert.deepEqual([placed?.label, placed?.x, placed?.y], ['FW1', ghost.x + 16, ghost.y + 4 * 16]);
  assert.deepEqual([done, announced.length], [1, 1]);
});

test('without snapping it comes to lie where the pointer is', () => {
  const { editor } = classroomEditor();
  editor.options.toggle('snaps');
  const tool = new PlaceTool(editor, () => {});
  tool.take('server');

  click(tool, 701, 503);

  const placed = editor.model.nodes.get(editor.selection.only ?? '');
  assert.deepEqual([placed?.x, placed?.y], [701, 503]);
});

test('on a cable it is put into that, which lights up before', () => {
  const { editor } = classroomEditor();
  const tool = new PlaceTool(editor, () => {});
  tool.take('switch');
  tool.activate();
  tool.pointerMove(at(603, 204));
  assert.equal(editor.view.hints.target, 'l3');

  click(tool, 603, 204);

  const id = editor.selection.only ?? '';
  assert.deepEqual(editor.model.linksOf(id).map(({ source, target }) => [source.node, target.node]), [['srv', id], [id, 'lan']]);
  assert.equal(editor.stack.undoLabel, 'Put SW1 into the cable SRV1–LAN1');
  editor.stack.undo();
  assert.equal(editor.stack.canUndo, false);
});

test('people and notes on a cable leave it alone', () => {
  const { editor } = classroomEditor();
  const tool = new PlaceTool(editor, () => {});
  tool.take('note');

  click(tool, 603, 204);

  assert.equal(editor.model.links.size, 3);
});
