import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addBend, bendCable, runCables, setCableStyle, unbendCables } from '../../../../frontend/static/js/model/commands/cable-style.js';
import { insertIntoLink } from '../../../../frontend/static/js/model/commands/cabling.js';
import { colorItems } from '../../../../frontend/static/js/model/commands/style.js';
import { moveItems } from '../../../../frontend/static/js/model/commands/positions/move.js';
import { clip, renew } from '../../../../frontend/static/js/model/copying/clipping.js';
import { createDevice } from '../../../../frontend/static/js/model/diagram.js';
import { after, classroomModel, countingIds } from '../../support/labs.js';

test('many cables get a look at once, and what is as usual already is no change', () => {
  const model = classroomModel();

  const look = setCableStyle(model, ['l1', 'l2', 'r1'], { name: 'VLAN 10', width: 'thick', dash: null });
  const drawn = after(model, look);

  assert.deepEqual(look.changes.map(({ id }) => id), ['l1', 'l2']);
  assert.deepEqual(drawn.links.get('l1'), { ...model.links.get('l1'), name: 'VLAN 10', width: 'thick' });
  assert.equal(setCableStyle(drawn, ['l1'], { width: 'thick' }).changes.length, 0);
  assert.equal(after(drawn, colorItems(drawn, ['l1'], 'blue')).links.get('l1')?.color, 'blue');
});

test('how all cables run is a setting, and straight is none', () => {
  const model = classroomModel();

  const drawn = after(model, runCables(model, 'orthogonal'));

  assert.equal(drawn.settings.cables, 'orthogonal');
  assert.equal(after(drawn, runCables(drawn, 'straight')).settings.cables, null);
});

test('bends move along with both ends, and stay with one', () => {
  const model = classroomModel();
  const bent = after(model, bendCable(model, 'l1', [{ x: 170, y: 60 }]));

  const both = after(bent, moveItems(bent, ['r1', 'pc'], { x: 10, y: 20 }));
  const one = after(bent, moveItems(bent, ['r1'], { x: 10, y: 20 }));

  assert.deepEqual(both.links.get('l1')?.bends, [{ x: 180, y: 80 }]);
  assert.deepEqual(one.links.get('l1')?.bends, [{ x: 170, y: 60 }]);
  assert.deepEqual(after(bent, unbendCables(bent, ['l1', 'l2'])).links.get('l1')?.bends, []);
});

test('a copy of a cable looks like it, its bends beside those of the first', () => {
  const model = classroomModel();
  const named = after(model, setCableStyle(model, ['l1'], { name: 'trunk', dash: 'dashed' }));
  const bent = after(named, bendCable(named, 'l1', [{ x: 170, y: 60 }]));

  const [copy] = renew(bent, clip(bent, ['r1', 'pc']), countingIds(), { x: 400, y: 0 }).links;

  assert.deepEqual([copy.name, copy.dash, copy.bends], ['trunk', 'dashed', [{ x: 570, y: 60 }]]);
});

test('a cable into which a device is put has a look but no bends on both sides of it', () => {
  const model = classroomModel();
  const named = after(model, setCableStyle(model, ['l1'], { name: 'trunk' }));
  const bent = after(named, bendCable(named, 'l1', [{ x: 170, y: 60 }]));

  const split = after(bent, insertIntoLink(bent, countingIds(), 'l1', createDevice({ id: 'mid', x: 170, y: 100 })));

  const halves = split.linksOf('mid');
  assert.deepEqual(halves.map(({ name, bends }) => [name, bends]), [['trunk', []], ['trunk', []]]);
});

test('a bend that nobody pointed at comes beside the middle of the longest stretch', () => {
  const model = classroomModel();
  const { x, y } = /** @type {import('../../../../frontend/static/js/model/diagram.js').Device} */ (model.nodes.get('r1'));
  const bent = after(model, bendCable(model, 'l1', [{ x: x + 1000, y }]));

  const first = after(model, addBend(model, 'l1')).links.get('l1')?.bends ?? [];
  const second = after(bent, addBend(bent, 'l1')).links.get('l1')?.bends ?? [];

  assert.equal(first.length, 1);
  assert.deepEqual(second, [{ x: x + 500, y: y + 48 }, { x: x + 1000, y }]);
});
