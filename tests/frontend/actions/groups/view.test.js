import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actingEditor } from '../../support/acting.js';

test('home shows the drawing at 100 %', () => {
  const { run, viewport } = actingEditor();
  viewport.zoomAt({ x: 0, y: 0 }, 3);
  viewport.panBy(9000, 0);

  run('home');

  assert.deepEqual([viewport.zoom, viewport.middle], [1, { x: 200, y: 186 }]);
});

test('everything fits on the screen, and so does the selection', () => {
  const { run, viewport, selection, isEnabled } = actingEditor();

  run('fit-all');
  const shown = viewport.box;
  assert.ok(shown.x < -228 && shown.x + shown.width > 628);
  assert.equal(isEnabled('fit-selection'), false);
  selection.set(['r1']);
  run('fit-selection');

  assert.equal(viewport.zoom, 1.5);
});

test('layers are switched', () => {
  const { run, view } = actingEditor();

  run('toggle-cables');

  assert.deepEqual([view.layers.cables, view.layers.access], [false, true]);
});
