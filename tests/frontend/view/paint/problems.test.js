import assert from 'node:assert/strict';
import { test } from 'node:test';

import { paintProblems } from '../../../../frontend/static/js/view/paint/problems.js';
import { classroomFrame, recordingContext } from '../../support/painting.js';

/**
 * Return the dots that are painted for *problems*: where, how large and in which colour each is.
 * @param {Record<string, 'error' | 'warning'>} problems
 * @param {object} [parts]
 */
function dotsOf(problems, parts = {}) {
  const { ctx, painted } = recordingContext();
  paintProblems(classroomFrame(ctx, { ...parts, problems: new Map(Object.entries(problems)) }), (id) => id !== 'lan');
  const arcs = painted.filter(([name]) => name === 'arc').map(([, x, y, radius]) => ({ x, y, radius }));
  const colors = painted.filter(([name]) => name === 'fillStyle').map(([, color]) => color);
  assert.equal(painted.filter(([name]) => name === 'fill').length, arcs.length);
  return arcs.map((arc, place) => ({ ...arc, color: colors[place] }));
}

test('a problem marks the corner of its node, red or amber', () => {
  const radius = 5.5;

  assert.deepEqual(dotsOf({ r1: 'error', srv: 'warning' }), [
    { x: 126, y: 74, radius, color: 'red' },
    { x: 626, y: 274, radius, color: 'amber' },
  ]);
  assert.deepEqual(dotsOf({ pc: 'error' }), [{ x: 269, y: 71, radius, color: 'red' }]);
});

test('a problem marks the corner of its zone and the middle of its line', () => {
  const places = dotsOf({ room: 'error', l1: 'error', a1: 'warning' });

  assert.deepEqual(places.slice(0, 2).map(({ x, y }) => [x, y]), [[394, 6], [170, 100]]);
  assert.equal(places.length, 3);
});

test('only what is in sight, there and asked for is marked', () => {
  assert.deepEqual(dotsOf({ r1: 'error' }, { box: { x: 400, y: 0, width: 300, height: 300 } }), []);
  assert.deepEqual(dotsOf({ nobody: 'error', lan: 'error' }), []);
});

test('a mark is seen from far away too', () => {
  const [dot] = dotsOf({ r1: 'error' }, { zoom: 0.1 });

  assert.equal(dot.radius, 30);
});
