import assert from 'node:assert/strict';
import { test } from 'node:test';

import { reorderItems } from '../../../../../frontend/static/js/model/commands/positions/order.js';
import { after, classroomModel } from '../../../support/labs.js';

for (const [where, expected] of /** @type {[import('../../../../../frontend/static/js/model/commands/positions/order.js').Where, string][]} */ ([
  ['front', 'students trainers r1 srv note pc lan'],
  ['back', 'pc lan students trainers r1 srv note'],
  ['forward', 'students trainers r1 srv pc lan note'],
  ['backward', 'students trainers pc lan r1 srv note'],
])) {
  test(`nodes are brought ${where}`, () => {
    const model = classroomModel();

    assert.equal([...after(model, reorderItems(model, ['pc', 'lan'], where)).nodes.keys()].join(' '), expected);
  });
}

test('what is in front already stays', () => {
  assert.deepEqual(reorderItems(classroomModel(), ['note'], 'forward').changes, []);
});

test('zones change places among zones', () => {
  const model = classroomModel();

  assert.deepEqual([...after(model, reorderItems(model, ['pod'], 'back')).zones.keys()], ['pod', 'room']);
});
