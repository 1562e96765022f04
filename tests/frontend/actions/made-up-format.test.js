/** What it costs to add a format: nothing in the browser. Actions, menus and the command palette are made of what the server says. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Actions } from '../../../frontend/static/js/actions/actions.js';
import { actionsOfFormats } from '../../../frontend/static/js/actions/formats.js';
import { ACTIONS } from '../../../frontend/static/js/actions/table.js';
import { choicesOfActions } from '../../../frontend/static/js/features/command-palette/command-palette.js';
import { matching } from '../../../frontend/static/js/kit/forms/combobox.js';
import { classroomEditor } from '../support/editor.js';

/** @typedef {import('../../../frontend/static/js/actions/formats.js').Format} Format */

const NOTHING = { fileName: 'a' };

/** @type {Format[]} What the server says, in its order: those it has, and two that are made up. */
const FORMATS = [
  { ...NOTHING, name: 'made-up-lab', title: 'Made-up lab', words: 'invented', reads: [] },
  { ...NOTHING, name: 'user-mapping', title: 'Mapping', writes: [], action: 'Download it', preview: 'xml' },
  { ...NOTHING, name: 'diagram', title: 'Diagram', reads: [], writes: [], action: 'Export the diagram (JSON)', icon: 'export' },
  { ...NOTHING, name: 'config', title: 'Config', reads: [], writes: [], action: 'Export config.yaml', preview: 'yaml' },
  { ...NOTHING, name: 'made-up-list', title: 'Made-up list', writes: [], action: 'Export the made-up list', icon: 'key', preview: 'list' },
];

function withFormats(more = /** @type {Format[]} */ ([])) {
  const { editor } = classroomEditor();
  /** @type {unknown[]} */
  const done = [];
  editor.importExport = /** @type {any} */ ({
    exportFile: (/** @type {string} */ name) => done.push(['export', name]),
    chooseFile: (/** @type {string} */ name) => done.push(['import', name]),
  });
  editor.preview = /** @type {any} */ ({ drawer: { openAt: (/** @type {string} */ tab) => done.push(['show', tab]) } });
  // The rest of the table is about features that this editor does not have.
  const others = ACTIONS.filter(({ isEnabled, isOffered, picture, href }) => !isEnabled && !isOffered && !picture && !href);
  editor.actions = new Actions(editor, [...others, ...actionsOfFormats([...FORMATS, ...more], 'user-mapping')]);
  return { editor, done };
}

test('what is written is in the export menu, in the order of the server, before the picture', () => {
  const { editor, done } = withFormats();

  const entries = editor.actions.menu('export');

  assert.deepEqual(entries.map((entry) => entry?.label), [
    'Export the diagram (JSON)', 'Export config.yaml', 'Export the made-up list', 'Export a picture', 'Print, or save as PDF', 'Copy as a picture (PNG)',
  ]);
  entries[2]?.run?.();
  assert.deepEqual([entries[2]?.icon, done], ['key', [['export', 'made-up-list']]]);
});

test('what goes to a Guacamole stands apart, behind the pictures', () => {
  const { editor } = withFormats([{ ...NOTHING, name: 'made-up-sql', title: 'SQL', writes: [], action: 'Export SQL', section: 'gateway' }]);

  const labels = editor.actions.menu('export').map((entry) => entry?.label);

  assert.deepEqual(labels.slice(-3), ['Copy as a picture (PNG)', undefined, 'Export SQL']);
});

test('it is in the main menu beside the other files', () => {
  const { editor } = withFormats();

  const labels = editor.actions.menu('main').map((entry) => entry?.label);

  assert.deepEqual(labels.slice(labels.indexOf('Import a file'), labels.indexOf('Export a picture') + 1), [
    'Import a file', 'Update from a file', 'Templates', 'Add a picture …', undefined, 'Hand out', 'Export the made-up list', 'Export config.yaml', 'Export the diagram (JSON)', 'Export a picture',
  ]);
});

test('what is read can be imported by its name, and found by its other words', () => {
  const { editor, done } = withFormats();

  for (const typed of ['made-up lab', 'invented']) {
    const [found] = matching(choicesOfActions(editor), typed);
    assert.equal(found.label, 'Import a file as Made-up lab');
    editor.actions.run(found.value);
  }

  assert.deepEqual(done, [['import', 'made-up-lab'], ['import', 'made-up-lab']]);
});

test('what has a preview can be shown', () => {
  const { editor, done } = withFormats();

  const [found] = matching(choicesOfActions(editor), 'show the list');
  editor.actions.run(found.value);

  assert.deepEqual(done, [['show', 'tab-list']]);
});

test('the mapping is downloaded by its own action alone', () => {
  const { editor } = withFormats();

  assert.deepEqual(editor.actions.all.filter(({ name }) => name.endsWith('user-mapping')), []);
  assert.equal(editor.actions.get('download').label, 'Download user-mapping.xml');
});

test('a preview that is called like an action takes nothing from it', () => {
  const { editor } = withFormats([{ name: 'guacamole-import', title: 'Import file', fileName: 'i.json', preview: 'import' }]);

  assert.equal(editor.actions.get('import').label, 'Import a file');
  assert.equal(editor.actions.get('show-import').label, 'Show the IMPORT');
});
