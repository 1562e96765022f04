import assert from 'node:assert/strict';
import { test } from 'node:test';

import { giveStyle } from '../../../frontend/static/js/model/commands/style.js';
import { styleOf, takenOver } from '../../../frontend/static/js/model/style.js';
import { createLink, createNote, createZone } from '../../../frontend/static/js/model/diagram.js';
import { after, classroomModel } from '../support/labs.js';

test('a cable takes over colour, width, dashes and route, and keeps its ends and its name', () => {
  const model = classroomModel();
  const style = styleOf(/** @type {any} */ ({ ...createLink('x', 'a', 'b'), name: 'VLAN 10', color: 'red', width: 'thick' }));
  assert.ok(style);

  const drawn = after(model, giveStyle(model, ['l1', 'r1'], style));

  assert.deepEqual(drawn.links.get('l1'), { ...model.links.get('l1'), color: 'red', width: 'thick', dash: null, route: null });
  assert.deepEqual(drawn.nodes.get('r1'), model.nodes.get('r1'));
  assert.equal(giveStyle(drawn, ['l1'], style).changes.length, 0);
});

test('a note takes the colour of a zone, and a device has no style', () => {
  const zone = styleOf({ ...createZone({ id: 'z' }), color: 'teal' });
  assert.ok(zone);

  assert.deepEqual(takenOver(createNote({ id: 'n' }), zone), { color: 'teal' });
  assert.deepEqual(takenOver(createNote({ id: 'n' }), { plain: null }), { plain: false });
  assert.equal(styleOf(classroomModel().nodes.get('r1')), null);
});
