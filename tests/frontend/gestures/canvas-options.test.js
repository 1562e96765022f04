import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CanvasOptions } from '../../../frontend/static/js/gestures/canvas-options.js';
import { memory } from '../support/editor.js';

test('at first things snap to the grid and the wheel moves the drawing', () => {
  const options = new CanvasOptions(memory());

  assert.deepEqual([options.snaps, options.step, options.wheelZooms], [true, 16, false]);
});

test('what was switched is kept in the browser', () => {
  const storage = memory();
  const options = new CanvasOptions(storage);

  options.toggle('wheelZooms');
  options.toggle('snaps');

  const later = new CanvasOptions(storage);
  assert.deepEqual([later.snaps, later.step, later.wheelZooms], [false, 1, true]);
});

test('a storage that holds nonsense is no hindrance', () => {
  for (const kept of ['{"snaps": "no"}', 'nonsense']) {
    assert.equal(new CanvasOptions({ ...memory(), getItem: () => kept }).snaps, true);
  }
});
