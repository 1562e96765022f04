import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createLink, createZone, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import { showLayer } from '../../../../frontend/static/js/model/commands/layers.js';
import { CommandStack } from '../../../../frontend/static/js/model/command-stack.js';
import { detailAt, ALL_LAYERS } from '../../../../frontend/static/js/view/frame.js';
import { listPlaceNames, PlaceNames } from '../../../../frontend/static/js/view/names/place-names.js';
import { boxAroundAll } from '../../../../frontend/static/js/model/geometry/boxes.js';
import { encloses, inflate, overlaps } from '../../../../frontend/static/js/util/geometry.js';
import { FIT_ROOM, Viewport } from '../../../../frontend/static/js/view/viewport.js';

const ruler = { width: (/** @type {string} */ text, /** @type {{ size: number }} */ { size }) => text.length * size * 0.6 };
const fonts = { font: 'sans', mono: 'mono' };
const racks = Array.from({ length: 60 }, (_, place) => createZone({ id: `r${place}`, label: `Rack ${place}`, x: (place % 10) * 120 + 20, y: Math.floor(place / 10) * 160 + 40, width: 100, height: 120, zone: 'hall' }));
const leaves = [0, 1, 2].map((place) => createDevice({ id: `leaf${place}`, label: `leaf${place}`, x: place * 100, y: 1500 }));
const model = new DiagramModel({
  ...emptyDiagram(),
  zones: [createZone({ id: 'hall', label: 'Hall 7', x: 0, y: 0, width: 1300, height: 1000 }), ...racks],
  nodes: [createDevice({ id: 'core', label: 'core1', x: 100, y: 1300 }), ...leaves],
  links: leaves.map(({ id }) => createLink(`l-${id}`, 'core', id)),
});

test('from any distance names of places can be read, and none lies on another', () => {
  for (const zoom of [0.4, 0.2, 0.1, 0.05]) {
    const { titleSize, placeNames } = detailAt(zoom, ALL_LAYERS);
    const names = listPlaceNames(model, titleSize, fonts, ruler);

    assert.ok(placeNames && titleSize * zoom >= 11 - 1e-9);
    assert.ok(names.some(({ text }) => text === 'Hall 7'));
    assert.ok(names.every((one, place) => names.slice(place + 1).every((other) => !overlaps(one, other))));
  }
});

test('what a part of the drawing hangs on names it where no zone does', () => {
  const names = listPlaceNames(model, 30, fonts, ruler).map(({ text }) => text);

  assert.ok(names.includes('core1'));
  assert.ok(!names.includes('leaf1'));
});

test('a name at the edge of the drawing is whole where everything is fitted into the window', () => {
  const edges = [0, 9000].map((x) => createDevice({ id: `at${x}`, label: 'distribution-switch-1', x, y: 0 }));
  const hosts = [1, 2, 3].map((place) => createDevice({ id: `h${place}`, label: `h${place}`, x: 2000 * place, y: 400 }));
  const links = edges.flatMap(({ id }) => hosts.map((host) => createLink(`${id}-${host.id}`, id, host.id)));
  const wide = new DiagramModel({ ...emptyDiagram(), nodes: [...edges, ...hosts], links });
  const viewport = new Viewport();
  viewport.resize(1000, 600);
  viewport.fit(inflate(/** @type {import('../../../../frontend/static/js/util/geometry.js').Box} */ (boxAroundAll(wide)), FIT_ROOM));

  const names = listPlaceNames(wide, detailAt(viewport.zoom, ALL_LAYERS).titleSize, fonts, ruler);

  assert.ok(names.some(({ id }) => id === 'at0') && names.some(({ id }) => id === 'at9000'));
  assert.ok(names.every((name) => encloses(viewport.box, name)));
});

test('while one zooms, each size has the names that it would have alone, and what is hidden meanwhile loses its own', () => {
  const lab = new DiagramModel({ ...emptyDiagram(), nodes: [...model.nodes.values()], zones: [...model.zones.values()].map((zone) => ({ ...zone, layer: zone.id === 'hall' ? 'plan' : zone.layer })), links: [...model.links.values()] });
  const kept = new PlaceNames(lab);
  for (const size of [20, 40, 80]) assert.deepEqual(kept.list(size, fonts, ruler), listPlaceNames(lab, size, fonts, ruler));

  new CommandStack(lab).execute(showLayer(lab, 'plan', false));

  assert.deepEqual(kept.list(40, fonts, ruler), listPlaceNames(lab, 40, fonts, ruler));
  assert.ok(kept.list(40, fonts, ruler).every(({ id }) => id !== 'hall'));
});

test('titles of zones are no smaller than can be read, and names are for who sees names', () => {
  assert.equal(detailAt(1, ALL_LAYERS).titleSize, 13);
  assert.ok(detailAt(0.5, ALL_LAYERS).titleSize * 0.5 >= 11);
  assert.equal(detailAt(0.1, { ...ALL_LAYERS, labels: false }).placeNames, false);
});
