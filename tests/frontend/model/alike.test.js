import assert from 'node:assert/strict';
import { test } from 'node:test';

import { findAlike, findSameKind } from '../../../frontend/static/js/model/alike.js';
import { classroomModel } from '../support/labs.js';

test('things are found by kind, zone, protocol and problem', () => {
  const problems = [
    { item: 'r1', severity: 'error' }, { item: 'r1', severity: 'error' }, { item: 'pc', severity: 'warning' },
    { item: null, severity: 'error' }, { item: 'gone', severity: 'warning' },
  ];

  const groups = findAlike(classroomModel(), problems, (protocol) => protocol.toUpperCase());

  const told = groups.map(({ title, sort, ids }) => `${sort}: ${title} = ${ids.join(' ')}`);
  assert.deepEqual(told, [
    'Kind: Users = students trainers', 'Kind: Router = r1', 'Kind: Workstation = pc', 'Kind: Network = lan', 'Kind: Server = srv',
    'Kind: Note = note', 'Kind: Zone = room', 'Kind: Pod = pod',
    'In the zone: Room = pod r1 pc note', 'In the zone: Pod = r1 pc',
    'Protocol: SSH = r1 srv', 'Protocol: RDP = pc',
    'Problem: With an error = r1', 'Problem: With a warning = pc',
  ]);
});

test('all of the kinds of what is selected are found', () => {
  assert.deepEqual(findSameKind(classroomModel(), ['students', 'l1', 'srv']), ['students', 'trainers', 'srv']);
});
