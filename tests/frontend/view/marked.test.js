import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { paintHints } from '../../../frontend/static/js/view/paint/hints.js';
import { renameItem } from '../../../frontend/static/js/model/commands/update.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { after, classroomModel } from '../support/labs.js';
import { classroomFrame, recordingContext, ruler } from '../support/painting.js';

/**
 * Return what is painted over the classroom while *ids* are selected: each call, and each colour that is set.
 * @param {readonly string[]} ids
 * @param {{ changes?: Parameters<typeof classroomFrame>[1], hints?: import('../../../frontend/static/js/view/hints.js').Hints }} [given]
 */
function paintSelected(ids, { changes = {}, hints = NO_HINTS } = {}) {
  const { ctx, painted } = recordingContext();
  paintHints(classroomFrame(ctx, changes), hints, new Set(ids), 1, ruler);
  return painted;
}

test('the names at a selected cable stay readable over the line that marks it', () => {
  const painted = paintSelected(['l1']);

  const line = painted.findLastIndex(([name]) => name === 'lineTo');
  for (const text of ['Gi0/0', 'eth0', 'R1']) {
    assert.ok(painted.findIndex(([name, first]) => name === 'fillText' && first === text) > line, text);
  }
});

test('only what is selected alone or pointed at is written in whole: the names of many would cover each other', () => {
  const model = classroomModel();
  const long = 'Server of the whole department of networks';
  const changes = { scene: new Scene(after(model, renameItem(model, 'srv', long))) };
  const texts = (/** @type {readonly string[]} */ ids, hover = /** @type {string | null} */ (null)) =>
    paintSelected(ids, { changes, hints: { ...NO_HINTS, hover } }).filter(([name]) => name === 'fillText').map(([, text]) => text);

  assert.ok(texts(['srv']).includes(long));
  assert.ok(texts(['r1', 'l1'], 'srv').includes(long));
  assert.ok(!texts(['r1', 'srv', 'l1']).includes(long));
  assert.ok(texts(['r1', 'srv', 'l1']).includes('Gi0/0'));
});

test('the arrow of selected access has the colour of its line', () => {
  const painted = paintSelected(['a1']);

  const arrow = painted.findLastIndex(([name]) => name === 'closePath');
  assert.deepEqual(painted.slice(0, arrow).findLast(([name]) => name === 'fillStyle'), ['fillStyle', 'green']);
});
