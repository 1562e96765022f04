import assert from 'node:assert/strict';
import { test } from 'node:test';

import { mayConnect, mayContain, mayGiveAccess } from '../../../frontend/static/js/model/rules.js';
import { classroomModel } from '../support/labs.js';

const model = classroomModel();

for (const [a, b, verdict] of /** @type {[string, string, true | RegExp][]} */ ([
  ['r1', 'srv', true],
  ['r1', 'pc', true],
  ['r1', 'lan', true],
  ['r1', 'r1', true],
  ['lan', 'lan', /Only a device/],
  ['r1', 'students', /People have no cables/],
  ['note', 'r1', /A note has no cables/],
  ['room', 'r1', /joins devices, networks and the gateway/],
])) {
  test(`a cable from ${a} to ${b}: ${verdict}`, () => check(mayConnect(model, a, b), verdict));
}

for (const [users, target, verdict] of /** @type {[string, string, true | RegExp][]} */ ([
  ['students', 'srv', true],
  ['students', 'lan', true],
  ['students', 'room', true],
  ['students', 'pod', /student1 already has access to Pod/],
  ['students', 'trainers', /not to people/],
  ['students', 'note', /cannot be reached/],
  ['r1', 'srv', /starts at a users node/],
  ['students', 'nobody', /a device, a zone or a network/],
])) {
  test(`access of ${users} to ${target}: ${verdict}`, () => check(mayGiveAccess(model, users, target), verdict));
}

for (const [zone, item, verdict] of /** @type {[string | null, string, true | RegExp][]} */ ([
  ['room', 'srv', true],
  [null, 'r1', true],
  ['pod', 'room', /cannot be inside itself/],
  ['pod', 'pod', /cannot be inside itself/],
  ['room', 'l1', /Only nodes and zones/],
  ['nowhere', 'r1', /not on the drawing/],
])) {
  test(`${item} in ${zone}: ${verdict}`, () => check(mayContain(model, zone, item), verdict));
}

/**
 * @param {true | string} actual
 * @param {true | RegExp} expected
 */
function check(actual, expected) {
  if (expected === true) assert.equal(actual, true);
  else assert.match(String(actual), expected);
}
