import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createZone, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { Selection } from '../../../../frontend/static/js/model/selection.js';
import { findFreePlace } from '../../../../frontend/static/js/model/placement/auto-place.js';
import { Viewport } from '../../../../frontend/static/js/view/viewport.js';

/**
 * @param {[string, number, number][]} devices
 * @param {object[]} [zones]
 */
function on(devices, zones = []) {
  const nodes = devices.map(([id, x, y]) => createDevice({ id, x, y }));
  const model = new DiagramModel({ ...emptyDiagram(), nodes, zones: zones.map((fields) => createZone(/** @type {any} */ (fields))) });
  const viewport = new Viewport();
  viewport.resize(700, 500);
  return { model, viewport, selection: new Selection() };
}

test('the first one goes a little in from the corner of what is in sight', () => {
  const surroundings = on([]);
  surroundings.viewport.panBy(-1000, 0);

  assert.deepEqual(findFreePlace(surroundings, 'router'), { x: 1000 + 175 + 14, y: 125 + 14 });
});

test('the next one goes to the right of the last, and over nothing', () => {
  assert.deepEqual(findFreePlace(on([['a', 100, 100]]), 'router'), { x: 212, y: 100 });
  assert.deepEqual(findFreePlace(on([['b', 212, 110], ['a', 100, 100]]), 'router'), { x: 324, y: 100 });
});

test('what is selected counts as the last', () => {
  const surroundings = on([['a', 100, 100], ['b', 400, 300]]);
  surroundings.selection.set(['a']);

  assert.deepEqual(findFreePlace(surroundings, 'router'), { x: 212, y: 100 });
});

test('at the border of what is in sight a new row begins below, where the drawing begins', () => {
  assert.deepEqual(findFreePlace(on([['a', 160, 100], ['b', 600, 100]]), 'router'), { x: 160, y: 212 });
});

test('where nothing is free in sight it goes under everything', () => {
  assert.deepEqual(findFreePlace(on([['a', 600, 420]]), 'router'), { x: 600, y: 532 });
});

test('where the last one is out of sight it goes to where one looks', () => {
  const surroundings = on([['a', 100, 100]]);
  surroundings.viewport.panBy(-3000, 0);

  const { x } = findFreePlace(surroundings, 'router');
  assert.ok(x > 3000 && x < 3700);
});

test('it goes into the zone that is named or selected, as long as there is room', () => {
  const zone = { id: 'z', x: 300, y: 60, width: 320, height: 224 };
  const surroundings = on([['a', 100, 100]], [zone]);

  assert.deepEqual(findFreePlace(surroundings, 'router', 'z'), { x: 352, y: 120 });
  surroundings.selection.set(['z']);
  assert.deepEqual(findFreePlace(surroundings, 'router'), { x: 352, y: 120 });
  const full = on([['a', 352, 120], ['b', 464, 120], ['c', 560, 120], ['d', 352, 232], ['e', 464, 232], ['f', 560, 232]], [zone]);
  full.selection.set(['z']);
  const { x, y } = findFreePlace(full, 'router');
  assert.ok(x > 648 || y > 312);
});

test('beside a device in a zone it stays in that zone, and crosses no border', () => {
  const zone = { id: 'z', x: 40, y: 40, width: 320, height: 224 };
  const surroundings = on([], [zone]);
  const model = new DiagramModel({ ...surroundings.model.toJSON(), nodes: [createDevice({ id: 'a', x: 100, y: 120, zone: 'z' })] });

  assert.deepEqual(findFreePlace({ ...surroundings, model }, 'router'), { x: 212, y: 120 });
  const next = new DiagramModel({ ...model.toJSON(), nodes: [...model.nodes.values(), createDevice({ id: 'b', x: 296, y: 120, zone: 'z' })] });
  const spot = findFreePlace({ ...surroundings, model: next }, 'router');
  assert.ok(spot.x - 28 > 360 || spot.y - 28 > 264);
  const wide = new DiagramModel({ ...surroundings.model.toJSON(), nodes: [createDevice({ id: 'a', x: 230, y: 120, zone: 'z' })] });
  assert.notEqual(findFreePlace({ ...surroundings, model: wide }, 'router').x, 342);
});

test('people and the gateway stay out of zones', () => {
  const surroundings = on([['a', 100, 120]], [{ id: 'z', x: 40, y: 40, width: 320, height: 224 }]);
  surroundings.selection.set(['z']);

  for (const kind of /** @type {const} */ (['users', 'gateway'])) {
    const { x, y } = findFreePlace(surroundings, kind);
    assert.ok(x - 28 > 360 || y - 28 > 264, kind);
  }
});

test('a zone covers nothing that is there', () => {
  const { x, y } = findFreePlace(on([['a', 100, 100]]), 'zone');

  assert.ok(x - 160 > 128 || y - 112 > 128);
});
