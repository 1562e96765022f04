import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addNode } from '../../../frontend/static/js/model/commands/add.js';
import { createShape } from '../../../frontend/static/js/model/diagram.js';
import { hitBox, hitTest } from '../../../frontend/static/js/view/hit-test.js';
import { pointOn } from '../../../frontend/static/js/view/routes/access-curve.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { after, classroomModel } from '../support/labs.js';

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
  [450, 80, 'link l2'],
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
  const { x, y } = pointOn(scene.curves.of(edge), 0.3);

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

/**
 * Return what is at a point of the classroom with *shape* over it.
 * @param {Partial<import('../../../frontend/static/js/model/diagram.js').Shape>} shape
 */
function over(shape) {
  const covered = new Scene(after(model, addNode(model, createShape({ id: 's', ...shape }))));
  return (/** @type {number} */ x, /** @type {number} */ y) => {
    const found = hitTest(covered, { x, y }, 6);
    return found && `${found.part} ${found.id}`;
  };
}

test('a shape is hit where nothing else is, before the zone that it lies in', () => {
  const at = over({ shape: 'rectangle', x: 170, y: 130, width: 300, height: 120 });

  assert.deepEqual([at(100, 100), at(450, 80), at(170, 180), at(315, 180), at(335, 180)], ['node r1', 'link l2', 'shape s', 'shape s', 'zone pod']);
});

test('an ellipse is hit within its curve, a line along it', () => {
  const ellipse = over({ shape: 'ellipse', x: 900, y: 900, width: 200, height: 100 });
  const arrow = over({ shape: 'arrow', x: 900, y: 900, width: -200, height: 100 });

  assert.deepEqual([ellipse(900, 860), ellipse(815, 860)], ['shape s', null]);
  assert.deepEqual([arrow(850, 928), arrow(850, 870)], ['shape s', null]);
});

test('a marquee takes a shape that it encloses, and none that it crosses', () => {
  const covered = new Scene(after(model, addNode(model, createShape({ id: 's', x: 900, y: 900, width: 200, height: 100 }))));

  assert.deepEqual(hitBox(covered, { x: 790, y: 840, width: 220, height: 120 }), ['s']);
  assert.deepEqual(hitBox(covered, { x: 850, y: 840, width: 220, height: 120 }), []);
});

test('a picture is hit behind everything but larger zones, and never while it is locked', () => {
  const ground = { shape: /** @type {const} */ ('picture'), x: 200, y: 150, width: 2000, height: 1500 };

  assert.equal(over(ground)(900, 700), 'shape s');
  assert.equal(over(ground)(100, 100), 'node r1');
  assert.equal(over(ground)(20, 380), 'zone room');
  assert.equal(over({ ...ground, locked: true })(900, 700), null);
  assert.equal(over({ ...ground, x: 340, y: 300, width: 8, height: 8 })(340, 300), 'shape s');
  assert.equal(over({ ...ground, x: 60, y: 50, width: 8, height: 8 })(60, 50), 'title pod');
});

test('a box takes a picture that it encloses, unless that is locked', () => {
  const isIn = (/** @type {boolean} */ locked) => {
    const shape = createShape({ id: 's', shape: 'picture', x: 900, y: 900, width: 40, height: 40, locked });
    return hitBox(new Scene(after(model, addNode(model, shape))), { x: 800, y: 800, width: 200, height: 200 });
  };

  assert.deepEqual([isIn(false), isIn(true)], [['s'], []]);
});
