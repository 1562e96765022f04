import assert from 'node:assert/strict';
import { test } from 'node:test';

import { describeTime, exactTime } from '../../../frontend/static/js/util/times.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

/** @param {number} minutes */
const ago = (minutes) => describeTime(NOW - minutes * MINUTE, NOW);

test('recent times are told by how long ago they were', () => {
  assert.deepEqual([0.5, 1, 59, 61, 23 * 60, 25 * 60, 3 * 24 * 60].map(ago), [
    'just now', '1 minute ago', '59 minutes ago', '1 hour ago', '23 hours ago', 'yesterday', '3 days ago',
  ]);
});

test('a clock that runs behind is no trip into the future', () => {
  assert.equal(ago(-5), 'just now');
});

test('what is to come is told by the hours until then, or by its date', () => {
  assert.deepEqual([-61, -23 * 60].map(ago), ['in 1 hour', 'in 23 hours']);
  assert.match(ago(-30 * 24 * 60), /^December 2\d, 2026$/);
});

test('older times are told by their date, and every time exactly', () => {
  assert.match(ago(30 * 24 * 60), /^October \d+, 2026$/);
  assert.match(exactTime(NOW), /November 2\d, 2026.*:00:00/);
});
