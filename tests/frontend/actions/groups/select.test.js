import assert from 'node:assert/strict';
import { test } from 'node:test';

import { actingEditor } from '../../support/acting.js';

test('the next and the previous thing are selected, told and brought into view, and after the last one there is none', () => {
  const { run, isEnabled, selection, announced, viewport } = actingEditor();
  const seen = [];
  viewport.panBy(-5000, 0);

  while (isEnabled('next')) {
    run('next');
    seen.push(selection.only);
  }
  run('previous');

  assert.deepEqual(seen, ['students', 'room', 'pod', 'r1', 'pc', 'lan', 'trainers', 'srv', 'note']);
  assert.deepEqual([selection.only, announced[2], announced.at(-1)], ['srv', 'Pod, Pod, in Room, 3 of 9', 'SRV1, Server, 8 of 9']);
  assert.ok(viewport.box.x < 600 && viewport.box.x + viewport.box.width > 600);
});

test('a cable that is selected is no dead end', () => {
  const { run, selection } = actingEditor();
  run('next');
  selection.set(['l1']);

  run('next');

  assert.equal(selection.only, 'room');
});

test('after Escape there is no next thing, until something is selected', () => {
  const { run, isEnabled, selection } = actingEditor();

  run('escape');
  assert.deepEqual([isEnabled('next'), isEnabled('previous')], [false, false]);
  selection.set(['r1']);

  assert.equal(isEnabled('next'), true);
});

test('all and nothing can be selected', () => {
  const { run, selection } = actingEditor();

  run('select-all');
  assert.equal(selection.size, 14);
  run('select-none');

  assert.equal(selection.size, 0);
});
