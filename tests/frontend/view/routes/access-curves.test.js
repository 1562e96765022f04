import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as make from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { crosses } from '../../../../frontend/static/js/util/polyline.js';
import { accessCurve, pointOn } from '../../../../frontend/static/js/view/routes/access-curve.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { tileBox } from '../../../../frontend/static/js/view/shapes.js';

/**
 * People at the origin who reach the last of the devices at *places*.
 * @param {[number, number][]} places
 */
function draw(places) {
  const devices = places.map(([x, y], number) => ({ ...make.createDevice({ id: `n${number}`, label: `R${number}` }), x, y }));
  const users = make.createUsers({ id: 'u', label: 'student', x: 0, y: 0 });
  const access = [{ id: 'a', users: 'u', target: `n${places.length - 1}` }];
  const model = new DiagramModel({ ...make.emptyDiagram(), nodes: [users, ...devices], access });
  const scene = new Scene(model);
  const edge = /** @type {make.Access} */ (model.access.get('a'));
  return {
    model, scene, curve: () => scene.curves.of(edge), usual: () => accessCurve(users, /** @type {make.Node} */ (model.nodes.get(edge.target))),
    move(/** @type {string} */ id, /** @type {number} */ y) {
      const node = /** @type {make.Node} */ (model.nodes.get(id));
      model.apply([{ collection: 'nodes', id, before: node, after: { ...node, y } }]);
      scene.update([id]);
    },
    hidden: () => devices.filter(({ id }) => id !== edge.target).filter(({ id }) => {
      const box = tileBox(/** @type {make.Node} */ (model.nodes.get(id)));
      const curve = scene.curves.of(edge);
      return Array.from({ length: 40 }, (_, step) => step).some((step) => crosses(box, pointOn(curve, step / 40), pointOn(curve, (step + 1) / 40)));
    }).map(({ id }) => id),
  };
}

/** @type {[number, number][]} */
const ROW = [[160, 0], [320, 0], [480, 0]];

test('access to the last of a row bends past the others', () => assert.deepEqual(draw(ROW).hidden(), []));

test('access that nothing hides bends as usual, and so does one that would be hidden anyway', () => {
  const free = draw([[480, 0]]);
  assert.deepEqual(free.curve(), free.usual());

  const wall = draw([...Array.from({ length: 30 }, (_, place) => /** @type {[number, number]} */ ([240, (place - 15) * 40])), [480, 0]]);
  assert.deepEqual(wall.curve(), wall.usual());
});

test('a curve bends as usual once what hid it is gone, and past what comes', () => {
  const drawn = draw([[240, -20], [480, 0]]);
  assert.notDeepEqual(drawn.curve(), drawn.usual());

  drawn.move('n0', 400);
  assert.deepEqual(drawn.curve(), drawn.usual());
  drawn.move('n0', -20);
  assert.notDeepEqual(drawn.curve(), drawn.usual());
  assert.deepEqual(drawn.hidden(), []);
});

test('while one end is dragged, a curve keeps the bend that it had; others stay as they are', () => {
  const { scene, curve, usual } = draw([[240, -20], [480, 0]]);
  const before = curve();

  scene.shift(['n0'], { x: 0, y: 300 });
  assert.equal(curve(), before);
  scene.shift(['n1'], { x: 0, y: 10 });
  assert.ok(Math.abs(curve().cy - before.cy) < 12);
  scene.settle();

  assert.equal(curve(), before);
  assert.notDeepEqual(before, usual());
});

test('a curve that is dragged short bends no farther than suits it', () => {
  const drawn = draw([[160, 0], [240, 0], [480, 0]]);
  drawn.curve();

  drawn.scene.shift(['u'], { x: 400, y: 0 });

  const { cy } = drawn.curve();
  assert.ok(Math.abs(cy) <= 0.8 * 80 + 1e-9, String(cy));
});
