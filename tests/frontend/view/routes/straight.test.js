import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as make from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { crosses, lengthOf } from '../../../../frontend/static/js/util/polyline.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { tileBox } from '../../../../frontend/static/js/view/shapes.js';

/**
 * Devices at *places*, called n0, n1 and so on, and straight cables between them.
 * @param {[number, number][]} places
 * @param {[number, number][]} joined
 */
function draw(places, joined) {
  const nodes = places.map(([x, y], number) => ({ ...make.createDevice({ id: `n${number}`, label: `R${number}` }), x, y }));
  const links = joined.map(([one, other], number) => make.createLink(`l${number}`, `n${one}`, `n${other}`));
  const model = new DiagramModel({ ...make.emptyDiagram(), nodes, links });
  const scene = new Scene(model);
  return { model, scene, path: (/** @type {string} */ id) => scene.paths.pathOf(/** @type {make.Link} */ (model.links.get(id))) };
}

/** @type {[number, number][]} */
const ROW = [[0, 0], [140, 0], [280, 0], [420, 0], [560, 0]];

test('a straight cable along a row passes all that is between its ends above them, not through their names', () => {
  const { model, path } = draw(ROW, [[0, 4], [1, 2]]);

  const [start, ...rest] = path('l0');
  assert.deepEqual([start, rest.at(-1)], [{ x: 0, y: 0 }, { x: 560, y: 0 }]);
  assert.ok(rest.slice(0, -1).every(({ y }) => y < -28));
  for (const id of ['n1', 'n2', 'n3']) {
    const box = tileBox(/** @type {make.Node} */ (model.nodes.get(id)));
    assert.ok([start, ...rest].every((point, place, all) => place === 0 || !crosses(box, all[place - 1], point)), id);
  }
  assert.equal(path('l1').length, 2);
});

test('parallel cables go round alike, and stay apart', () => {
  const { path } = draw(ROW, [[0, 2], [0, 2], [2, 0]]);

  const ways = ['l0', 'l1', 'l2'].map(path);
  assert.deepEqual(ways.map((way) => way.length), [4, 4, 4]);
  const levels = ways.map((way) => way[1].y).sort((a, b) => a - b);
  assert.ok(levels[0] < levels[1] && levels[1] < levels[2] && levels[2] < -28);
});

test('a cable is straight again once what it went round is gone, and goes round what comes', () => {
  const { model, scene, path } = draw([[0, 0], [300, 0], [150, 0], [150, 300]], [[0, 1]]);
  assert.ok(path('l0').length > 2);

  const move = (/** @type {number} */ y) => {
    const node = /** @type {make.Node} */ (model.nodes.get('n2'));
    model.apply([{ collection: 'nodes', id: 'n2', before: node, after: { ...node, y } }]);
    scene.update(['n2']);
  };
  move(200);
  assert.equal(path('l0').length, 2);
  move(-10);
  assert.ok(path('l0').length > 2);
});

test('while something is dragged, a cable that does not hang on it keeps its way', () => {
  const { scene, path } = draw([[0, 0], [300, 0], [150, 300], [150, 600]], [[0, 1], [2, 3]]);
  const before = path('l0');

  scene.shift(['n2'], { x: 0, y: -300 });

  assert.equal(path('l0'), before);
  scene.settle();
});

test('where the way round would be too long, a cable stays straight', () => {
  const wall = Array.from({ length: 9 }, (_, place) => /** @type {[number, number]} */ ([300, (place - 4) * 60]));
  const { path } = draw([[0, 0], [600, 0], ...wall], [[0, 1]]);

  assert.equal(lengthOf(path('l0')), 600);
});
