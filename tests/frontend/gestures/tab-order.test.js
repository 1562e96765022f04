import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describe, DIRECTIONS, nearestTowards, neighbourOf, readingOrder } from '../../../frontend/static/js/gestures/tab-order.js';
import { after, classroomModel } from '../support/labs.js';
import { lockItems } from '../../../frontend/static/js/model/commands/update.js';

test('one reads in lines from the top, each from the left, a zone before what is in it', () => {
  assert.deepEqual(readingOrder(classroomModel()), ['students', 'room', 'pod', 'r1', 'pc', 'lan', 'trainers', 'srv', 'note']);
});

test('neighbours are known forwards and backwards, and end', () => {
  const ids = ['a', 'b'];

  assert.deepEqual([neighbourOf(ids, null, 1), neighbourOf(ids, null, -1), neighbourOf(ids, 'gone', 1)], ['a', 'b', 'a']);
  assert.deepEqual([neighbourOf(ids, 'a', 1), neighbourOf(ids, 'b', 1), neighbourOf(ids, 'a', -1)], ['b', null, null]);
  assert.equal(neighbourOf([], null, 1), null);
});

for (const [key, from, expected] of /** @type {[string, string, string | null][]} */ ([
  ['ArrowRight', 'r1', 'pc'],
  ['ArrowRight', 'pc', 'lan'],
  ['ArrowDown', 'lan', 'srv'],
  ['ArrowLeft', 'students', null],
  ['ArrowDown', 'students', 'trainers'],
  ['ArrowUp', 'srv', 'lan'],
])) {
  test(`${key} from ${from} leads to ${expected}`, () => {
    const model = classroomModel();

    assert.equal(nearestTowards(model, [...model.nodes.keys()], from, DIRECTIONS[key]), expected);
  });
}

test('things say what they are, where, and whether they are locked', () => {
  const model = classroomModel();
  const locked = after(model, lockItems(model, ['note'], true));

  assert.equal(describe(model, ['r1', 'pc'], 'pc'), 'PC09…PC19, Workstation, in Pod, 2 of 2');
  assert.equal(describe(locked, ['note'], 'note'), 'Mind the gap, Note, in Room, locked, 1 of 1');
});
