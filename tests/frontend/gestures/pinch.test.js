import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Pinch } from '../../../frontend/static/js/gestures/pinch.js';
import { Viewport } from '../../../frontend/static/js/view/viewport.js';

test('two fingers pan and zoom, and what was between them stays between them', () => {
  const viewport = new Viewport();
  viewport.resize(1000, 800);
  const pinch = new Pinch(viewport);

  assert.equal(pinch.down(1, { x: 100, y: 100 }), false);
  assert.equal(pinch.down(2, { x: 200, y: 100 }), true);
  const held = viewport.toWorld({ x: 150, y: 100 });
  pinch.move(1, { x: 150, y: 200 });
  pinch.move(2, { x: 350, y: 200 });

  assert.ok(Math.abs(viewport.zoom - 2) < 1e-9);
  const shown = viewport.toScreen(held);
  assert.ok(Math.hypot(shown.x - 250, shown.y - 200) < 1e-6);
});

test('a pinch lasts until all fingers are lifted', () => {
  const pinch = new Pinch(new Viewport());
  pinch.down(1, { x: 0, y: 0 });
  pinch.down(2, { x: 9, y: 9 });

  pinch.up(1);
  assert.equal(pinch.isActive, true);
  pinch.up(2);

  assert.equal(pinch.isActive, false);
});
