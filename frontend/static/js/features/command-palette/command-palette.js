/** The command palette: a dialog to find an action by typing. Also the dialog that finds an item on the drawing. */

import { choose } from '../../kit/dialogs/chooser.js';
import { choicesOfCables, choicesOfItems } from '../../kit/item-choices.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { flyToItem } from '../../view/reveal-item.js';
import { t } from '../../util/text.js';

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
  const chosen = await choose({ title: t('Commands'), placeholder: t('What do you want to do?'), choices: choicesOfActions(editor) });
  if (chosen) editor.actions.run(chosen);
}

/** @param {Editor} editor */
async function findItem(editor) {
  const { model, selection } = editor;
  const id = await choose({
    title: t('Find on the drawing'),
    placeholder: t('Name of a device, a zone, users, a cable …'),
    choices: [...choicesOfItems(model, () => true), ...choicesOfCables(model)],
    nothing: t('Nothing on the drawing has this name.'),
  });
  if (!id) return;
  selection.set([id]);
  flyToItem(editor, id);
}
