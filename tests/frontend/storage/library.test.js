import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createNote } from '../../../frontend/static/js/model/diagram.js';
import { LIMITS } from '../../../frontend/static/js/model/copying/template.js';
import { Library } from '../../../frontend/static/js/storage/library.js';
import { memory } from '../support/editor.js';

const templateOf = (/** @type {string} */ name, text = 'x') => ({ name, parts: { nodes: [createNote({ id: 'n', label: text })], zones: [], links: [], access: [] } });

test('templates are kept by name, for who is logged in, and forgotten', () => {
  const storage = memory();
  const library = new Library(storage, 'ada');

  library.keep([templateOf('Rack'), templateOf('Branch')]);
  library.keep([templateOf('Rack', 'newer')]);

  assert.deepEqual(new Library(storage, 'ada').list().map(({ name, parts }) => [name, parts.nodes[0].label]), [['Branch', 'x'], ['Rack', 'newer']]);
  assert.deepEqual(new Library(storage, null).list(), []);
  library.drop('Rack');
  assert.deepEqual(library.list().map(({ name }) => name), ['Branch']);
});

test('more than a library takes is not kept, and what was kept stays', () => {
  const library = new Library(memory(), null);
  library.keep([templateOf('Rack')]);

  const isKept = library.keep(Array.from({ length: LIMITS.templates }, (_, place) => templateOf(`T${place}`)));

  assert.deepEqual([isKept, library.list().length], [false, 1]);
});

test('what could not be read again is not kept, and what was kept stays', () => {
  const library = new Library(memory(), null);
  library.keep([templateOf('Rack')]);
  const pictures = Object.fromEntries(Array.from({ length: LIMITS.pictures + 1 }, (_, place) => [String(place).padStart(32, '0'), 'data:image/png;base64,AAAA']));

  const isKept = library.keep([{ ...templateOf('Plans'), pictures }]);

  assert.deepEqual([isKept, library.list().map(({ name }) => name)], [false, ['Rack']]);
});
