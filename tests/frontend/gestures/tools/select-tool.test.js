import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SelectTool } from '../../../../frontend/static/js/gestures/tools/select-tool.js';
import { removeItems } from '../../../../frontend/static/js/model/commands/remove.js';
import { lockItems } from '../../../../frontend/static/js/model/commands/update.js';
import { at, classroomEditor, click, drag } from '../../support/editor.js';

function selecting() {
  const { editor, heard } = classroomEditor();
  /** @type {string[]} */
  const connected = [];
  return { ...editor, heard, connected, tool: new SelectTool(editor, (id) => connected.push(id)) };
}

test('a click selects, and a click on nothing selects nothing', () => {
  const { tool, selection } = selecting();

  click(tool, 100, 100);
  assert.deepEqual([...selection.ids], ['r1']);
  click(tool, 900, 700);

  assert.equal(selection.size, 0);
});

test('Ctrl and Shift add to the selection and take away', () => {
  const { tool, selection } = selecting();

  click(tool, 100, 100);
  click(tool, 240, 100, { shift: true });
  click(tool, 600, 300, { ctrl: true });
  assert.deepEqual([...selection.ids], ['r1', 'pc', 'srv']);
  click(tool, 240, 100, { ctrl: true });

  assert.deepEqual([...selection.ids], ['r1', 'srv']);
});

test('a drag moves what is selected in one step, snapped to the grid', () => {
  const { tool, model, stack, selection } = selecting();
  selection.set(['r1', 'pc']);

  drag(tool, [[100, 100], [130, 110], [163, 131]]);

  assert.deepEqual([model.nodes.get('r1')?.x, model.nodes.get('r1')?.y], [160, 128]);
  assert.deepEqual([model.nodes.get('pc')?.x, model.nodes.get('pc')?.y], [300, 128]);
  assert.equal(stack.undoLabel, 'Move 2 devices');
  stack.undo();
  assert.equal(stack.canUndo, false);
});

test('what is dragged is shown on its way, and the zone that would take it in lights up', () => {
  const { tool, view, model } = selecting();

  tool.pointerDown(at(600, 300));
  tool.pointerMove(at(320, 320), true);

  assert.deepEqual(view.scene.node('srv')?.x, 320);
  assert.equal(model.nodes.get('srv')?.x, 600);
  assert.equal(view.hints.target, 'room');
  tool.cancel();
  assert.equal(view.scene.node('srv')?.x, 600);
  assert.equal(view.hints.target, null);
});

test('a node dropped into a zone is then in it', () => {
  const { tool, model } = selecting();

  drag(tool, [[600, 300], [320, 320]]);

  assert.equal(model.nodes.get('srv')?.zone, 'room');
});

test('a drag with Alt leaves the original and drops a copy', () => {
  const { tool, model, selection } = selecting();

  drag(tool, [[600, 300], [600, 460]], { alt: true });

  assert.equal(model.nodes.get('srv')?.y, 300);
  const copy = model.nodes.get(selection.only ?? '');
  assert.deepEqual([copy?.label, copy?.y], ['SRV2', 464]);
  assert.deepEqual(model.linksOf(copy?.id ?? '').map((link) => link.target.node), ['lan']);
});

test('while Alt is down the original stays where it is, and ghosts show the copies', () => {
  const { tool, view, selection } = selecting();
  selection.set(['room']);

  tool.pointerDown(at(20, 300));
  tool.pointerMove(at(20, 380), true);
  assert.equal(view.scene.zone('room')?.y, 80);
  tool.pointerMove(at(20, 381, { alt: true }), true);

  assert.equal(view.scene.zone('room')?.y, 0);
  assert.deepEqual(view.hints.ghosts.map((/** @type {{ id: string, y: number }} */ { id, y }) => [id, y]), [['room', 80], ['pod', 120], ['r1', 180], ['pc', 180], ['note', 420]]);
  tool.cancel();
  assert.deepEqual(view.hints.ghosts, []);
});

test('a click with Alt deletes what it is on, but no zone', () => {
  const { tool, model, stack } = selecting();

  click(tool, 600, 300, { alt: true });
  click(tool, 170, 100, { alt: true });
  click(tool, 20, 300, { alt: true });

  assert.deepEqual([model.nodes.has('srv'), model.links.size, model.zones.size], [false, 1, 2]);
  assert.equal(stack.undoLabel, 'Delete the cable R1–PC09');
  stack.undo();
  stack.undo();
  assert.deepEqual([model.nodes.has('srv'), stack.canUndo], [true, false]);
});

test('without snapping a drag moves by the very way of the pointer', () => {
  const { tool, model, options } = selecting();
  options.toggle('snaps');

  drag(tool, [[600, 300], [640, 423], [651, 437]]);

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [651, 437]);
});

test('a zone is dragged by its body, with its content', () => {
  const { tool, model } = selecting();

  drag(tool, [[160, 300], [160, 460]]);

  assert.equal(model.zones.get('room')?.y, 160);
  assert.equal(model.nodes.get('r1')?.y, 260);
});

test('a box drawn on empty canvas selects what it encloses, with the cables between', () => {
  const { tool, selection, view } = selecting();

  tool.pointerDown(at(520, 20));
  tool.pointerMove(at(700, 380), true);
  assert.deepEqual(view.hints.marquee, { x: 520, y: 20, width: 180, height: 360 });
  tool.pointerUp(at(700, 380));

  assert.deepEqual(new Set(selection.ids), new Set(['lan', 'srv', 'l3']));
  assert.equal(view.hints.marquee, null);
});

test('with Shift a box is drawn inside a zone too, and adds', () => {
  const { tool, selection, model } = selecting();
  selection.set(['srv']);

  drag(tool, [[60, 72], [300, 200]], { shift: true });

  assert.deepEqual(new Set(selection.ids), new Set(['srv', 'r1', 'pc', 'l1']));
  assert.equal(model.zones.get('pod')?.x, 40);
});

test('a locked zone lets a box be drawn over it, and a locked node stays', () => {
  const { tool, stack, model, selection } = selecting();
  stack.execute(lockItems(model, ['pod', 'r1'], true));

  drag(tool, [[50, 150], [300, 60]]);
  assert.ok(selection.has('r1'));
  drag(tool, [[100, 100], [200, 200]]);

  assert.equal(model.nodes.get('r1')?.x, 100);
});

test('the handle of a selected zone resizes it', () => {
  const { tool, model, selection, stack } = selecting();
  selection.set(['room']);

  drag(tool, [[400, 400], [690, 420]]);

  assert.deepEqual([model.zones.get('room')?.width, model.zones.get('room')?.height], [688, 416]);
  assert.equal(model.nodes.get('srv')?.zone, 'room');
  assert.equal(stack.undoLabel, 'Resize Room');
});

test('a cable is drawn from a handle to another node', () => {
  const { tool, model, stack } = selecting();

  tool.pointerMove(at(600, 300), false);
  drag(tool, [[639, 300], [400, 200], [240, 100]]);

  assert.equal(stack.undoLabel, 'Connect SRV1 and PC09');
  assert.equal(model.linksOf('pc').length, 2);
});

test('access is drawn from the handle of people to a zone', () => {
  const { tool, model } = selecting();

  tool.pointerMove(at(-200, 200), false);
  drag(tool, [[-161, 200], [60, 380]]);

  assert.deepEqual(model.accessOf('trainers').map((edge) => edge.target), ['lan', 'room']);
});

test('what may not be joined is not, and the reason is told', () => {
  const { tool, heard, model } = selecting();

  tool.pointerMove(at(600, 300), false);
  drag(tool, [[639, 300], [60, 340]]);

  assert.deepEqual(heard, ['A note has no cables.']);
  assert.equal(model.links.size, 3);
});

test('a click on a handle goes on click by click', () => {
  const { tool, connected } = selecting();

  tool.pointerMove(at(600, 300), false);
  click(tool, 639, 300);

  assert.deepEqual(connected, ['srv']);
});

test('the handles stay while the pointer goes from the tile to them, and go beyond', () => {
  const { tool, view } = selecting();

  tool.pointerMove(at(600, 300), false);
  tool.pointerMove(at(634, 300), false);
  assert.deepEqual([view.hints.hover, view.hints.handles], ['srv', true]);
  tool.pointerMove(at(680, 300), false);

  assert.deepEqual([view.hints.hover, view.hints.handles], [null, false]);
});

test('what people reach lights up under the pointer, and for a device those who reach it', () => {
  const { tool, view } = selecting();

  tool.pointerMove(at(-200, 200), false);
  assert.deepEqual(view.hints.lit, new Set(['r1', 'srv']));
  tool.pointerMove(at(100, 100), false);
  assert.deepEqual(view.hints.lit, new Set(['students', 'trainers']));
  tool.pointerMove(at(900, 700), false);

  assert.deepEqual(view.hints.lit, new Set());
});

test('a double click renames, and on empty canvas asks what to place', () => {
  const { tool, heard } = selecting();

  tool.pointerDown(at(100, 100, { clicks: 2 }));
  tool.pointerDown(at(800, 700, { clicks: 2 }));
  tool.pointerDown(at(200, 10, { clicks: 2 }));

  assert.deepEqual(heard, ['rename r1', 'picker', 'rename room']);
});

test('a finger on empty canvas moves the drawing, and a tap selects nothing', () => {
  const { tool, viewport, selection } = selecting();
  selection.set(['r1']);

  drag(tool, [[800, 700], [850, 720]], { isTouch: true });
  assert.deepEqual(viewport.offset, { x: 50, y: 20 });
  assert.equal(selection.size, 1);
  click(tool, 800, 700, { isTouch: true });

  assert.equal(selection.size, 0);
});

test('the menu keeps a selection that is under the pointer, and else takes what is there', () => {
  const { tool, selection } = selecting();
  selection.set(['r1', 'srv']);

  tool.selectUnder(at(100, 100));
  assert.equal(selection.size, 2);
  tool.selectUnder(at(240, 100));
  assert.deepEqual([...selection.ids], ['pc']);
  tool.selectUnder(at(900, 700));

  assert.equal(selection.size, 0);
});

test('a node without cables that is dragged onto a cable comes into it; with Ctrl it does not', () => {
  const { tool, model, stack } = selecting();
  stack.execute(removeItems(model, ['l3']));

  drag(tool, [[600, 300], [500, 220], [420, 84]]);

  assert.deepEqual(model.linksOf('srv').map(({ source, target }) => `${source.node}-${target.node}`), ['r1-srv', 'srv-lan']);
  stack.undo();
  drag(tool, [[600, 300], [500, 220], [420, 84]], { ctrl: true });
  assert.equal(model.linksOf('srv').length, 0);
});

test('a node with cables that is dragged over a cable keeps those that it has', () => {
  const { tool, model } = selecting();

  drag(tool, [[600, 300], [500, 220], [420, 84]]);

  assert.equal(model.links.size, 3);
});
