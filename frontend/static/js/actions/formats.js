/**
 * Actions made of the formats in the catalogue: to export each that is written, to import each that is read, to
 * show each that has a preview. A new format is one module on the server, and nothing here.
 */

import { t } from '../util/text.js';

/** @typedef {import('./actions.js').Action} Action */

/**
 * @typedef {object} FormatOption What the user chooses for a format.
 * @property {string} name
 * @property {string} label
 * @property {'text' | 'number' | 'flag' | 'choice'} kind
 * @property {string | number | boolean | null} default Null where it must be said.
 * @property {string[]} choices
 * @property {string[]} choiceLabels What people call them.
 * @property {number} least
 * @property {number} most
 * @property {string} hint
 * @property {boolean} isSecret
 * @property {boolean} [hasLines] Whether a text has several lines.
 */

/**
 * @typedef {object} Format A kind of file. What is missing, it has not.
 * @property {string} name
 * @property {string} title
 * @property {string} fileName What a file is called that is written.
 * @property {string[]} [suffixes] How names of files end that are read.
 * @property {string} [words] What else one may type to find it.
 * @property {FormatOption[]} [reads] The options for reading, where it is read.
 * @property {string[]} [writes] The names of the options for writing, where it is written; what they are is in the help.
 * @property {string} [action] What menus call its export.
 * @property {string} [icon] A sheet without one.
 * @property {string} [section] `gateway`: what goes to a Guacamole stands apart in menus; `class`: what is handed out has a page.
 * @property {string} [preview] The short name of its preview.
 * @property {string} [lacks] What any file of it lacks, as a sentence.
 */

/** Room in a section of a menu for more formats than there will ever be. */
const STEP = 0.01;

/**
 * Return the actions of *formats*. What *main* writes is the mapping, which has an action of its own.
 * @param {readonly Format[]} formats
 * @param {string} main
 * @returns {Action[]}
 */
export function actionsOfFormats(formats, main) {
  const written = formats.filter(({ name, writes, section }) => writes && name !== main && section !== 'class');
  return [
    ...written.map((format, at) => exportOf(format, at * STEP)),
    ...formats.filter(({ reads }) => reads).map(importOf),
    ...formats.filter(({ preview }) => preview).map(previewOf),
  ];
}

/**
 * @param {Format} format
 * @param {number} after How far it stands from the beginning of its section.
 * @returns {Action}
 */
function exportOf({ name, action = name, icon = 'file', words, section }, after) {
  return {
    name: `export-${name}`, label: action, icon, words,
    menus: section ? { export: 20 + after, main: 50 + after } : { export: 10 + after, main: 44 - after },
    run: ({ importExport }) => void importExport.exportFile(name),
  };
}

/**
 * @param {Format} format
 * @returns {Action}
 */
function importOf({ name, title, words }) {
  return {
    name: `import-${name}`, label: t('Import a file as {title}', { title }), icon: 'import', words,
    run: ({ importExport }) => importExport.chooseFile(name),
  };
}

/**
 * @param {Format} format
 * @returns {Action}
 */
function previewOf({ preview = '' }) {
  return {
    name: `show-${preview}`, label: t('Show the {name}', { name: labelOfPreview(preview) }), icon: 'drawer',
    run: (editor) => editor.preview.drawer.openAt(`tab-${preview}`),
  };
}

/**
 * Return what the tab of the preview *name* is called.
 * @param {string} name
 */
export function labelOfPreview(name) {
  return name.toUpperCase();
}
