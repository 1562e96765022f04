import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createNote, createZone } from '../../../frontend/static/js/model/diagram.js';
import { accessCurve, cableLine, clearOf, pointOn, tileBox, wrapNote } from '../../../frontend/static/js/view/shapes.js';

test('a tile lies around the place of its node', () => {
  assert.deepEqual(tileBox(createDevice({ id: 'a', x: 100, y: 50 })), { x: 72, y: 22, width: 56, height: 56 });
});

test('a note grows with its text', () => {
  const short = tileBox(createNote({ id: 'a', label: 'Hi' }));
  const long = tileBox(createNote({ id: 'a', label: 'A long remark that needs a second line\nand a third' }));

  assert.ok(long.width > short.width && long.height > 1.5 * short.height);
});

test('lines of a note break at words and where the author broke them', () => {
  assert.deepEqual(wrapNote('one two three four five six seven eight\n\nnine'), ['one two three four five six', 'seven eight', '', 'nine']);
});

test('parallel cables never leave the tile, however many there are', () => {
  const lines = Array.from({ length: 20 }, (_, place) => cableLine({ x: 0, y: 0 }, { x: 100, y: 0 }, place, 20, false));

  assert.ok(lines.every((line) => Math.abs(line.y1) <= 28));
  assert.equal(new Set(lines.map((line) => line.y1)).size, 20);
});

test('access ends at the border of a tile or a zone, and inside a zone at its title', () => {
  const device = createDevice({ id: 'a', x: 400, y: 0 });
  const zone = createZone({ id: 'z', x: 200, y: -100, width: 200, height: 200 });

  const toDevice = accessCurve({ x: 0, y: 0 }, device);
  assert.ok(toDevice.x2 < 372 && toDevice.x2 > 360);
  assert.deepEqual([accessCurve({ x: 0, y: 0 }, zone).x2, accessCurve({ x: 0, y: 0 }, zone).y2], [200, 0]);
  assert.deepEqual([accessCurve({ x: 300, y: 0 }, zone).x2, accessCurve({ x: 300, y: 0 }, zone).y2], [224, -72]);
});

test('a curve begins and ends where it says', () => {
  const curve = { x1: 0, y1: 0, cx: 50, cy: 100, x2: 100, y2: 0 };

  assert.deepEqual(pointOn(curve, 0), { x: 0, y: 0 });
  assert.deepEqual(pointOn(curve, 1), { x: 100, y: 0 });
  assert.deepEqual(pointOn(curve, 0.5), { x: 50, y: 50 });
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
