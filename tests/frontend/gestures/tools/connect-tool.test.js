import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConnectTool } from '../../../../frontend/static/js/gestures/tools/connect-tool.js';
import { at, classroomEditor, click, drag } from '../../support/editor.js';

function connecting() {
  const { editor, heard, announced } = classroomEditor();
  return { ...editor, heard, announced, tool: new ConnectTool(editor) };
}

test('two clicks join, and the tool is ready for the next pair', () => {
  const { tool, model, selection } = connecting();
  tool.activate();

  click(tool, 240, 100);
  assert.equal(tool.source, 'pc');
  click(tool, 600, 300);

  assert.equal(model.linksOf('pc').length, 2);
  assert.equal(model.links.has(selection.only ?? ''), true);
  assert.equal(tool.source, null);
});

test('a drag joins as well', () => {
  const { tool, model } = connecting();
  tool.activate();

  drag(tool, [[240, 100], [600, 300]]);

  assert.equal(model.linksOf('pc').length, 2);
});

test('what is selected is taken as the first end', () => {
  const { tool, model, selection } = connecting();
  selection.set(['srv']);
  tool.activate();

  click(tool, 240, 100);

  assert.equal(model.linksOf('pc').length, 2);
});

test('a line between people and a device is access, whichever end comes first', () => {
  const { tool, model } = connecting();
  tool.activate();

  click(tool, -200, 0);
  click(tool, 600, 300);
  click(tool, 240, 100);
  click(tool, -200, 200);

  assert.deepEqual(model.accessOf('students').map((edge) => edge.target), ['pod', 'srv']);
  assert.deepEqual(model.accessOf('trainers').map((edge) => edge.target), ['lan', 'pc']);
});

test('the line to the pointer says whether it may end there', () => {
  const { tool, view } = connecting();
  tool.activate();
  tool.pointerMove(at(240, 100));
  assert.equal(view.hints.target, 'pc');
  click(tool, 240, 100);

  tool.pointerMove(at(600, 300));
  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target, view.hints.why], [true, 'srv', null]);
  tool.pointerMove(at(60, 340));
  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target], [false, null]);
  assert.deepEqual(view.hints.why, { text: 'A note has no cables.', at: { x: 60, y: 340 } });
  tool.pointerMove(at(700, 500));
  assert.equal(view.hints.why, null);
});

test('before the first click it is told where no line may begin, and nothing when the tool is away', () => {
  const { tool, view } = connecting();
  tool.activate();

  tool.pointerMove(at(60, 340));
  assert.equal(view.hints.why?.text, 'A note has no cables.');
  tool.deactivate();

  assert.equal(view.hints.why, null);
});

test('the tool for access tells at once that it draws no cables', () => {
  const { tool, view } = connecting();
  tool.take(true);
  tool.activate();
  click(tool, 240, 100);

  tool.pointerMove(at(600, 300));
  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target], [false, null]);
  assert.match(view.hints.why?.text ?? '', /^Access has people at one end/);
  tool.pointerMove(at(-200, 0));

  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target], [true, 'students']);
});

test('a first end that can have no line is refused with the reason', () => {
  const { tool, heard } = connecting();
  tool.activate();

  click(tool, 60, 340);

  assert.deepEqual(heard, ['A note has no cables.']);
  assert.equal(tool.source, null);
});

test('cancelling gives up the first end, and then there is nothing to cancel', () => {
  const { tool, view } = connecting();
  tool.startAt('r1');
  tool.pointerMove(at(300, 300));

  assert.equal(tool.cancel(), true);
  assert.equal(view.hints.rubber, null);
  assert.equal(tool.cancel(), false);
});

test('keys join as well: arrows go to what is next in their direction, Enter takes it', () => {
  const { tool, model, selection, view, announced } = connecting();
  selection.set(['r1']);
  tool.activate();

  tool.pressKey('ArrowRight');
  assert.deepEqual([view.hints.target, view.hints.rubber?.to], ['pc', { x: 240, y: 100 }]);
  tool.pressKey('ArrowRight');
  tool.pressKey('ArrowDown');
  assert.equal(view.hints.target, 'srv');
  tool.pressKey('Enter');

  assert.deepEqual(model.linksOf('srv').map((link) => [link.source.node, link.target.node]), [['srv', 'lan'], ['r1', 'srv']]);
  assert.match(announced[0], /^Connect R1: /);
  assert.equal(announced.at(-1), 'SRV1, Server, 5 of 6');
  assert.deepEqual([tool.source, view.hints.target], [null, null]);
});

test('Tab goes round among what may be joined, zones too where it starts at people', () => {
  const { tool, model, selection, view } = connecting();
  selection.set(['trainers']);
  tool.activate();
  const seen = [];

  for (let press = 0; press < 6; press++) {
    tool.pressKey('Tab');
    seen.push(view.hints.target);
  }
  assert.deepEqual(seen, ['room', 'pod', 'r1', 'pc', 'srv', 'room']);
  tool.pressKey('Shift+Tab');
  assert.equal(view.hints.rubber?.kind, 'access');
  tool.pressKey('Enter');

  assert.deepEqual(model.accessOf('trainers').map((edge) => edge.target), ['lan', 'srv']);
});

test('with nothing selected keys choose the first end too', () => {
  const { tool, model, view } = connecting();
  tool.activate();
  assert.equal(tool.pressKey('Enter'), true);

  tool.pressKey('Tab');
  assert.equal(view.hints.target, 'students');
  tool.pressKey('Enter');
  assert.equal(tool.source, 'students');
  tool.pressKey('Tab');
  tool.pressKey('Enter');

  assert.deepEqual(model.accessOf('students').map((edge) => edge.target), ['pod', 'room']);
});

test('for access only, keys offer people first, and a cable is refused', () => {
  const { tool, model, heard, view } = connecting();
  tool.take(true);
  tool.activate();

  tool.pressKey('Tab');
  tool.pressKey('Tab');
  assert.equal(view.hints.target, 'trainers');
  tool.pressKey('Enter');
  tool.pressKey('Tab');
  tool.pressKey('Enter');
  assert.deepEqual(model.accessOf('trainers').map((edge) => edge.target), ['lan', 'room']);
  click(tool, 100, 100);
  click(tool, 600, 300);

  assert.equal(model.links.size, 3);
  assert.equal(heard[0], 'Access has people at one end. Take the tool for cables with L.');
});

test('a second press on the same device draws a loop; a double press, or the first one on what was selected, does not', () => {
  const { tool, model, stack, selection } = connecting();
  selection.set(['r1']);
  tool.activate();
  click(tool, 100, 100);
  click(tool, 100, 100, { clicks: 2 });
  assert.equal(stack.canUndo, false);

  click(tool, 100, 100);

  const loop = model.links.get(selection.only ?? '');
  assert.deepEqual([loop?.source.node, loop?.target.node, stack.undoLabel], ['r1', 'r1', 'Connect R1 to itself']);
});

test('a drag out of a device and back to it draws a loop, a short one does not', () => {
  const { tool, model } = connecting();
  tool.activate();

  drag(tool, [[100, 100], [110, 110], [105, 105]]);
  assert.equal(model.links.size, 3);
  tool.cancel();
  drag(tool, [[100, 100], [180, 100], [105, 105]]);

  assert.deepEqual(model.linksOf('r1').filter(({ source, target }) => source.node === target.node).length, 1);
});

test('by keys the device itself comes last', () => {
  const { tool, model, selection, announced } = connecting();
  selection.set(['r1']);
  tool.activate();

  tool.pressKey('Shift+Tab');
  tool.pressKey('Enter');

  assert.match(announced.at(-1) ?? '', /^R1, /);
  assert.deepEqual(model.links.get(selection.only ?? '')?.target.node, 'r1');
});
