import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { moveItems } from '../../../../frontend/static/js/model/commands/positions/move.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';
import { plainRuler } from '../../support/overlaps.js';
import { pick, seededRandom } from '../../support/random.js';
import { randomCommands } from '../../support/random-commands.js';

const FAMILIES = { font: 'sans', mono: 'mono' };
const DRAWINGS = 16;

/**
 * Return a crowded drawing by chance: devices, users, notes, zones, and cables with names, some of them long.
 * @param {() => number} random
 */
function crowdedDrawing(random) {
  const int = (/** @type {number} */ limit) => Math.floor(random() * limit);
  const size = pick(random, [{ x: 60, y: 60 }, { x: 250, y: 40 }]);
  const place = () => ({ x: int(size.x) * 10, y: int(size.y) * 10 });
  const some = (/** @type {number} */ count, /** @type {(id: number) => any} */ build) => Array.from({ length: count }, (_, id) => build(id));
  const nodes = [
    ...some(20, (id) => make.createDevice({ id: `d${id}`, label: pick(random, ['R', 'Router of the department ']) + id, kind: 'router', ...place(), connections: [make.createConnection({ host: `10.0.${int(255)}.${id}` })] })),
    ...some(3, (id) => make.createUsers({ id: `u${id}`, label: `user${id}`, count: 1 + int(20), ...place() })),
    ...some(2, (id) => make.createNote({ id: `t${id}`, label: 'A note\nof two lines', ...place() })),
  ];
  const zones = some(3, (id) => make.createZone({ id: `z${id}`, label: `Zone ${id}`, ...place(), width: 70 + int(500), height: 100 + int(400), pod: id === 0 ? 'u0' : null }));
  const end = () => `d${int(20)}`;
  const links = some(30, (id) => ({ ...make.createLink(`l${id}`, end(), end(), { source: pick(random, ['', 'eth0', 'GigabitEthernet0/1']), target: pick(random, ['', 'e1']) }), name: pick(random, ['', '', 'VLAN 10', 'Trunk to the core of the campus']) }));
  const access = some(6, (id) => make.createAccess(`a${id}`, `u${int(3)}`, end()));
  const settings = { ...make.emptyDiagram().settings, cables: pick(random, /** @type {const} */ (['straight', 'orthogonal', 'curved'])) };
  return { ...make.emptyDiagram(), nodes, zones, links: links.filter(({ source, target }) => source.node !== target.node), access, settings };
}

/**
 * Return everything that is written on the drawing of *scene*, and where.
 * @param {Scene} scene
 */
function readNames(scene) {
  const { nodes, links } = scene.model;
  const plan = scene.names(FAMILIES, plainRuler);
  return {
    rows: [...nodes.values()].map((node) => [node.id, plan.rowsOf(node)]),
    ends: [...links.values()].map((link) => [link.id, plan.endOf(link, 'source'), plan.endOf(link, 'target')]),
    own: [...links.values()].map((link) => [link.id, plan.ownNameOf(link)]),
  };
}

/**
 * Return *drawing* as it is shown, with all its names placed.
 * @param {any} drawing
 */
function follow(drawing) {
  const model = new DiagramModel(drawing);
  const stack = new CommandStack(model);
  const scene = new Scene(model);
  stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
  readNames(scene);
  return { model, stack, scene };
}

test('after each drag, undone or not, all names stand as if placed anew', () => {
  for (let seed = 0; seed < DRAWINGS; seed++) {
    const random = seededRandom(seed);
    const { model, stack, scene } = follow(crowdedDrawing(random));
    const length = () => Math.round(random() * 30 - 15) * 10;

    for (let round = 0; round < 8; round++) {
      const ids = [...model.nodes.keys()].filter(() => random() < 0.03);
      const by = { x: length(), y: length() };
      scene.shift(ids, by);
      readNames(scene);
      if (random() < 0.3) stack.undo();
      else stack.execute(moveItems(model, ids, by));
      scene.settle();

      assert.deepEqual(readNames(scene), readNames(new Scene(model)), `drawing ${seed}, drag ${round}`);
    }
  }
});

test('after any command all names stand as if placed anew', () => {
  for (let seed = 0; seed < DRAWINGS; seed++) {
    const random = seededRandom(seed);
    const { model, stack, scene } = follow(crowdedDrawing(random));
    const next = randomCommands(model, random);

    for (let round = 0; round < 8; round++) {
      stack.execute(next());
      if (random() < 0.3) stack.undo();

      assert.deepEqual(readNames(scene), readNames(new Scene(model)), `drawing ${seed}, command ${round}`);
    }
  }
});

test('names by which nothing stands elsewhere now are kept when something is dropped', () => {
  const nodes = Array.from({ length: 20 }, (_, id) => make.createDevice({ id: `d${id}`, label: `R${id}`, kind: 'router', x: (id % 10) * 200, y: Math.floor(id / 10) * 200 }));
  const links = Array.from({ length: 10 }, (_, id) => ({ ...make.createLink(`l${id}`, `d${id}`, `d${id + 10}`, { source: 'eth0', target: 'e1' }), name: 'VLAN 10' }));
  const { model, stack, scene } = follow({ ...make.emptyDiagram(), nodes, links });
  const before = readNames(scene);

  stack.execute(moveItems(model, ['d0'], { x: 20, y: 0 }));
  const after = readNames(scene);

  const far = (/** @type {any[]} */ names) => names.slice(4).map((name) => name[1]);
  assert.equal(far(after.own).filter((own, place) => own && own === far(before.own)[place]).length, 6);
  assert.equal(far(after.ends).filter((end, place) => end && end === far(before.ends)[place]).length, 6);
  assert.notDeepEqual(after.ends[0], before.ends[0]);
});
