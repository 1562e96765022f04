import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { placeItems } from '../../../../frontend/static/js/model/commands/positions/move.js';
import * as make from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { crosses } from '../../../../frontend/static/js/util/polyline.js';
import { Scene } from '../../../../frontend/static/js/view/scene.js';

/** @typedef {import('../../../../frontend/static/js/util/geometry.js').Point} Point */

const REACH = 1000;

/**
 * Devices, cables in right angles from the first to each of those in *joined*, and how these run.
 * @param {readonly Point[]} places Where the devices are, called d0, d1 and so on.
 * @param {readonly number[]} joined
 * @param {boolean} isInwards Whether the cables are drawn to the first instead.
 */
function star(places, joined, isInwards = false) {
  const nodes = places.map(({ x, y }, place) => make.createDevice({ id: `d${place}`, label: `d${place}`, x, y }));
  const links = joined.map((place, rank) => (isInwards ? make.createLink(`l${rank}`, `d${place}`, 'd0') : make.createLink(`l${rank}`, 'd0', `d${place}`)));
  const model = new DiagramModel({ ...make.emptyDiagram(), nodes, links, settings: { ...make.emptyDiagram().settings, cables: 'orthogonal' } });
  const stack = new CommandStack(model);
  const scene = new Scene(model);
  stack.addEventListener('changed', (event) => scene.update(/** @type {CustomEvent} */ (event).detail));
  return {
    paths: (of = scene) => links.map((link) => of.paths.pathOf(link)),
    place: (/** @type {string} */ id, /** @type {Point} */ at) => stack.execute(placeItems(model, new Map([[id, at]]))),
    anew: () => new Scene(model),
  };
}

/** @param {number} count */
const around = (count) => Array.from({ length: count }, (_, place) => {
  const angle = ((place + 0.5) * 2 * Math.PI) / count;
  return { x: Math.round(REACH * Math.cos(angle)), y: Math.round(REACH * Math.sin(angle)) };
});

/** @param {number} count */
const below = (count) => Array.from({ length: count }, (_, place) => ({ x: (place - (count - 1) / 2) * 120, y: 300 }));

const MIDDLE = { x: 0, y: 0 };

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, place) => place + 1);

/**
 * Return how often those of *paths* cross that do not begin at the same point.
 * @param {readonly (readonly Point[])[]} paths
 */
function countCrossings(paths) {
  const pieces = paths.flatMap((path, own) => path.slice(2, -1).map((end, place) => ({ own, start: path[place + 1], end })));
  const level = pieces.filter(({ start, end }) => start.y === end.y);
  const upright = pieces.filter(({ start, end }) => start.x === end.x);
  const isBetween = (/** @type {number} */ at, /** @type {number} */ one, /** @type {number} */ other) => (at - one) * (at - other) < 0;
  return level.flatMap((one) => upright.filter((other) => one.own !== other.own
    && isBetween(other.start.x, one.start.x, one.end.x) && isBetween(one.start.y, other.start.y, other.end.y))).length;
}

/** @param {readonly (readonly Point[])[]} paths */
const sidesOf = (paths) => Map.groupBy(paths, ([, { x, y }]) => (Math.abs(x) > Math.abs(y) ? `${Math.sign(x)} 0` : `0 ${Math.sign(y)}`));

test('the cables of a hub leave it at all four sides, as many at each, and do not cross', () => {
  const { paths } = star([MIDDLE, ...around(24)], upTo(24));

  assert.deepEqual([...sidesOf(paths()).values()].map((side) => side.length), [6, 6, 6, 6]);
  assert.equal(countCrossings(paths()), 0);
});

test('above a long row of devices the outer cables leave at the sides, those of what is farther away above the others', () => {
  const { paths } = star([MIDDLE, ...below(20)], upTo(20));
  const sides = sidesOf(paths());

  assert.deepEqual(['-1 0', '0 1', '1 0'].map((side) => sides.get(side)?.length), [7, 6, 7]);
  assert.equal(countCrossings(paths()), 0);
});

test('where other devices stand beside a hub, all its cables leave below', () => {
  const beside = [{ x: -160, y: 0 }, { x: 160, y: 0 }];
  const { paths } = star([MIDDLE, ...below(20), ...beside], upTo(20));

  assert.deepEqual([...sidesOf(paths()).keys()], ['0 1']);
});

test('what comes to a side of a hub, or goes from there, changes where cables leave, as if they were drawn anew', () => {
  const { paths, place, anew } = star([MIDDLE, ...below(20), { x: -160, y: -400 }], upTo(20));
  const before = paths();

  place('d21', { x: -160, y: 0 });
  assert.equal(sidesOf(paths()).has('-1 0'), false);
  assert.deepEqual(paths(), paths(anew()));
  place('d21', { x: -160, y: -400 });
  assert.deepEqual(paths(), before);
});

test('cables run alike in whichever direction they were drawn', () => {
  const outwards = star([MIDDLE, ...below(8)], upTo(8));
  const inwards = star([MIDDLE, ...below(8)], upTo(8), true);

  assert.deepEqual(inwards.paths().map((path) => [...path].reverse()), outwards.paths());
});

for (const aside of [1, 6, 20]) {
  test(`a cable between two devices that are ${aside} units off one line runs straight, without a kink`, () => {
    const { paths } = star([MIDDLE, { x: aside, y: 300 }], [1]);
    const [path] = paths();

    assert.deepEqual([...new Set(path.map(({ x }) => x))].length, 1);
  });
}

test('parallel cables that go round the same device lie apart', () => {
  const { paths } = star([MIDDLE, { x: -240, y: 550 }, { x: -228, y: 410 }], [1, 1]);
  const pieces = paths().map((path) => path.slice(2, -1).map((end, place) => [path[place + 1], end]));

  const [one, other] = pieces.map((all) => all.flatMap(([start, end]) => (start.x === end.x ? `x ${start.x}` : `y ${start.y}`)));
  assert.ok(one.length > 1);
  assert.deepEqual(one.filter((piece) => other.includes(piece)), []);
});

test('what goes round a device below it leaves room for its name and address', () => {
  const { paths } = star([MIDDLE, { x: -120, y: 420 }, { x: -120, y: 260 }], [1]);
  const levels = paths()[0].filter(({ x }, place, path) => place > 0 && x !== path[place - 1].x).map(({ y }) => y);

  assert.ok(levels.length > 0 && levels.every((y) => y < 220 || y > 320), String(levels));
});

test('between two devices side by side a cable turns where no name of an interface stands', () => {
  const { paths } = star([MIDDLE, { x: 400, y: 40 }], [1]);
  const [turn] = paths()[0].filter(({ y }, place, path) => place > 0 && y !== path[place - 1].y);

  assert.ok(turn.x >= 100 && turn.x <= 300, String(turn.x));
});

test('no cable turns in the name of a device that it does not join, as if it began there', () => {
  const ends = [MIDDLE, { x: 73, y: 336 }];
  const [free] = star(ends, [1]).paths();
  const { y: turn } = free[2];
  const other = { x: 86, y: turn - 45 };

  const [path] = star([...ends, other], [1]).paths();

  const names = { x: other.x - 26, y: other.y + 30, width: 52, height: 24 };
  const meets = (/** @type {readonly Point[]} */ line) => line.some((point, place) => place > 0 && crosses(names, line[place - 1], point));
  assert.deepEqual([meets(free), meets(path)], [true, false]);
});

test('a cable that goes round a device in its way runs along no border of a tile', () => {
  const stack = [MIDDLE, { x: 10, y: 480 }, { x: 10, y: 160 }, { x: 10, y: 320 }];
  const [path] = star(stack, [1]).paths();
  const levels = path.flatMap(({ x, y }, place) => (place > 0 && x !== path[place - 1].x ? [y] : []));

  const borders = stack.flatMap(({ y }) => [y - 28, y + 28]);
  assert.ok(levels.length > 0 && levels.every((level) => borders.every((border) => Math.abs(level - border) > 4)), String(levels));
});
