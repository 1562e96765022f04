import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createDevice, createLink } from '../../../../frontend/static/js/model/diagram.js';
import { addNode, connect } from '../../../../frontend/static/js/model/commands/add.js';
import { after, classroomModel } from '../../support/labs.js';

test('a new node comes last and is named in the step', () => {
  const model = classroomModel();
  const command = addNode(model, createDevice({ id: 'new', label: 'R2' }));

  assert.equal(command.label, 'Add R2');
  assert.equal([...after(model, command).nodes.keys()].at(-1), 'new');
});

test('a cable is named after its ends', () => {
  const model = classroomModel();
  const command = connect(model, createLink('new', 'r1', 'srv'));

  assert.equal(command.label, 'Connect R1 and SRV1');
  assert.equal(after(model, command).linksOf('srv').length, 2);
});
