import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findMovers, moveItems, placeItems } from '../../../../../frontend/static/js/model/commands/positions/move.js';
import { lockItems } from '../../../../../frontend/static/js/model/commands/update.js';
import { DiagramModel } from '../../../../../frontend/static/js/model/diagram-model.js';
import { createZone, emptyDiagram } from '../../../../../frontend/static/js/model/diagram.js';
import { after, classroom, classroomModel } from '../../../support/labs.js';

test('a zone moves with all that is in it', () => {
  const model = classroomModel();
  const moved = after(model, moveItems(model, ['room'], { x: 10, y: 20 }));

  assert.deepEqual([moved.zones.get('pod')?.x, moved.nodes.get('pc')?.y, moved.nodes.get('note')?.x], [50, 120, 70]);
  assert.equal(moved.nodes.get('r1')?.zone, 'pod');
  assert.equal(moved.nodes.get('srv')?.x, 600);
});

test('a node that is dropped in another zone is then in that one', () => {
  const model = classroomModel();

  assert.equal(after(model, moveItems(model, ['srv'], { x: -400, y: -200 })).nodes.get('srv')?.zone, 'pod');
  assert.equal(after(model, moveItems(model, ['r1'], { x: 0, y: 200 })).nodes.get('r1')?.zone, 'room');
  assert.equal(after(model, moveItems(model, ['r1'], { x: 900, y: 0 })).nodes.get('r1')?.zone, null);
});

test('a zone that is dragged out of the one around it leaves it', () => {
  const model = classroomModel();

  assert.equal(after(model, moveItems(model, ['pod'], { x: 900, y: 0 })).zones.get('pod')?.zone, null);
});

test('membership that the drawing does not show stays while one moves within', () => {
  const diagram = classroom();
  const stray = { ...diagram, nodes: diagram.nodes.map((node) => (node.id === 'srv' ? { ...node, zone: 'room' } : node)) };
  const model = new DiagramModel(stray);

  assert.equal(after(model, moveItems(model, ['srv'], { x: 20, y: 20 })).nodes.get('srv')?.zone, 'room');
});

test('what is locked stays where it is', () => {
  const model = classroomModel();
  const locked = after(model, lockItems(model, ['r1'], true));

  assert.deepEqual(moveItems(locked, ['r1'], { x: 10, y: 0 }).changes, []);
  assert.deepEqual(findMovers(locked, ['r1', 'pod']), new Set(['pod', 'r1', 'pc']));
});

test('a zone that was selected with its content moves the content once', () => {
  const model = classroomModel();

  assert.equal(after(model, moveItems(model, ['pod', 'r1'], { x: 10, y: 0 })).nodes.get('r1')?.x, 110);
});

test('a layout is one step for any number of places', () => {
  const model = classroomModel();
  const command = placeItems(model, new Map([['r1', { x: 80, y: 80 }], ['srv', { x: 0, y: 900 }]]), { label: 'Tidy up' });

  assert.equal(command.label, 'Tidy up');
  assert.deepEqual(command.changes.map((change) => change.id), ['r1', 'srv']);
});

test('zones that are moved at once never come to lie in a circle', () => {
  const model = new DiagramModel({
    ...emptyDiagram(),
    zones: [
      createZone({ id: 'large', x: 0, y: 0, width: 1000, height: 1000, zone: 'small' }),
      createZone({ id: 'middle', x: 2000, y: 2000, width: 200, height: 200 }),
      createZone({ id: 'small', x: 3000, y: 3000, width: 50, height: 50 }),
    ],
  });

  const moved = after(model, placeItems(model, new Map([['middle', { x: 100, y: 100 }], ['small', { x: 150, y: 150 }]])));

  assert.equal(moved.zones.get('middle')?.zone, 'large');
  assert.equal(moved.zones.get('small')?.zone, null);
});
