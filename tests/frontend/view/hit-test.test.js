import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hitBox, hitTest } from '../../../frontend/static/js/view/hit-test.js';
import { pointOn } from '../../../frontend/static/js/view/shapes.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { classroomModel } from '../support/labs.js';

const model = classroomModel();
const scene = new Scene(model);
const hit = (/** @type {number} */ x, /** @type {number} */ y, layers = {}) => {
  const found = hitTest(scene, { x, y }, 6, layers);
  return found && `${found.part} ${found.id}`;
};

for (const [x, y, expected] of /** @type {[number, number, string | null][]} */ ([
  [100, 100, 'node r1'],
  [127, 127, 'node r1'],
  [100, 138, 'label r1'],
  [450, 104, 'link l2'],
  [170, 110, 'zone pod'],
  [60, 50, 'title pod'],
  [20, 10, 'title room'],
  [20, 380, 'zone room'],
  [600, 200, 'link l3'],
  [900, 900, null],
])) {
  test(`at ${x}, ${y} is ${expected}`, () => assert.equal(hit(x, y), expected));
}

test('an access edge is hit along its curve, unless access is switched off', () => {
  const edge = model.access.get('a1');
  assert.ok(edge);
  const { x, y } = pointOn(scene.curveOf(edge), 0.3);

  assert.equal(hit(x, y), 'access a1');
  assert.notEqual(hit(x, y, { access: false }), 'access a1');
  assert.equal(hit(170, 104, { cables: false }), 'zone pod');
});

test('the node in front is hit first', () => {
  const shown = new Scene(model);
  shown.update(['r1']);

  assert.equal(hitTest(shown, { x: 100, y: 100 }, 6)?.id, 'r1');
});

test('a box takes whole zones, tiles, and what joins them', () => {
  assert.deepEqual(new Set(hitBox(scene, { x: 30, y: 30, width: 320, height: 220 })), new Set(['pod', 'r1', 'pc', 'l1']));
  assert.deepEqual(hitBox(scene, { x: 90, y: 90, width: 5, height: 5 }), ['r1']);
});
