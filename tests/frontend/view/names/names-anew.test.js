import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { renameItem } from '../../../../frontend/static/js/model/commands/update.js';
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
 * @param {typeof plainRuler} [ruler]
 */
function readNames(scene, ruler = plainRuler) {
  const { nodes, links } = scene.model;
  const plan = scene.names(FAMILIES, ruler);
  return {
    rows: [...nodes.values()].map((node) => [node.id, plan.rowsOf(node)]),
    ends: [...links.values()].map((link) => [link.id, plan.endOf(link, 'source'), plan.endOf(link, 'target')]),
    own: [...links.values()].map((link) => [link.id, plan.ownNameOf(link)]),
  };
}

/**
 * Return *drawing* as it is shown, with all its names placed.
 * @param {any} drawing
 * @param {typeof plainRuler} [ruler]
 */
function follow(drawing, ruler = plainRuler) {
  const model = new DiagramModel(drawing);
  const stack = new CommandStack(model);
  const scene = new Scene(model);
  stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
  readNames(scene, ruler);
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

/** The cables' own names of the tests below, which are long. */
const TRUNK = 'Trunk to the core of the campus';

/**
 * @param {string} id
 * @param {number} x
 * @param {number} y
 * @param {string} [label]
 * @param {string} [host]
 */
function device(id, x, y, label = id, host = '') {
  return make.createDevice({ id, label, kind: 'router', x, y, connections: host ? [make.createConnection({ host })] : [] });
}

/**
 * @param {string} id
 * @param {string} source
 * @param {string} target
 * @param {{ name?: string, port?: string }} [names]
 */
function cable(id, source, target, { name = '', port = '' } = {}) {
  return { ...make.createLink(id, source, target, { source: port, target: '' }), name };
}

/**
 * Do what *change* says to *drawing*; return the own name of the cable `own` before, after, and placed anew.
 * @param {Partial<import('../../../../frontend/static/js/model/diagram.js').Diagram>} drawing
 * @param {(model: DiagramModel) => import('../../../../frontend/static/js/model/changes.js').Command} change
 * @param {typeof plainRuler} [ruler]
 */
function namesAround(drawing, change, ruler = plainRuler) {
  const { model, stack, scene } = follow({ ...make.emptyDiagram(), ...drawing }, ruler);
  const own = (/** @type {Scene} */ shown) => readNames(shown, ruler).own.find(([id]) => id === 'own')?.[1];
  const before = own(scene);
  stack.execute(change(model));
  return { before, after: own(scene), anew: own(new Scene(model)) };
}

for (const [what, from, by] of /** @type {const} */ ([['leaves', 700, -1400], ['comes', -700, 1400]])) {
  test(`the name of a cable stands elsewhere where that of an interface beside it ${what}, though what moves is far away`, () => {
    const nodes = [device('a', 170, -400), device('b', 170, 400), device('c', 0, 0), device('m', from, 0)];
    const links = [cable('own', 'a', 'b', { name: TRUNK }), cable('cm', 'c', 'm', { port: 'GigabitEthernet0/1' })];

    const { before, after, anew } = namesAround({ nodes, links }, (model) => moveItems(model, ['m'], { x: by, y: 0 }));

    assert.deepEqual(after, anew);
    assert.notDeepEqual(after, before);
  });
}

test('the name of a cable stands elsewhere where a device beside it has more of its name written, because another one moved', () => {
  const label = 'Router of the department of ';
  const nodes = [device('d0', 250, 90, `${label}0`, '10.0.100.9'), device('d2', 370, 60, `${label}2`), device('d3', 220, 50, `${label}3`), device('d5', 810, 100, `${label}5`, '10.0.100.99'), device('d6', 60, 220, `${label}6`, '10.0.100.7')];
  const links = [cable('own', 'd0', 'd5', { name: TRUNK, port: 'GigabitEthernet0/1' }), cable('l2', 'd2', 'd6', { name: TRUNK, port: 'GigabitEthernet0/1' })];

  const { before, after, anew } = namesAround({ nodes, links }, (model) => moveItems(model, ['d3'], { x: -20, y: -50 }));

  assert.deepEqual(after, anew);
  assert.notDeepEqual(after, before);
});

test('a name that is written wider than was guessed moves names of cables out of its way', () => {
  const wide = { ...plainRuler, width: (/** @type {string} */ text, /** @type {any} */ font) => 1.6 * plainRuler.width(text, font) };
  const crowd = [device('c0', -9, -34, 'Router of ', '10.0.0.1'), device('c1', -100, -41, 'Router of'), device('c2', -185, -56, 'Router o', '10.0.0.1'), device('c3', -50, -56, 'Router of the campus netw', '10.0.0.1')];
  const nodes = [device('a', -500, 0), device('b', 500, 0), ...crowd, device('u', 277, 3000, 'Router of the department')];
  const links = [cable('own', 'a', 'b', { name: 'Trunk to the core of th' })];

  const { before, after, anew } = namesAround({ nodes, links }, (model) => moveItems(model, ['u'], { x: 0, y: -3041 }), wide);

  assert.deepEqual(after, anew);
  assert.notDeepEqual(after, before);
});

test('the badge of a narrow pod moves names of cables out of its way when it becomes wider', () => {
  const nodes = [make.createUsers({ id: 'u', label: 'p', count: 8, x: -900, y: 0 }), device('a', 258, -400), device('b', 258, 400)];
  const zones = [make.createZone({ id: 'z', label: 'P', x: 0, y: -283, width: 60, height: 300, pod: 'u' })];
  const links = [cable('own', 'a', 'b', { name: TRUNK })];

  const { before, after, anew } = namesAround({ nodes, links, zones }, (model) => renameItem(model, 'u', 'participant'));

  assert.deepEqual(after, anew);
  assert.notDeepEqual(after, before);
});
