import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createNote, createShape } from '../../../frontend/static/js/model/diagram.js';
import { connectHandles, findCorner, isOnHandle, resizeHandles, resizeTo } from '../../../frontend/static/js/view/handles.js';

const box = { x: 0, y: 0, width: 100, height: 80 };

test('handles keep their distance on the screen at any zoom', () => {
  const node = createDevice({ id: 'a' });

  assert.equal(connectHandles(node, 1)[0].x, 39);
  assert.equal(connectHandles(node, 2)[0].x, 33.5);
  assert.ok(isOnHandle(node, { x: 39, y: 4 }, 1));
  assert.ok(!isOnHandle(node, { x: 10, y: 4 }, 1));
  assert.deepEqual(connectHandles(createNote({ id: 'n' }), 1), []);
});

test('under a finger a handle is 36 pixels wide, and clear of the tile', () => {
  const node = createDevice({ id: 'a' });
  const [right] = connectHandles(node, 1, 'finger');

  assert.equal(right.x, 48);
  for (const x of [right.x - 18, right.x + 18]) assert.ok(isOnHandle(node, { x, y: 0 }, 1, 'finger'));
  assert.ok(!isOnHandle(node, { x: 28, y: 0 }, 1, 'finger'));
  assert.equal(findCorner(box, { x: 117, y: 80 }, 1, 'finger'), 'se');
  assert.equal(findCorner(box, { x: 60, y: 82 }, 1, 'finger'), 's');
});

test('corners and sides of a box are found', () => {
  assert.equal(findCorner(box, { x: 2, y: -3 }, 1), 'nw');
  assert.equal(findCorner(box, { x: 100, y: 40 }, 1), 'e');
  assert.equal(findCorner(box, { x: 50, y: 40 }, 1), null);
});

test('the opposite side stays, and a box does not turn inside out', () => {
  assert.deepEqual(resizeTo(box, 'se', { x: 150, y: 90 }, 40), { x: 0, y: 0, width: 150, height: 90 });
  assert.deepEqual(resizeTo(box, 'nw', { x: 90, y: 10 }, 40), { x: 60, y: 10, width: 40, height: 70 });
  assert.deepEqual(resizeTo(box, 'n', { x: 999, y: -20 }, 40), { x: 0, y: -20, width: 100, height: 100 });
});

test('a shape is resized around its box, a line at both of its ends', () => {
  const ellipse = createShape({ id: 'e', shape: 'ellipse', x: 50, y: 40, width: 100, height: 80 });
  const arrow = createShape({ id: 'a', shape: 'arrow', x: 50, y: 40, width: -100, height: 80 });

  assert.equal(findCorner(ellipse, { x: 100, y: 80 }, 1), 'se');
  assert.deepEqual([findCorner(arrow, { x: 100, y: 0 }, 1), findCorner(arrow, { x: 0, y: 80 }, 1), findCorner(arrow, { x: 0, y: 0 }, 1)], ['nw', 'se', null]);
});

test('a picture is resized at its corners alone', () => {
  const picture = createShape({ id: 'p', shape: 'picture', x: 50, y: 40, width: 100, height: 80 });

  assert.deepEqual([...resizeHandles(picture).keys()], ['nw', 'ne', 'se', 'sw']);
});
