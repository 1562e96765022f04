/** The dialog that finds an item on the drawing by its name. */

import { choose } from '../../kit/dialogs/chooser.js';
import { choicesOfCables, choicesOfItems } from '../../kit/item-choices.js';
import { flyToItem } from '../../view/fly-to-item.js';
import { t } from '../../util/text.js';

/**
 * Ask for an item, select it and fly there.
 * @param {import('../../context.js').Editor} editor
 */
export async function findItem(editor) {
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
