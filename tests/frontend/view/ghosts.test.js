import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createZone } from '../../../frontend/static/js/model/diagram.js';
import { ALL_LAYERS } from '../../../frontend/static/js/view/frame.js';
import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { paintHints } from '../../../frontend/static/js/view/paint/hints.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { classroomModel } from '../support/labs.js';

test('of the copies that are dragged only those in sight are painted', () => {
  /** @type {number[]} */
  const painted = [];
  const ctx = new Proxy({}, {
    get: (_, name) => (name === 'fillRect' ? (/** @type {number} */ x) => void painted.push(x) : () => {}),
    set: () => true,
  });
  const frame = /** @type {any} */ ({ ctx, scene: new Scene(classroomModel()), theme: {}, layers: ALL_LAYERS, box: { x: 0, y: 0, width: 300, height: 300 }, detail: {} });
  const far = Array.from({ length: 5000 }, (_, place) => createDevice({ id: `d${place}`, x: 1000 + place, y: 100 }));
  const ghosts = [...far, createDevice({ id: 'seen', x: 128, y: 100 }), createZone({ id: 'z', x: 40, y: 0, width: 60, height: 60 })];

  paintHints(frame, { ...NO_HINTS, ghosts }, new Set(), 1, { width: () => 0 });

  assert.deepEqual(painted.sort((a, b) => a - b), [40, 100]);
});
