import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ConnectTool } from '../../../frontend/static/js/tools/connect-tool.js';
import { at, classroomBench, click, drag } from '../support/bench.js';

function connecting() {
  const { bench, heard } = classroomBench();
  return { ...bench, heard, tool: new ConnectTool(bench) };
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
  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target], [true, 'srv']);
  tool.pointerMove(at(60, 340));
  assert.deepEqual([view.hints.rubber?.isAllowed, view.hints.target], [false, null]);
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
