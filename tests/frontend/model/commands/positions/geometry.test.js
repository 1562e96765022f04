import assert from 'node:assert/strict';
import { test } from 'node:test';

import { spaceItems } from '../../../../../frontend/static/js/model/commands/positions/align.js';
import { makeAlike, putAt, sizeTo } from '../../../../../frontend/static/js/model/commands/positions/geometry.js';
import { applyArrangement } from '../../../../../frontend/static/js/model/commands/positions/tidy.js';
import { createDevice, createLink, createZone, emptyDiagram } from '../../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../../frontend/static/js/model/diagram-model.js';
import { gapsBetween } from '../../../../../frontend/static/js/model/geometry/gaps.js';
import { after } from '../../../support/labs.js';

const model = new DiagramModel({
  ...emptyDiagram(),
  zones: [
    createZone({ id: 'small', x: 0, y: 0, width: 100, height: 300 }),
    createZone({ id: 'large', x: 400, y: 0, width: 200, height: 200 }),
    createZone({ id: 'fixed', x: 800, y: 0, width: 80, height: 80, locked: true }),
  ],
  nodes: [
    createDevice({ id: 'in', x: 50, y: 60, zone: 'small' }),
    createDevice({ id: 'a', x: 0, y: 600 }),
    createDevice({ id: 'b', x: 90, y: 640 }),
    createDevice({ id: 'c', x: 500, y: 700 }),
  ],
});

test('what is put at a place is there, and a zone takes its content along', () => {
  const moved = after(model, putAt(model, ['small', 'in', 'a', 'fixed'], 'x', 1000));

  assert.deepEqual(['small', 'in', 'a', 'fixed'].map((id) => moved.placed(id)?.x), [1000, 1050, 1000, 800]);
});

test('a zone gets the size that is typed, and one that is locked keeps its own', () => {
  const sized = after(model, sizeTo(model, ['small', 'fixed', 'a'], 'width', 320));

  assert.deepEqual(['small', 'fixed'].map((id) => sized.zones.get(id)?.width), [320, 80]);
});

test('zones of the same size are as wide and high as the largest of them', () => {
  const alike = after(model, makeAlike(model, ['small', 'large', 'fixed'], ['width', 'height']));

  assert.deepEqual(['small', 'large', 'fixed'].map((id) => [alike.zones.get(id)?.width, alike.zones.get(id)?.height]), [[200, 300], [200, 300], [80, 80]]);
});

test('what is spaced out has the gap that is typed from each to the next', () => {
  const spaced = after(model, spaceItems(model, ['c', 'a', 'b'], 'x', 24));

  assert.deepEqual(gapsBetween(model, ['c', 'a', 'b'], 'x'), [34, 354]);
  assert.deepEqual(gapsBetween(spaced, ['c', 'a', 'b'], 'x'), [24, 24]);
  assert.equal(spaced.nodes.get('a')?.x, 0);
});

test('a cable that was led through bends runs straight once what it joins was tidied up', () => {
  const bent = new DiagramModel({ ...emptyDiagram(), nodes: [createDevice({ id: 'a' }), createDevice({ id: 'b', x: 200 })], links: [{ ...createLink('l', 'a', 'b'), bends: [{ x: 90, y: 90 }] }] });

  assert.deepEqual(after(bent, applyArrangement(bent, { nodes: { a: { x: 0, y: 300 } }, zones: {}, shapes: {} })).links.get('l')?.bends, []);
  assert.equal(after(bent, applyArrangement(bent, { nodes: {}, zones: {}, shapes: {} })).links.get('l')?.bends?.length, 1);
});
