/**
 * The command palette: a dialog to find an action by typing, and one that finds an item. Neither is loaded late: keys that
 * are typed at once would be for the drawing until it had come.
 */

import { choose } from '../../kit/dialogs/chooser.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { t } from '../../util/text.js';
import { findItem } from './find-item.js';

/** @typedef {import('../../context.js').Editor} Editor */

/** @typedef {{ open: () => Promise<void>, findItem: () => Promise<void> }} CommandPalette */

/**
 * Return what opens the command palette, and what finds things on the drawing.
 * @param {Editor} editor
 * @returns {CommandPalette}
 */
export function connectCommandPalette(editor) {
  return { open: () => open(editor), findItem: () => findItem(editor) };
}

/**
 * Return the actions that are possible now, as choices.
 * @param {Editor} editor
 * @returns {import('../../kit/forms/choice-list.js').Choice[]}
 */
export function choicesOfActions({ actions }) {
  return actions.listed().map(({ action: { name, words, picture }, label, keys }) =>
    ({ value: name, label, words, keys, picture: picture ? pictureOf(picture) : undefined }));
}

/** @param {Editor} editor */
async function open(editor) {
  editor.ask.prepare();
  const chosen = await choose({ title: t('Commands'), placeholder: t('What do you want to do?'), choices: choicesOfActions(editor) });
  if (chosen) editor.actions.run(chosen);
}
