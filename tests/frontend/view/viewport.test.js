import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MAX_ZOOM, MIN_ZOOM, Viewport } from '../../../frontend/static/js/view/viewport.js';

function sized() {
  const viewport = new Viewport();
  viewport.resize(1000, 800);
  return viewport;
}

test('zooming keeps what is under the pointer there', () => {
  const viewport = sized();
  viewport.panBy(37, -12);
  const held = viewport.toWorld({ x: 300, y: 200 });

  viewport.zoomAt({ x: 300, y: 200 }, 1.7);

  const shown = viewport.toScreen(held);
  assert.ok(Math.hypot(shown.x - 300, shown.y - 200) < 1e-9);
});

test('what is not all on the screen comes to the middle; what is stays where it is', () => {
  const viewport = sized();

  viewport.reveal({ x: 900, y: 700, width: 50, height: 50 });
  assert.deepEqual(viewport.offset, { x: 0, y: 0 });
  viewport.reveal({ x: 980, y: 700, width: 50, height: 50 });

  assert.deepEqual(viewport.middle, { x: 1005, y: 725 });
});

test('a camera that is set again shows the same, whatever was seen between', () => {
  const viewport = sized();
  viewport.setCamera({ x: 120, y: -40, zoom: 0.5 });
  const { offset } = viewport;

  viewport.fit({ x: 0, y: 0, width: 4000, height: 10 });
  assert.equal(viewport.zoom, viewport.frame({ x: 0, y: 0, width: 4000, height: 10 }).zoom);
  viewport.setCamera({ x: 120, y: -40, zoom: 0.5 });

  assert.deepEqual(viewport.offset, offset);
  assert.deepEqual({ ...viewport.middle, zoom: viewport.zoom }, { x: 120, y: -40, zoom: 0.5 });
});

test('zoom has bounds', () => {
  const viewport = sized();

  viewport.zoomAt({ x: 0, y: 0 }, 1e9);
  assert.equal(viewport.zoom, MAX_ZOOM);
  viewport.zoomAt({ x: 0, y: 0 }, 1e-9);

  assert.equal(viewport.zoom, MIN_ZOOM);
});

test('a box is fitted with room around it, but not blown up', () => {
  const viewport = sized();

  viewport.fit({ x: 0, y: 0, width: 4000, height: 100 });
  const { x, width, y, height } = viewport.box;
  assert.ok(x < 0 && x + width > 4000);
  assert.ok(Math.abs(y + height / 2 - 50) < 1e-9);
  viewport.fit({ x: 0, y: 0, width: 10, height: 10 });

  assert.equal(viewport.zoom, 1);
});

test('what is fitted uses the width, and stays off the tool bar at the lower border', () => {
  const viewport = sized();

  viewport.fit({ x: 0, y: 0, width: 4000, height: 10 });
  assert.equal(viewport.toScreen({ x: 0, y: 0 }).x, 16);
  viewport.fit({ x: 0, y: 0, width: 10, height: 4000 });
  assert.equal(viewport.height - viewport.toScreen({ x: 0, y: 4000 }).y, 48);
});

test('every change is told', () => {
  const viewport = sized();
  let told = 0;
  viewport.addEventListener('changed', () => told++);

  viewport.panBy(1, 1);
  viewport.zoomIn();
  viewport.zoomOut();
  viewport.zoomTo100();
  viewport.centerOn({ x: 0, y: 0 });

  assert.equal(told, 5);
  assert.deepEqual(viewport.offset, { x: 500, y: 400 });
  assert.deepEqual(viewport.middle, { x: 0, y: 0 });
});

test('what is found is shown at a size that can be read, as far as it fits on the screen', () => {
  const viewport = sized();
  viewport.setCamera({ x: 0, y: 0, zoom: 0.1 });

  viewport.reveal({ x: 900, y: 700, width: 50, height: 50 }, 0.8);
  assert.equal(viewport.zoom, 0.8);
  assert.deepEqual(viewport.middle, { x: 925, y: 725 });
  viewport.setCamera({ x: 0, y: 0, zoom: 2 });
  viewport.reveal({ x: 900, y: 700, width: 50, height: 50 }, 0.8);
  assert.equal(viewport.zoom, 2);
  viewport.setCamera({ x: 0, y: 0, zoom: 0.1 });
  const wide = { x: 0, y: 0, width: 2500, height: 10 };
  viewport.reveal(wide, 0.8);
  assert.equal(viewport.zoom, viewport.frame(wide).zoom);
});
