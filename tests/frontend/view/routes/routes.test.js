import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { bendCable, runCables } from '../../../../frontend/static/js/model/commands/cable-style.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { crosses, distanceToPolyline } from '../../../../frontend/static/js/util/polyline.js';
import { hitTest } from '../../../../frontend/static/js/view/hit-test.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { tileBox } from '../../../../frontend/static/js/view/shapes.js';
import { classroomModel } from '../../support/labs.js';
import { seededRandom } from '../../support/random.js';
import { randomCommands } from '../../support/random-commands.js';

/** @typedef {import('../../../../frontend/static/js/model/diagram.js').CableRoute} CableRoute */

/**
 * A switch over three servers, with another device between it and the one in the middle.
 * @param {CableRoute} route
 */
function fan(route) {
  const devices = [
    { id: 'switch', x: 300, y: 0 }, { id: 'between', x: 300, y: 200 },
    { id: 's1', x: 0, y: 400 }, { id: 's2', x: 300, y: 400 }, { id: 's3', x: 600, y: 400 },
  ];
  const nodes = devices.map((device) => ({ ...make.createDevice(device), ...device, label: device.id }));
  const links = ['s3', 's1', 's2'].map((id) => make.createLink(`l-${id}`, 'switch', id));
  const model = new DiagramModel({ ...make.emptyDiagram(), nodes, links, settings: { ...make.emptyDiagram().settings, cables: route } });
  const scene = new Scene(model);
  return { model, scene, path: (/** @type {string} */ id) => scene.paths.pathOf(/** @type {make.Link} */ (model.links.get(id))) };
}

/**
 * @param {readonly import('../../../../frontend/static/js/util/geometry.js').Point[]} path
 * @param {import('../../../../frontend/static/js/util/geometry.js').Box} box
 */
const runsThrough = (path, box) => path.some((point, place) => place > 0 && crosses(box, path[place - 1], point));

test('in right angles every piece is level or upright', () => {
  const { path } = fan('orthogonal');

  for (const id of ['l-s1', 'l-s2', 'l-s3']) {
    const points = path(id);
    points.slice(1).forEach(({ x, y }, place) => assert.ok(x === points[place].x || y === points[place].y, id));
    assert.deepEqual([points[0].y, points[points.length - 1].y], [0, 400]);
  }
});

for (const route of /** @type {const} */ (['straight', 'orthogonal', 'curved'])) {
  test(`${route} cables go round a device that they do not join`, () => {
    const { model, path } = fan(route);
    const between = tileBox(/** @type {make.Node} */ (model.nodes.get('between')));

    assert.equal(runsThrough(path('l-s2'), between), false);
  });
}

for (const route of /** @type {const} */ (['orthogonal', 'curved'])) {
  test(`${route} cables leave a side in the order of what they lead to, and so do not cross there`, () => {
    const { path } = fan(route);

    const [one, two, three] = ['l-s1', 'l-s2', 'l-s3'].map((id) => path(id)[0].x);
    assert.ok(one < two && two < three);
  });
}

for (const route of /** @type {const} */ (['straight', 'orthogonal', 'curved'])) {
  test(`after any commands ${route} cables run as if drawn anew`, () => {
    const model = classroomModel();
    const stack = new CommandStack(model);
    const scene = new Scene(model);
    stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
    const random = seededRandom(route.length);
    const next = randomCommands(model, random);
    stack.execute(runCables(model, route));

    for (let round = 0; round < 60; round++) {
      stack.execute(next());
      if (random() < 0.3) stack.undo();
      const fresh = new Scene(model);
      for (const link of model.links.values()) assert.deepEqual(scene.paths.pathOf(link), fresh.paths.pathOf(link));
    }
  });

  test(`a ${route} cable runs through its bends, and is hit there`, () => {
    const { model } = fan(route);
    model.apply(bendCable(model, 'l-s1', [{ x: 100, y: 150 }, { x: 50, y: 250 }]).changes);
    const scene = new Scene(model);
    const path = scene.paths.pathOf(/** @type {make.Link} */ (model.links.get('l-s1')));

    for (const bend of [{ x: 100, y: 150 }, { x: 50, y: 250 }]) {
      assert.ok(distanceToPolyline(path, bend) < 1);
      assert.equal(hitTest(scene, bend, 4)?.id, 'l-s1');
    }
  });
}

test('parallel cables that run in right angles lie apart', () => {
  const { model } = fan('orthogonal');
  const links = [...model.links.values(), make.createLink('twin', 's1', 'switch')];
  const scene = new Scene(new DiagramModel({ ...model.toJSON(), links }));

  const [one, twin] = ['l-s1', 'twin'].map((id) => scene.paths.pathOf(/** @type {make.Link} */ (scene.model.links.get(id))));
  assert.ok(one.every((point) => twin.every((other) => point.x !== other.x)));
});

test('what is dragged takes its cables along, and a cable that is being bent shows it', () => {
  const { scene, path } = fan('orthogonal');
  const before = path('l-s1');

  scene.shift(['s1'], { x: 40, y: 60 });
  assert.deepEqual(path('l-s1').at(-1), { x: 40, y: 460 });
  scene.settle();
  scene.paths.bend('l-s1', [{ x: -80, y: 300 }]);
  assert.ok(distanceToPolyline(path('l-s1'), { x: -80, y: 300 }) < 1);
  scene.settle();

  assert.deepEqual(path('l-s1'), before);
});
