import assert from 'node:assert/strict';
import { test } from 'node:test';

import { clip } from '../../../../frontend/static/js/model/copying/clipping.js';
import { findPastePlace } from '../../../../frontend/static/js/model/placement/paste-place.js';
import { classroomEditor } from '../../support/editor.js';

/**
 * @param {string[]} ids
 * @param {{ x: number, y: number }} [by]
 */
function landing(ids, by = { x: 0, y: 0 }) {
  const { editor } = classroomEditor();
  return findPastePlace(editor, clip(editor.model, ids), by);
}

test('where there is room, copies go just there', () => {
  assert.deepEqual(landing(['srv'], { x: 0, y: 200 }), { x: 0, y: 200 });
});

test('over something else they go on to the right', () => {
  assert.deepEqual(landing(['srv']), { x: 112, y: 0 });
  assert.deepEqual(landing(['lan', 'srv']), { x: 112, y: 0 });
});

test('they rather stay in their zone', () => {
  assert.deepEqual(landing(['pc']), { x: 0, y: 112 });
});

test('a zone goes beside what it would cover', () => {
  const { x, y } = landing(['room']);

  assert.ok(x >= 400 || y >= 400);
});
