import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createNote } from '../../../../frontend/static/js/model/diagram.js';
import { boxOfNote, wrapNote } from '../../../../frontend/static/js/model/geometry/notes.js';

test('a note grows with its text', () => {
  const short = boxOfNote(createNote({ id: 'a', label: 'Hi' }));
  const long = boxOfNote(createNote({ id: 'a', label: 'A long remark that needs a second line\nand a third' }));

  assert.ok(long.width > short.width && long.height > 1.5 * short.height);
});

test('a long note is no narrow column', () => {
  const { width, height } = boxOfNote(createNote({ id: 'a', label: 'word '.repeat(400) }));

  assert.ok(width > 450 && height < 600, `${width} by ${height}`);
});

test('lines of a note break at words and where the author broke them', () => {
  assert.deepEqual(wrapNote('one two three four five six seven eight\n\nnine'), ['one two three four five six', 'seven eight', '', 'nine']);
});
