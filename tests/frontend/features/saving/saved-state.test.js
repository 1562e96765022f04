import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeSaving } from '../../../../frontend/static/js/features/saving/saved-state.js';

const NOW = new Date(2026, 10, 21, 14, 2).getTime();

/** @param {object} saving */
function tell(saving) {
  const [words, rest] = describeSaving({ state: 'saved', savedAt: NOW, isAtRisk: false, error: null, ...saving }, NOW);
  return words + rest;
}

/** @param {number} status */
const failed = (status) => ({ error: { status, message: 'Why.' } });

for (const [expected, saving] of /** @type {[string, object][]} */ ([
  ['', { savedAt: null }],
  ['Saved 14:02', {}],
  ['Saving', { state: 'waiting' }],
  ['Saving', { state: 'saving' }],
  ['Offline, kept in this browser', { state: 'offline', ...failed(0) }],
  ['Not saved, kept in this browser', { state: 'offline', ...failed(503) }],
  ['Logged out, kept in this browser', { state: 'expired', ...failed(401) }],
  ['Changed elsewhere', { state: 'conflict', ...failed(412) }],
  ['Not saved, kept in this browser', { state: 'refused', ...failed(422) }],
  ['Too large to save, kept in this browser', { state: 'refused', ...failed(413) }],
  ['Not kept in this browser', { state: 'offline', isAtRisk: true, ...failed(0) }],
  ['Saving', { state: 'saving', isAtRisk: true }],
])) {
  test(`${JSON.stringify(saving)} is told as '${expected}'`, () => {
    assert.equal(tell(saving), expected);
  });
}

test('what is told on a phone is short', () => {
  for (const [state, status] of /** @type {[string, number][]} */ ([
    ['saved', 0], ['saving', 0], ['offline', 0], ['offline', 503], ['expired', 401], ['conflict', 412], ['refused', 413],
  ])) {
    const [short] = describeSaving({ state, savedAt: NOW, isAtRisk: false, ...failed(status) }, NOW);
    assert.ok(short.length <= 'Saved 14:02'.length, short);
  }
});
