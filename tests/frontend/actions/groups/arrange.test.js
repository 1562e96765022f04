import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LINING_UP } from '../../../../frontend/static/js/actions/groups/line-up.js';
import { actingEditor } from '../../support/acting.js';

test('a burst of arrows is one step of undo', () => {
  const { run, selection, model, stack } = actingEditor();
  selection.set(['srv']);

  for (const way of ['right', 'right', 'down', 'far-left']) run(`nudge-${way}`);

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [600 + 32 - 80, 316]);
  stack.undo();
  assert.deepEqual([model.nodes.get('srv')?.x, stack.canUndo], [600, false]);
});

test('without snapping arrows move by one unit, with Shift by five', () => {
  const { run, selection, model } = actingEditor();
  selection.set(['srv']);

  run('toggle-snap');
  run('nudge-right');
  run('nudge-far-down');

  assert.deepEqual([model.nodes.get('srv')?.x, model.nodes.get('srv')?.y], [601, 305]);
});

test('arrows without a selection move the view', () => {
  const { run, viewport, stack } = actingEditor();

  run('nudge-right');

  assert.deepEqual([viewport.offset.x, stack.canUndo], [-32, false]);
});

test('what is selected can be deleted, grouped, locked and lined up', () => {
  const { run, isEnabled, selection, model, stack } = actingEditor();
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

test('every way to line up that there is an action for is known', async () => {
  const { actions, selection, tidy } = actingEditor();
  selection.set(['lan', 'srv', 'r1']);
  const names = LINING_UP.map(({ name }) => name).filter((name) => !name.startsWith('set-'));
  const asked = /** @type {Promise<void>[]} */ ([]);
  const { lineUp } = tidy;
  tidy.lineUp = (way) => { const done = lineUp(way); asked.push(done); return done; };

  for (const name of names) actions.get(name).run?.(/** @type {any} */ ({ tidy }));

  await Promise.all(asked);
  assert.equal(asked.length, 11);
});
