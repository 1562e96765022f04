import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { TabNavigation } from '../../../frontend/static/js/gestures/tab-navigation.js';
import { Toolbox } from '../../../frontend/static/js/gestures/tools/toolbox.js';
import { classroomEditor } from '../support/editor.js';

function acting() {
  const { editor, heard, announced } = classroomEditor();
  const done = /** @type {string[]} */ ([]);
  editor.clipboard = /** @type {any} */ ({
    isFilled: true,
    copy: () => done.push('copy'),
    cut: () => done.push('cut'),
    paste: () => done.push('paste'),
    duplicate: () => done.push('duplicate'),
  });
  const toolbox = new Toolbox(editor);
  Object.assign(editor.canvas, { toolbox, navigation: new TabNavigation(editor) });
  const actions = new Actions(editor, ACTIONS);
  const run = (/** @type {string} */ name) => actions.run(name);
  const isEnabled = (/** @type {string} */ name) => actions.isEnabled(actions.get(name));
  return { ...editor, heard, announced, done, toolbox, actions, run, isEnabled };
}

test('every action does something or goes somewhere', () => {
  const idle = ACTIONS.filter(({ run, href }) => (run === undefined) === (href === undefined));

  assert.deepEqual(idle, []);
});

test('what is not possible is not done', () => {
  const { run, stack } = acting();

  run('delete');

  assert.equal(stack.canUndo, false);
});

test('the command palette says what undo and redo would do', () => {
  const { actions, run, selection } = acting();
  const label = (/** @type {string} */ name) => actions.listed().find(({ action }) => action.name === name)?.label;
  selection.set(['srv']);

  run('delete');
  assert.deepEqual([label('undo'), label('redo')], ['Undo: Delete SRV1', undefined]);
  run('undo');

  assert.equal(label('redo'), 'Redo: Delete SRV1');
});

test('a burst of arrows is one step of undo', () => {
  const { run, selection, model, stack } = acting();
  selection.set(['srv']);

  for (const way of ['right', 'right', 'down', 'far-left']) run(`nudge-${way}`);

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [600 + 32 - 80, 316]);
  stack.undo();
  assert.deepEqual([model.nodes.get('srv')?.x, stack.canUndo], [600, false]);
});

test('without snapping arrows move by one unit, with Shift by five', () => {
  const { run, selection, model } = acting();
  selection.set(['srv']);

  run('toggle-snap');
  run('nudge-right');
  run('nudge-far-down');

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [601, 305]);
});

test('the next and the previous thing are selected, told and brought into view, and after the last one there is none', () => {
  const { run, isEnabled, selection, announced, viewport } = acting();
  const seen = [];
  viewport.panBy(-5000, 0);

  while (isEnabled('next')) {
    run('next');
    seen.push(selection.only);
  }
  run('previous');

  assert.deepEqual(seen, ['students', 'room', 'pod', 'r1', 'pc', 'lan', 'trainers', 'srv', 'note']);
  assert.deepEqual([selection.only, announced[2], announced.at(-1)], ['srv', 'Pod, Pod, in Room, 3 of 9', 'SRV1, Server, 8 of 9']);
  assert.ok(viewport.box.x < 600 && viewport.box.x + viewport.box.width > 600);
});

test('a cable that is selected is no dead end', () => {
  const { run, selection } = acting();
  run('next');
  selection.set(['l1']);

  run('next');

  assert.equal(selection.only, 'room');
});

test('after Escape there is no next thing, until something is selected', () => {
  const { run, isEnabled, selection } = acting();

  run('escape');
  assert.deepEqual([isEnabled('next'), isEnabled('previous')], [false, false]);
  selection.set(['r1']);

  assert.equal(isEnabled('next'), true);
});

test('a digit takes a device kind in hand', () => {
  const { run, toolbox } = acting();

  run('place-firewall');

  assert.equal(toolbox.armed, 'firewall');
});

test('home shows the drawing at 100 %', () => {
  const { run, viewport } = acting();
  viewport.zoomAt({ x: 0, y: 0 }, 3);
  viewport.panBy(9000, 0);

  run('home');

  assert.deepEqual([viewport.zoom, viewport.middle], [1, { x: 200, y: 186 }]);
});

test('arrows without a selection move the view', () => {
  const { run, viewport, stack } = acting();

  run('nudge-right');

  assert.deepEqual([viewport.offset.x, stack.canUndo], [-32, false]);
});

test('what is selected can be deleted, grouped, locked and lined up', () => {
  const { run, isEnabled, selection, model, stack } = acting();
  assert.equal(isEnabled('delete'), false);
  assert.equal(isEnabled('align-left'), false);
  selection.set(['lan', 'srv']);

  run('align-left');
  run('lock');
  run('group');
  const zone = selection.only ?? '';
  assert.deepEqual([model.nodes.get('srv')?.zone, model.nodes.get('srv')?.locked], [zone, true]);
  run('ungroup');
  assert.equal(model.nodes.get('srv')?.zone, null);
  selection.set(['lan', 'srv']);
  run('delete');

  assert.equal(model.nodes.size, 5);
  assert.equal(stack.undoLabel, 'Delete 2 items');
});

test('rename needs exactly one node or zone', () => {
  const { run, isEnabled, selection, heard } = acting();
  selection.set(['l1']);
  assert.equal(isEnabled('rename'), false);
  selection.set(['r1']);

  run('rename');
  run('properties');

  assert.deepEqual(heard, ['rename r1', 'properties']);
});

test('the menu opens beside what is selected', () => {
  const { run, selection, heard } = acting();
  selection.set(['srv']);

  run('menu');

  assert.deepEqual(heard, [`menu at ${628 + 100},${272 + 50}`]);
});

test('everything fits on the screen, and so does the selection', () => {
  const { run, viewport, selection, isEnabled } = acting();

  run('fit-all');
  const shown = viewport.box;
  assert.ok(shown.x < -228 && shown.x + shown.width > 628);
  assert.equal(isEnabled('fit-selection'), false);
  selection.set(['r1']);
  run('fit-selection');

  assert.equal(viewport.zoom, 1.5);
});

test('layers are switched', () => {
  const { run, view } = acting();

  run('toggle-cables');

  assert.deepEqual([view.layers.cables, view.layers.access], [false, true]);
});

test('all and nothing can be selected', () => {
  const { run, selection } = acting();

  run('select-all');
  assert.equal(selection.size, 14);
  run('select-none');

  assert.equal(selection.size, 0);
});

test('the clipboard does what its name says', () => {
  const { run, done, selection } = acting();
  selection.set(['r1']);

  for (const name of ['copy', 'cut', 'paste', 'duplicate']) run(name);

  assert.deepEqual(done, ['copy', 'cut', 'paste', 'duplicate']);
});
