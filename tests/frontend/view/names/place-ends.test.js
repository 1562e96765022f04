import assert from 'node:assert/strict';
import { test } from 'node:test';

import { placeEnds } from '../../../../frontend/static/js/view/names/place-ends.js';
import { plainRuler } from '../../support/overlaps.js';

const FONT = { family: 'mono', weight: 400, size: 10.5 };

/**
 * @param {Record<string, { x: number, y: number }>} far Where the cables lead to from 0, 0, by the names of their interfaces.
 * @param {Partial<import('../../../../frontend/static/js/view/names/free-places.js').Room>} [narrower]
 */
function place(far, narrower = {}, zones = /** @type {import('../../../../frontend/static/js/util/geometry.js').Box[]} */ ([])) {
  const room = { left: -150, right: 150, top: -150, bottom: 150, ...narrower };
  const boxes = [{ x: -29, y: -29, width: 58, height: 58 }];
  const ends = Object.entries(far).map(([text, end]) => ({ id: text, side: /** @type {const} */ ('source'), text, path: [{ x: 0, y: 0 }, end] }));
  const territory = { room, boxes, cables: ends.map(({ id, path }) => ({ id, path })), zones };
  const placed = placeEnds(ends, { territory, kept: [], size: { width: 0, height: 0 }, zone: null, font: FONT, ruler: plainRuler });
  return { captions: [...placed.values()], texts: [...placed.values()].map(({ text, whole }) => [text, whole]).sort() };
}

test('where one name at a device is abbreviated, all are', () => {
  const far = { 'GigabitEthernet0/1': { x: 150, y: 0 }, 'GigabitEthernet0/2': { x: 0, y: 300 } };

  assert.deepEqual(place(far).texts.map(([text]) => text), ['GigabitEthernet0/1', 'GigabitEthernet0/2']);
  assert.deepEqual(place(far, { right: 90 }).texts, [['Gi0/1', 'GigabitEthernet0/1'], ['Gi0/2', 'GigabitEthernet0/2']]);
});

test('a name that would be cut chooses first where all are whole by that', () => {
  const far = { eth1: { x: -20, y: 300 }, 'Gi1/0/25': { x: -70, y: 300 } };

  assert.deepEqual(place(far, { left: -50, right: 60, bottom: 50 }).texts.map(([text]) => text), ['Gi1/0/25', 'eth1']);
});

test('a name keeps off the border of a zone where it may stand a little further along its cable', () => {
  const zone = { x: -100, y: -100, width: 200, height: 140 };
  const spans = [[], [zone]].map((zones) => place({ eth0: { x: 0, y: 300 } }, {}, zones).captions.map(({ y, height }) => [y - height / 2, y + height / 2])[0]);

  assert.ok(spans[0][0] < 40 && spans[0][1] > 40);
  assert.ok(spans[1][0] >= 40 && spans[1][0] < 60);
});
