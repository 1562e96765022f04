import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { paintHints } from '../../../frontend/static/js/view/paint/hints.js';
import { classroomFrame, recordingContext, ruler } from '../support/painting.js';

/**
 * Return what is painted over the classroom while *ids* are selected: each call, and each colour that is set.
 * @param {readonly string[]} ids
 */
function paintSelected(ids) {
  const { ctx, painted } = recordingContext();
  paintHints(classroomFrame(ctx), NO_HINTS, new Set(ids), 1, ruler);
  return painted;
}

test('the names at a selected cable stay readable over the line that marks it', () => {
  const painted = paintSelected(['l1']);

  const line = painted.findLastIndex(([name]) => name === 'lineTo');
  for (const text of ['Gi0/0', 'eth0', 'R1']) {
    assert.ok(painted.findIndex(([name, first]) => name === 'fillText' && first === text) > line, text);
  }
});

test('the arrow of selected access has the colour of its line', () => {
  const painted = paintSelected(['a1']);

  const arrow = painted.findLastIndex(([name]) => name === 'closePath');
  assert.deepEqual(painted.slice(0, arrow).findLast(([name]) => name === 'fillStyle'), ['fillStyle', 'green']);
});
