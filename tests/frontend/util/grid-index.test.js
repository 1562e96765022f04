import assert from 'node:assert/strict';
import { test } from 'node:test';

import { distanceToSegment } from '../../../frontend/static/js/util/geometry.js';
import { GridIndex } from '../../../frontend/static/js/util/grid-index.js';
import { seededRandom } from '../support/random.js';

test('a box finds every box that touches it, negative places too', () => {
  const random = seededRandom(12);
  const index = new GridIndex(100);
  const boxes = new Map(Array.from({ length: 300 }, (_, i) => [String(i), {
    x: random() * 4000 - 2000, y: random() * 4000 - 2000, width: random() * 300, height: random() * 300,
  }]));
  for (const [id, box] of boxes) index.putBox(id, box);

  for (let round = 0; round < 100; round++) {
    const area = { x: random() * 4000 - 2000, y: random() * 4000 - 2000, width: random() * 500, height: random() * 500 };
    const found = index.query(area);
    for (const [id, box] of boxes) {
      const touches = box.x <= area.x + area.width && area.x <= box.x + box.width && box.y <= area.y + area.height && area.y <= box.y + box.height;
      if (touches) assert.ok(found.includes(id));
    }
    assert.ok(found.length < 150 && new Set(found).size === found.length);
  }
});

test('a point finds every line near it', () => {
  const random = seededRandom(13);
  const index = new GridIndex(100);
  const point = () => ({ x: random() * 3000 - 1500, y: random() * 3000 - 1500 });
  const lines = Array.from({ length: 200 }, (_, i) => ({ id: String(i), a: point(), b: i % 9 === 0 ? { x: 50, y: 700 } : point() }));
  lines.push({ id: 'upright', a: { x: 20, y: -500 }, b: { x: 20, y: 500 } });
  for (const { id, a, b } of lines) index.putLine(id, a, b);

  for (let round = 0; round < 500; round++) {
    const at = point();
    const found = index.query({ x: at.x - 5, y: at.y - 5, width: 10, height: 10 });
    for (const { id, a, b } of lines) if (distanceToSegment(at, a, b) < 5) assert.ok(found.includes(id), id);
  }
  assert.ok(index.query({ x: 20, y: 0, width: 0, height: 0 }).includes('upright'));
});

test('what moves leaves its old place, and what is removed is gone', () => {
  const index = new GridIndex(100);
  index.putBox('a', { x: 0, y: 0, width: 10, height: 10 });

  index.putBox('a', { x: 1000, y: 0, width: 10, height: 10 });
  assert.equal(index.query({ x: 0, y: 0, width: 50, height: 50 }).length, 0);
  assert.ok(index.has('a'));
  index.remove('a');

  assert.equal(index.size, 0);
  assert.equal(index.query({ x: 1000, y: 0, width: 50, height: 50 }).length, 0);
});

test('a question that was asked before has the new answer once something has changed', () => {
  const index = new GridIndex(100);
  const area = { x: 0, y: 0, width: 50, height: 50 };
  index.putBox('a', area);
  const before = index.query(area);
  index.putBox('b', area);

  assert.deepEqual([before, index.query(area)], [['a'], ['a', 'b']]);
  assert.equal(index.query(area), index.query({ ...area, width: 60 }));
});
