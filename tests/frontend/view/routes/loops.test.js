import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bendCable } from '../../../../frontend/static/js/model/commands/cable-style.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { distanceToPolyline } from '../../../../frontend/static/js/util/polyline.js';
import { hitTest } from '../../../../frontend/static/js/view/hit-test.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { after } from '../../support/labs.js';
import { lookAtNames } from '../../support/overlaps.js';

/** @typedef {import('../../../../frontend/static/js/model/diagram.js').CableRoute} CableRoute */

/**
 * A router with as many loops as *names* of their first ends, and a switch to the right of it.
 * @param {string[]} names
 * @param {CableRoute} [route]
 */
function draw(names, route = 'straight') {
  const nodes = [['r1', 0], ['sw', 200]].map(([id, x]) => ({ ...make.createDevice({ id: String(id), label: String(id) }), x: Number(x), y: 0 }));
  const loops = names.map((name, number) => make.createLink(`l${number}`, 'r1', 'r1', { source: name, target: `${name}/b` }));
  const links = [...loops, make.createLink('cable', 'r1', 'sw', { source: 'e0' })];
  const model = new DiagramModel({ ...make.emptyDiagram(), nodes, links, settings: { ...make.emptyDiagram().settings, cables: route } });
  const scene = new Scene(model);
  return { model, scene, path: (/** @type {string} */ id) => scene.paths.pathOf(/** @type {make.Link} */ (model.links.get(id))) };
}

for (const route of /** @type {const} */ (['straight', 'orthogonal', 'curved'])) {
  test(`a loop in a drawing of ${route} cables leads out at a side without cables and back, and is hit there`, () => {
    const { scene, path } = draw(['eth1'], route);

    const way = path('l0');
    assert.ok(way.every(({ x }) => x <= 0) && Math.min(...way.map(({ x }) => x)) < -60);
    assert.equal(hitTest(scene, way[1], 4)?.id, 'l0');
    assert.deepEqual(scene.linksIn({ x: -100, y: -20, width: 10, height: 40 }).map(({ id }) => id).includes('l0'), true);
  });
}

test('several loops lie at several sides, then around each other, and no name of them lies on another', () => {
  const { model, path } = draw(['eth1', 'GigabitEthernet0/0', 'e2', 'e3', 'e4']);

  const boxes = ['l0', 'l1', 'l2', 'l3', 'l4'].map((id) => JSON.stringify(path(id)));
  assert.equal(new Set(boxes).size, 5);
  const { overlaps, missing } = lookAtNames(model.toJSON());
  assert.deepEqual([overlaps, missing], [[], 0]);
});

test('a loop goes along with its device, and through its bends', () => {
  const { model, scene, path } = draw(['eth1']);
  const before = path('l0');

  scene.shift(['r1'], { x: 30, y: 40 });
  assert.deepEqual(path('l0'), before.map(({ x, y }) => ({ x: x + 30, y: y + 40 })));
  scene.settle();

  const bent = new Scene(after(model, bendCable(model, 'l0', [{ x: 0, y: -120 }])));
  assert.ok(distanceToPolyline(bent.paths.pathOf(/** @type {make.Link} */ (bent.model.links.get('l0'))), { x: 0, y: -120 }) < 1);
});

test('a loop stands once among the cables of its device', () => {
  const { model } = draw(['eth1']);

  assert.deepEqual(model.linksOf('r1').map(({ id }) => id), ['l0', 'cable']);
});
