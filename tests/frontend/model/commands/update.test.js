import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lockItems, nameInterface, renameItem, updateItems } from '../../../../frontend/static/js/model/commands/update.js';
import { after, classroomModel } from '../../support/labs.js';

test('a field is changed on all that have it', () => {
  const model = classroomModel();
  const changed = after(model, updateItems(model, ['r1', 'students', 'lan'], { count: 3 }));

  assert.deepEqual(/** @type {any[]} */ ([changed.item('r1'), changed.item('students')]).map((item) => item.count), [3, 3]);
  assert.equal('count' in (changed.item('lan') ?? {}), false);
});

test('a rename says whose, and carries its merge key', () => {
  const command = renameItem(classroomModel(), 'r1', 'Core', { mergeKey: 'k' });

  assert.deepEqual([command.label, command.mergeKey], ['Rename R1', 'k']);
});

test('locking skips what cannot be locked', () => {
  assert.deepEqual(lockItems(classroomModel(), ['r1', 'l1'], true).changes.map((change) => change.id), ['r1']);
});

test('an interface is named at its own end', () => {
  const model = classroomModel();
  const link = after(model, nameInterface(model, 'l1', 'target', 'eth1')).links.get('l1');

  assert.deepEqual(link, { id: 'l1', source: { node: 'r1', interface: 'Gi0/0' }, target: { node: 'pc', interface: 'eth1' } });
  assert.throws(() => nameInterface(model, 'nobody', 'target', ''), /There is no link 'nobody'/);
});
