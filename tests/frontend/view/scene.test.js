import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../frontend/static/js/model/command-stack.js';
import { connect } from '../../../frontend/static/js/model/commands/add.js';
import { runCables } from '../../../frontend/static/js/model/commands/cable-style.js';
import { moveItems } from '../../../frontend/static/js/model/commands/positions/move.js';
import { removeItems } from '../../../frontend/static/js/model/commands/remove.js';
import { createDevice, createLink, emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { seededRandom } from '../support/random.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { classroomModel } from '../support/labs.js';
import { randomCommands } from '../support/random-commands.js';

const EVERYWHERE = { x: -3000, y: -3000, width: 6000, height: 6000 };

function shown(model = classroomModel()) {
  const stack = new CommandStack(model);
  const scene = new Scene(model);
  stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
  return { model, stack, scene };
}

/** @param {readonly { id: string }[]} items */
const ids = (items) => items.map((item) => item.id);

test('what lies in a box is found in the order of drawing', () => {
  const { scene } = shown();

  assert.deepEqual(ids(scene.nodesIn({ x: 0, y: 0, width: 300, height: 200 })), ['r1', 'pc', 'note']);
  assert.deepEqual(ids(scene.zonesIn({ x: 50, y: 50, width: 1, height: 1 })), ['room', 'pod']);
  assert.deepEqual(ids(scene.zonesIn({ x: 350, y: 350, width: 1, height: 1 })), ['room']);
});

test('after any commands the index is as if made anew', () => {
  const { model, stack, scene } = shown();
  const random = seededRandom(99);
  const next = randomCommands(model, random);

  for (let round = 0; round < 40; round++) {
    for (let done = 0; done < 10; done++) {
      stack.execute(next());
      if (random() < 0.3) stack.undo();
    }
    const fresh = new Scene(model);
    const box = { x: random() * 1000 - 500, y: random() * 800 - 400, width: random() * 900, height: random() * 700 };
    for (const area of [box, EVERYWHERE]) {
      assert.deepEqual(ids(scene.nodesIn(area)), ids(fresh.nodesIn(area)));
      assert.deepEqual(ids(scene.linksIn(area)).sort(), ids(fresh.linksIn(area)).sort());
      assert.deepEqual(ids(scene.accessIn(area)).sort(), ids(fresh.accessIn(area)).sort());
      assert.deepEqual(ids(scene.zonesIn(area)), ids(fresh.zonesIn(area)));
    }
  }
});

test('a cable follows what is shown elsewhere, and comes back', () => {
  const { model, scene } = shown();
  const link = model.links.get('l1');
  assert.ok(link);

  scene.shift(['pc'], { x: 100, y: 50 });
  assert.deepEqual(scene.paths.pathOf(link), [{ x: 100, y: 100 }, { x: 340, y: 150 }]);
  scene.settle();

  assert.deepEqual(scene.paths.pathOf(link), [{ x: 100, y: 100 }, { x: 240, y: 100 }]);
});

test('parallel cables lie side by side whichever end they start at, and close ranks', () => {
  const { model, stack, scene } = shown();
  const aside = (/** @type {string} */ id) => {
    const link = model.links.get(id);
    return link ? scene.paths.pathOf(link)[0].y : NaN;
  };

  stack.execute(connect(model, createLink('p2', 'pc', 'r1')));
  stack.execute(connect(model, createLink('p3', 'r1', 'pc')));
  const three = ['l1', 'p2', 'p3'].map(aside).sort((a, b) => a - b);
  assert.deepEqual(three, [87, 100, 113]);
  stack.execute(removeItems(model, ['p2']));

  assert.deepEqual(['l1', 'p3'].map(aside).sort((a, b) => a - b), [93.5, 106.5]);
});

test('a cable goes round a device that is dropped on its way', () => {
  const device = (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y) => createDevice({ id, label: id, kind: 'router', x, y });
  const nodes = [device('a', 0, 0), device('b', 400, 0), device('c', 200, 300)];
  const { model, stack, scene } = shown(new DiagramModel({ ...emptyDiagram(), nodes, links: [createLink('l', 'a', 'b')] }));
  const path = (of = scene) => of.paths.pathOf(/** @type {any} */ (model.links.get('l')));
  const [before, by] = [path(), { x: 0, y: -300 }];

  scene.shift(['c'], by);
  stack.execute(moveItems(model, ['c'], by));

  assert.notDeepEqual(path(), before);
  assert.deepEqual(path(), path(new Scene(model)));
});

test('cables in right angles close up at a device where one of them goes', () => {
  const device = (/** @type {string} */ id, /** @type {number} */ x, /** @type {number} */ y) => createDevice({ id, label: id, kind: 'router', x, y });
  const nodes = [device('a', 0, 0), device('b', 400, -20), device('c', 400, 20)];
  const drawing = { ...emptyDiagram(), nodes, links: [createLink('stays', 'a', 'b'), createLink('goes', 'a', 'c')] };
  const { model, stack, scene } = shown(new DiagramModel({ ...drawing, settings: { ...drawing.settings, cables: 'orthogonal' } }));
  const path = (of = scene) => of.paths.pathOf(/** @type {any} */ (model.links.get('stays')));
  const before = path();

  stack.execute(removeItems(model, ['goes']));

  assert.notDeepEqual(path(), before);
  assert.deepEqual(path(), path(new Scene(model)));
});

test('a cable that is brought back lies again where it did among those parallel to it', () => {
  const { model, stack, scene } = shown();
  stack.execute(connect(model, createLink('p2', 'pc', 'r1')));
  const paths = () => ['l1', 'p2'].map((id) => scene.paths.pathOf(/** @type {any} */ (model.links.get(id))));
  const before = paths();

  stack.execute(removeItems(model, ['l1']));
  stack.undo();

  assert.deepEqual(paths(), before);
});

test('how cables run unless they say otherwise is changed without a look at what meets at each device', (t) => {
  const nodes = Array.from({ length: 50 }, (_, id) => createDevice({ id: `d${id}`, label: `R${id}`, kind: 'router', x: id * 100, y: id * 150 }));
  const links = nodes.slice(1).map(({ id }) => createLink(`to ${id}`, 'd0', id));
  const { model, stack, scene } = shown(new DiagramModel({ ...emptyDiagram(), nodes, links }));
  const asked = t.mock.method(model, 'linksOf');

  stack.execute(runCables(model, 'orthogonal'));

  assert.ok(asked.mock.callCount() < 2 * links.length);
  assert.deepEqual(links.map((link) => scene.paths.restingPathOf(link)), links.map((link) => new Scene(model).paths.restingPathOf(link)));
  assert.ok(scene.paths.restingPathOf(links[0]).length > 2);
});
