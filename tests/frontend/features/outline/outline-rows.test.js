import assert from 'node:assert/strict';
import { test } from 'node:test';

import { DiagramModel } from '../../../../frontend/static/js/model/diagram-model.js';
import {
  createAccess, createDevice, createLink, createUsers, createZone, emptyDiagram,
} from '../../../../frontend/static/js/model/diagram.js';
import { withdrawAccess } from '../../../../frontend/static/js/model/commands/access.js';
import { hasName, outlineRows } from '../../../../frontend/static/js/features/outline/outline-rows.js';
import { after } from '../../support/labs.js';

function build() {
  return new DiagramModel({
    ...emptyDiagram(),
    nodes: [
      createDevice({ id: 'r1', label: 'R1', kind: 'router' }),
      createDevice({ id: 'pc', label: 'PC09', kind: 'workstation', count: 11, zone: 'z1' }),
      createUsers({ id: 'u1', label: 'student1', count: 8 }),
    ],
    zones: [createZone({ id: 'z1', label: 'Lab', pod: 'u1' }), createZone({ id: 'z2', label: 'Empty', zone: 'z1' })],
    links: [createLink('l1', 'r1', 'pc', { source: 'eth0' })],
    access: [createAccess('a1', 'u1', 'pc')],
  });
}

/** @param {string[]} flipped */
const shown = (...flipped) => outlineRows(build(), new Set(flipped)).map((row) => `${'  '.repeat(row.level - 1)}${row.label}`);

test('people come first, then zones with what is in them, then the rest', () => {
  assert.deepEqual(shown(), ['student1…student8', 'Lab', '  Empty', '  PC09…PC19', 'R1']);
});

test('a closed zone hides what is in it', () => {
  assert.deepEqual(shown('z1'), ['student1…student8', 'Lab', 'R1']);
});

test('an opened node shows its cables and what it reaches', () => {
  assert.deepEqual(shown('u1', 'r1', 'pc').filter((label) => /Cable|Reaches/.test(label)), [
    '  Reaches PC09',
    '    Cable to R1',
    '  Cable to PC09',
  ]);
});

test('a row says where it stands among its siblings, and whether it opens', () => {
  const [users, lab, empty] = outlineRows(build(), new Set());

  assert.deepEqual([users.place, users.siblings, users.isOpen], [1, 3, false]);
  assert.deepEqual([lab.isOpen, lab.detail], [true, 'One for each of student1']);
  assert.deepEqual([empty.level, empty.isOpen], [2, null]);
});

test('people who have copies of their own are not said to reach all devices', () => {
  const model = build();
  const free = after(model, withdrawAccess(model, 'u1', ['pc']));

  assert.equal(outlineRows(free, new Set())[0].detail, 'own pods, all else');
});

test('nodes and zones can be renamed, cables cannot', () => {
  assert.deepEqual(['r1', 'z1', 'l1', 'a1', 'gone'].map((id) => hasName(build(), id)), [true, true, false, false, false]);
});
