import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Viewport } from '../../../frontend/static/js/view/viewport.js';

/** @param {number} zoom */
function looking(zoom) {
  const viewport = new Viewport();
  viewport.resize(1000, 800);
  viewport.zoomAt({ x: 0, y: 0 }, zoom);
  return viewport;
}

test('what is looked for comes so large that it can be read', () => {
  assert.deepEqual(looking(0.1).cameraOn({ x: 5000, y: 0, width: 56, height: 56 }, 0.8), { x: 5028, y: 28, zoom: 0.8 });
});

test('what is looked for and is larger than the screen is shown in whole', () => {
  const camera = looking(2).cameraOn({ x: 0, y: 0, width: 4000, height: 400 }, 0.8);

  assert.ok(camera && camera.zoom < 0.25);
});

test('what is in sight and can be read stays where it is', () => {
  assert.equal(looking(1).cameraOn({ x: 100, y: 100, width: 56, height: 56 }, 0.8), null);
});
