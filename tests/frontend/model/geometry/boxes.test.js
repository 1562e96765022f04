import assert from 'node:assert/strict';
import { test } from 'node:test';

import { boxAroundAll, boxAroundDrawn } from '../../../../frontend/static/js/model/geometry/boxes.js';
import { createDevice, createLink, createNote, createZone, emptyDiagram } from '../../../../frontend/static/js/model/diagram.js';
import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';

/** @param {import('../../../../frontend/static/js/model/diagram.js').Link[]} links */
function around(links) {
  const nodes = [createDevice({ id: 'a', x: 0, y: 0 }), createDevice({ id: 'b', x: 200, y: 0 })];
  return boxAroundAll(new DiagramModel({ ...emptyDiagram(), nodes, links }));
}

test('what is around everything is around the bends of cables and around loops too', () => {
  const cable = createLink('l', 'a', 'b');

  assert.deepEqual(around([cable]), { x: -28, y: -28, width: 256, height: 56 });
  assert.deepEqual(around([{ ...cable, bends: [{ x: 100, y: 300 }] }]), { x: -28, y: -28, width: 256, height: 328 });
  assert.ok((around([createLink('l', 'a', 'a')])?.x ?? 0) < -58);
});

test('around everything are the texts of notes too', () => {
  const note = createNote({ id: 'n', x: 0, y: 0, label: 'word\n'.repeat(40) });
  const box = boxAroundAll(new DiagramModel({ ...emptyDiagram(), nodes: [note] }));

  assert.ok((box?.height ?? 0) > 600);
});

test('around nothing there is no box', () => assert.equal(boxAroundAll(new DiagramModel(emptyDiagram())), null));

test('around what is selected are the bends of cables between it, loops, and what is in a zone', () => {
  const nodes = [createDevice({ id: 'a', x: 0, y: 0 }), createDevice({ id: 'b', x: 200, y: 0, zone: 'z' }), createDevice({ id: 'far', x: 2000, y: 0 })];
  const links = [{ ...createLink('l', 'a', 'b'), bends: [{ x: 100, y: 300 }] }, { ...createLink('m', 'a', 'far'), bends: [{ x: 900, y: 900 }] }];
  const zones = [createZone({ id: 'z', x: 150, y: -50, width: 100, height: 100 })];
  const model = new DiagramModel({ ...emptyDiagram(), nodes, links, zones });

  assert.deepEqual(boxAroundDrawn(model, ['a', 'z']), { x: -28, y: -50, width: 278, height: 350 });
  assert.deepEqual(boxAroundDrawn(model, ['l']), { x: -28, y: -28, width: 256, height: 328 });
  assert.deepEqual(boxAroundDrawn(model, ['a']), { x: -28, y: -28, width: 56, height: 56 });
  assert.equal(boxAroundDrawn(model, []), null);
});
