import assert from 'node:assert/strict';
import { test } from 'node:test';

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
 */
function showGrid(count) {
  const { canvases, nextFrame } = openWindow();
  const place = (/** @type {number} */ n) => ({ x: (n % COLUMNS) * STEP + STEP, y: Math.floor(n / COLUMNS) * STEP + STEP });
  const nodes = Array.from({ length: count }, (_, n) => createDevice({ id: `n${n}`, label: `R${n}`, kind: 'router', ...place(n) }));
  const links = nodes.slice(1).map((node, n) => createLink(`l${n}`, `n${n}`, node.id));
  const model = new DiagramModel({ ...emptyDiagram(), nodes, links });
  const selection = new Selection();
  const host = /** @type {any} */ ({ ...makeElement(), clientWidth: 14_000, clientHeight: 7000 });
  const view = new CanvasView({ host, model, stack: new CommandStack(model), selection, viewport: new Viewport() });
  const [lower, upper] = canvases;
  view.setLayers({ grid: false });
  lower.calls = 0;
  nextFrame();
  return { view, selection, lower, upper, nextFrame };
}

/**
 * Return how much is painted in one frame of dragging one node among *count*, and for the first picture.
 * @param {number} count
 */
function dragOne(count) {
  const { view, selection, lower, upper, nextFrame } = showGrid(count);
  const dragged = new Set(['n7']);
  const first = lower.calls;
  selection.set(dragged);
  view.shift(dragged, { x: 8, y: 0 });
  nextFrame();
  lower.calls = upper.calls = 0;

  view.shift(dragged, { x: 16, y: 8 });
  nextFrame();

  return { first, lower: lower.calls, upper: upper.calls };
}

test('dragging one node paints that node and its cables, however many others are in sight', () => {
  const [few, many] = [dragOne(200), dragOne(5000)];

  assert.ok(few.first > 200 && many.first > 20 * few.first, `${few.first}, ${many.first}`);
  assert.deepEqual([few.lower, many.lower], [0, 0]);
  assert.ok(few.upper > 0 && few.upper < 100, `${few.upper}`);
  assert.equal(many.upper, few.upper);
});

test('what is dropped is painted with all the rest again', () => {
  const { view, lower, nextFrame } = showGrid(200);
  view.shift(new Set(['n7']), { x: 8, y: 0 });
  nextFrame();
  lower.calls = 0;

  view.settle();
  nextFrame();

  assert.ok(lower.calls > 200);
});

test('on paper there is the drawing alone, and afterwards everything again', () => {
  const { view, selection, lower, upper, nextFrame } = showGrid(20);
  view.setLayers({ grid: true });
  view.setProblems(new Map([['n1', 'error']]));
  selection.set(['n2']);
  nextFrame();
  lower.calls = 0;
  view.repaint();
  nextFrame();
  const [seen, shown] = [lower.calls, upper.style.visibility];

  lower.calls = 0;
  view.turnToPaper(true);
  const [printed, covered] = [lower.calls, upper.style.visibility];
  lower.calls = 0;
  view.turnToPaper(false);

  assert.ok(printed > 0 && printed < seen - 100, `${printed}, ${seen}`);
  assert.deepEqual([shown, covered, upper.style.visibility], ['', 'hidden', '']);
  assert.equal(lower.calls, seen);
});
