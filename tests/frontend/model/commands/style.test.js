import assert from 'node:assert/strict';
import { test } from 'node:test';

import { colorItems, reshape, setNoteStyle } from '../../../../frontend/static/js/model/commands/style.js';
import { setScenery } from '../../../../frontend/static/js/model/commands/scenery.js';
import { addConnection } from '../../../../frontend/static/js/model/commands/connections.js';
import { addNode } from '../../../../frontend/static/js/model/commands/add.js';
import { createShape } from '../../../../frontend/static/js/model/diagram.js';
import { after, classroomModel } from '../../support/labs.js';

const model = classroomModel();

test('zones, notes and shapes get a colour, and whatever has none is left as it is', () => {
  const coloured = after(model, colorItems(model, ['room', 'note', 'pc', 'l1'], 'blue'));

  assert.deepEqual([coloured.zones.get('room')?.color, Reflect.get(coloured.nodes.get('note') ?? {}, 'color')], ['blue', 'blue']);
  assert.equal('color' in (coloured.nodes.get('pc') ?? {}), false);
  assert.deepEqual(colorItems(coloured, ['room', 'note'], 'blue').changes, []);
});

test('a colour can be taken away', () => {
  const coloured = after(model, colorItems(model, ['room'], 'red'));

  assert.equal(after(coloured, colorItems(coloured, ['room'], null)).zones.get('room')?.color, null);
  assert.deepEqual(colorItems(model, ['room'], null).changes, []);
});

test('a note gets a heading, another size, and loses its paper', () => {
  const note = after(model, setNoteStyle(model, 'note', { heading: 'Rules', size: 'title', plain: true })).nodes.get('note');

  assert.deepEqual(note?.type === 'note' && [note.heading, note.size, note.plain, note.label], ['Rules', 'title', true, 'Mind the gap']);
});

test('a shape gets another size, and becomes another figure', () => {
  const drawn = after(model, addNode(model, createShape({ id: 's', shape: 'rectangle' })));

  const shape = after(drawn, reshape(drawn, 's', { x: 5, y: 6, width: 70, height: 80 })).nodes.get('s');
  assert.deepEqual(shape?.type === 'shape' && [shape.x, shape.y, shape.width, shape.height], [5, 6, 70, 80]);
  const round = after(drawn, reshape(drawn, 's', { shape: 'ellipse' })).nodes.get('s');
  assert.equal(round?.type === 'shape' && round.shape, 'ellipse');
});

test('devices are for the drawing only, many at once, and keep their connections', () => {
  const scenery = after(model, setScenery(model, ['pc', 'srv', 'note'], true));

  const pc = scenery.nodes.get('pc');
  assert.deepEqual(pc?.type === 'device' && [pc.scenery, pc.connections.length], [true, 1]);
  assert.deepEqual(Object.keys(scenery.nodes.get('note') ?? {}).includes('scenery'), false);
  assert.deepEqual(setScenery(model, ['pc'], false).changes, []);
});

test('who adds a connection to a device for the drawing only wants it opened', () => {
  const scenery = after(model, setScenery(model, ['pc'], true));

  const pc = after(scenery, addConnection(scenery, 'pc')).nodes.get('pc');
  assert.deepEqual(pc?.type === 'device' && [pc.scenery, pc.connections.length], [false, 2]);
});
