import assert from 'node:assert/strict';
import { test } from 'node:test';

import { putOnLayer, showLayer } from '../../../frontend/static/js/model/commands/layers.js';
import { lockItems } from '../../../frontend/static/js/model/commands/update.js';
import { hiding, layersOf } from '../../../frontend/static/js/model/layers.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { hitBox, hitTest } from '../../../frontend/static/js/view/hit-test.js';
import { after, classroomModel } from '../support/labs.js';

const EVERYWHERE = { x: -1e4, y: -1e4, width: 2e4, height: 2e4 };

function layered() {
  const model = classroomModel();
  return after(model, putOnLayer(model, ['r1', 'room'], 'Backbone'));
}

test('layers are those that things name, and locked where all on them are', () => {
  const model = layered();
  const locked = after(model, lockItems(model, ['r1', 'room'], true));

  assert.deepEqual(layersOf(classroomModel()), []);
  assert.deepEqual(layersOf(model), [{ name: 'Backbone', ids: ['room', 'r1'], isHidden: false, isLocked: false }]);
  assert.equal(layersOf(locked)[0].isLocked, true);
});

test('what is on a hidden layer is neither seen nor hit, and its cables with it; what is in a zone stays', () => {
  const model = layered();
  const hidden = after(model, showLayer(model, 'Backbone', false));
  const scene = new Scene(hidden);

  assert.equal(hiding(model), null);
  assert.deepEqual(scene.nodesIn(EVERYWHERE).map(({ id }) => id).includes('pc'), true);
  assert.deepEqual([scene.nodesIn(EVERYWHERE).length, scene.zonesIn(EVERYWHERE).map(({ id }) => id)], [6, ['pod']]);
  assert.deepEqual(scene.linksIn(EVERYWHERE).map(({ id }) => id), ['l3']);
  assert.equal(hitTest(scene, { x: 100, y: 100 }, 5)?.id, 'pod');
  assert.equal(layersOf(hidden)[0].isHidden, true);
  assert.deepEqual(after(hidden, showLayer(hidden, 'Backbone', true)).settings.hidden, []);
});

test('cables, access and names that are locked let the pointer through', () => {
  const scene = new Scene(classroomModel());
  const locked = { cables: false, access: false, labels: false };

  assert.equal(hitTest(scene, { x: 600, y: 200 }, 5)?.id, 'l3');
  assert.equal(hitTest(scene, { x: 600, y: 200 }, 5, locked), null);
  assert.equal(hitTest(scene, { x: 600, y: 335 }, 5, locked), null);
  assert.deepEqual(hitBox(scene, EVERYWHERE, locked).filter((id) => /^[la][0-9]/.test(id)), []);
});
