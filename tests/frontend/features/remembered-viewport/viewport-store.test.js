import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ViewportStore } from '../../../../frontend/static/js/features/remembered-viewport/viewport-store.js';
import { fakeStorage } from '../../support/fakes.js';

const KEY = 'labmapper-views';

test('what was seen of each drawing is remembered', () => {
  const storage = fakeStorage();
  new ViewportStore(storage).keep('a', { x: 1.5, y: -2, zoom: 0.5 });
  new ViewportStore(storage).keep('b', { x: 0, y: 0, zoom: 1 });
  new ViewportStore(storage).keep('a', { x: 7, y: 8, zoom: 2 });

  assert.deepEqual(new ViewportStore(storage).find('a'), { x: 7, y: 8, zoom: 2 });
  assert.deepEqual(new ViewportStore(storage).find('b'), { x: 0, y: 0, zoom: 1 });
  assert.equal(new ViewportStore(storage).find('c'), null);
});

test('where all was seen, nothing is kept', () => {
  const storage = fakeStorage();
  new ViewportStore(storage).keep('a', { x: 1, y: 2, zoom: 3 });

  new ViewportStore(storage).keep('a', null);

  assert.equal(new ViewportStore(storage).find('a'), null);
});

test('fifty drawings are remembered, those that were seen last', () => {
  const storage = fakeStorage();
  const views = new ViewportStore(storage);
  for (let place = 0; place < 60; place += 1) views.keep(`d${place}`, { x: place, y: 0, zoom: 1 });

  assert.equal(JSON.parse(storage.getItem(KEY) ?? '').length, 50);
  assert.equal(views.find('d9'), null);
  assert.deepEqual(views.find('d10'), { x: 10, y: 0, zoom: 1 });
});

test('which layers were hidden and locked is remembered, also where all was seen', () => {
  const storage = fakeStorage();
  new ViewportStore(storage).keep('a', null, { hidden: ['access'], locked: ['cables'] });
  new ViewportStore(storage).keep('b', { x: 0, y: 0, zoom: 1 });

  assert.equal(new ViewportStore(storage).find('a'), null);
  assert.deepEqual(new ViewportStore(storage).findLayers('a'), { hidden: ['access'], locked: ['cables'] });
  assert.deepEqual(new ViewportStore(storage).findLayers('b'), { hidden: [], locked: [] });
});

for (const broken of ['no JSON', '{}', '7', 'null', '["a"]', '[["a", 1, 2]]', '[["a", 1, null, 1]]']) {
  test(`what cannot be read is nothing: ${broken}`, () => {
    const storage = fakeStorage();
    storage.setItem(KEY, broken);
    const views = new ViewportStore(storage);

    assert.equal(views.find('a'), null);
    views.keep('a', { x: 1, y: 2, zoom: 3 });

    assert.deepEqual(views.find('a'), { x: 1, y: 2, zoom: 3 });
  });
}
