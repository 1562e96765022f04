import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice } from '../../../frontend/static/js/model/diagram.js';
import { cableLine, clearOf, tileBox } from '../../../frontend/static/js/view/shapes.js';

test('a tile lies around the place of its node', () => {
  assert.deepEqual(tileBox(createDevice({ id: 'a', x: 100, y: 50 })), { x: 72, y: 22, width: 56, height: 56 });
});

test('parallel cables never leave the tile, however many there are', () => {
  const lines = Array.from({ length: 20 }, (_, place) => cableLine({ x: 0, y: 0 }, { x: 100, y: 0 }, place, 20, false));

  assert.ok(lines.every((line) => Math.abs(line.y1) <= 28));
  assert.equal(new Set(lines.map((line) => line.y1)).size, 20);
});

test('text beside a tile covers neither the tile nor its label', () => {
  const text = { width: 30, height: 12 };
  const label = { width: 70, height: 36 };

  for (let angle = 0; angle < 360; angle += 5) {
    const dx = Math.cos((angle * Math.PI) / 180);
    const dy = Math.sin((angle * Math.PI) / 180);
    const x = Math.abs(dx * clearOf(dx, dy, text, label)) + 1e-6;
    const y = dy * clearOf(dx, dy, text, label);
    assert.ok(x >= 43 || y + 1e-6 >= 34 || y - 1e-6 <= -34, `the tile, at ${angle} degrees`);
    assert.ok(x >= 50 || y + 1e-6 >= 70 || y - 1e-6 <= 22, `the label, at ${angle} degrees`);
  }
  assert.equal(clearOf(1, 0, text, { width: 0, height: 0 }), 43);
});
