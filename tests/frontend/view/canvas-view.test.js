import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

import { CommandStack } from '../../../frontend/static/js/model/command-stack.js';
import { createDevice, createLink, emptyDiagram } from '../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../frontend/static/js/model/diagram-model.js';
import { Selection } from '../../../frontend/static/js/model/selection.js';
import { CanvasView } from '../../../frontend/static/js/view/canvas-view.js';
import { Viewport } from '../../../frontend/static/js/view/viewport.js';
import { makeElement, openWindow } from '../support/glass.js';

const COLUMNS = 100;
const STEP = 128;

/**
 * Show *count* routers in rows, each on a cable to the next, all in sight at their real size; no dots of the grid count.
 * @param {number} count
 * @param {{ cables?: 'straight' | 'orthogonal', zoom?: number }} [look]
 */
function showGrid(count, { cables = 'straight', zoom = 1 } = {}) {
  const { canvases, nextFrame } = openWindow();
  const place = (/** @type {number} */ n) => ({ x: (n % COLUMNS) * STEP + STEP, y: Math.floor(n / COLUMNS) * STEP + STEP });
  const nodes = Array.from({ length: count }, (_, n) => createDevice({ id: `n${n}`, label: `R${n}`, kind: 'router', ...place(n) }));
  const links = nodes.slice(1).map((node, n) => createLink(`l${n}`, `n${n}`, node.id));
  const model = new DiagramModel({ ...emptyDiagram(), nodes, links, settings: { ...emptyDiagram().settings, cables } });
  const selection = new Selection();
  const viewport = new Viewport();
  const host = /** @type {any} */ ({ ...makeElement(), clientWidth: 14_000, clientHeight: 7000 });
  const view = new CanvasView({ host, model, stack: new CommandStack(model), selection, viewport });
  const [shown, kept] = canvases;
  viewport.zoomAt({ x: 0, y: 0 }, zoom);
  view.setLayers({ grid: false });
  shown.calls = 0;
  nextFrame();
  return { view, selection, viewport, shown, kept, nextFrame };
}

/**
 * Return how much is painted in one frame of dragging one node among *count*, and for the first picture.
 * @param {number} count
 */
function dragOne(count) {
  const { view, selection, shown, kept, nextFrame } = showGrid(count);
  const dragged = new Set(['n7']);
  const first = shown.calls;
  selection.set(dragged);
  view.shift(dragged, { x: 8, y: 0 });
  nextFrame();
  shown.calls = kept.calls = 0;

  view.shift(dragged, { x: 16, y: 8 });
  nextFrame();

  return { first, rest: kept.calls, over: shown.calls };
}

test('dragging one node paints that node and its cables, however many others are in sight', () => {
  const [few, many] = [dragOne(200), dragOne(5000)];

  assert.ok(few.first > 200 && many.first > 20 * few.first, `${few.first}, ${many.first}`);
  assert.deepEqual([few.rest, many.rest], [0, 0]);
  assert.ok(few.over > 0 && few.over < 100, `${few.over}`);
  assert.equal(many.over, few.over);
});

test('in each frame of a drag only that part shows the drawing anew that was painted over before', () => {
  const { view, selection, shown, kept, nextFrame } = showGrid(200);
  const dragged = new Set(['n7']);
  selection.set(dragged);
  view.shift(dragged, { x: 0, y: 8 });
  nextFrame();
  const parts = [];

  for (const by of [16, 24]) {
    shown.drawn = [];
    view.shift(dragged, { x: 0, y: by });
    nextFrame();
    parts.push(shown.drawn[0]);
  }
  view.hint({ target: 'n9' });
  nextFrame();
  shown.drawn = [];
  view.shift(dragged, { x: 0, y: 32 });
  nextFrame();

  const [[from, x, y, width, height, ...to], after] = /** @type {any} */ (parts);
  assert.ok(from === kept && x < 8 * STEP && x + width > 9 * STEP && width * height < 0.01 * shown.width * shown.height, `${[x, y, width, height]}`);
  assert.deepEqual(to, [x, y, width, height]);
  assert.ok(after[2] + after[4] > y + height);
  assert.deepEqual(shown.drawn[0], [kept, 0, 0], 'After something else was shown, all of it is.');
});

test('what is dropped is painted with all the rest again', () => {
  const { view, shown, nextFrame } = showGrid(200);
  view.shift(new Set(['n7']), { x: 8, y: 0 });
  nextFrame();
  shown.calls = 0;

  view.settle();
  nextFrame();

  assert.ok(shown.calls > 200);
});

test('what is pointed at is painted over a drawing that is not painted again', () => {
  const { view, shown, kept, nextFrame } = showGrid(200);
  view.hint({ hover: 'n7' });
  nextFrame();
  assert.equal(kept.calls, 2, 'It is copied from where it is shown.');
  shown.calls = kept.calls = 0;

  view.hint({ hover: 'n8' });
  nextFrame();
  view.hint({ hover: null });
  nextFrame();

  assert.equal(kept.calls, 0);
  assert.ok(shown.calls > 0 && shown.calls < 100, `${shown.calls}`);
});

for (const selected of [[], ['n7']]) {
  test(`a pan with ${selected.length} selected moves the picture by way of the other canvas, and paints what comes into sight alone`, () => {
    const { selection, shown, kept, nextFrame, viewport } = showGrid(5000);
    selection.set(selected);
    nextFrame();
    [shown.calls, kept.calls, shown.drawn, kept.drawn] = [0, 0, [], []];

    viewport.panBy(12, -6);
    nextFrame();

    const [from, by] = selected.length > 0 ? [kept, shown] : [shown, kept];
    assert.deepEqual([by.drawn[0], from.drawn[0]], [[from, 12, -6], [by, 0, 0]]);
    assert.ok([shown, kept].every((one) => one.drawn.every(([picture]) => picture !== one)), 'None is drawn on itself.');
    assert.ok(shown.calls + kept.calls < 3000, `${shown.calls}, ${kept.calls}`);
  });
}

test('while one zooms with something selected, each frame is painted once', () => {
  const { view, selection, shown, kept, nextFrame, viewport } = showGrid(200);
  selection.set(['n7']);
  nextFrame();
  shown.calls = kept.calls = 0;

  for (const factor of [1.1, 1.2]) {
    viewport.zoomAt({ x: 100, y: 100 }, factor);
    nextFrame();
  }
  assert.equal(kept.calls, 0);
  assert.ok(shown.calls > 400, `${shown.calls}`);

  view.hint({ hover: 'n8' });
  nextFrame();
  assert.ok(kept.calls > 200, 'Afterwards the drawing is kept again.');
});

test('a first picture from far away comes before the ways of all cables are found; these follow', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { view, shown, nextFrame } = showGrid(1000, { cables: 'orthogonal', zoom: 0.4 });
  const links = [...view.scene.model.links.values()];
  const countFound = () => links.filter((link) => view.scene.paths.isFound(link)).length;
  const first = countFound();
  assert.ok(first > 0 && first < 100 && shown.calls > 1000, `${first}`);

  const found = [first];
  while (found.at(-1) !== links.length && found.length < 10) {
    mock.timers.tick(1000);
    nextFrame();
    found.push(countFound());
  }
  assert.equal(found.at(-1), links.length, `${found}`);
  shown.calls = 0;
  mock.timers.tick(1000);
  nextFrame();
  assert.equal(shown.calls, 0);
  mock.timers.reset();
});

test('a first picture has the ways of all cables where these are few, and only some of many', () => {
  const countFound = (/** @type {number} */ count) => {
    const { paths, model } = showGrid(count, { cables: 'orthogonal', zoom: 0.4 }).view.scene;
    return [...model.links.values()].filter((link) => paths.isFound(link)).length;
  };

  assert.equal(countFound(65), 64);
  assert.ok(countFound(66) < 20);
});

test('where names at cables are read, the ways of all are found at once', () => {
  const { view } = showGrid(300, { cables: 'orthogonal' });

  assert.ok([...view.scene.model.links.values()].every((link) => view.scene.paths.isFound(link)));
});

test('on paper there is the drawing alone, and afterwards everything again', () => {
  const { view, selection, shown, kept, nextFrame } = showGrid(20);
  view.setLayers({ grid: true });
  view.setProblems(new Map([['n1', 'error']]));
  selection.set(['n2']);
  nextFrame();
  shown.calls = kept.calls = 0;
  view.repaint();
  nextFrame();
  const [seen, over] = [kept.calls, shown.calls];

  shown.calls = kept.calls = 0;
  view.turnToPaper(true);
  const [printed, behind] = [shown.calls, kept.calls];
  shown.calls = kept.calls = 0;
  view.turnToPaper(false);

  assert.ok(printed > 0 && printed < seen - 100, `${printed}, ${seen}`);
  assert.equal(behind, 0);
  assert.deepEqual([kept.calls, shown.calls], [seen, over]);
});
