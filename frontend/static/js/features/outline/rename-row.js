/** Edits the name of an item in place, in its row of the outline. */

import { element } from '../../kit/dom.js';
import { whenTyped } from '../../kit/forms/in-place.js';
import { renameItem } from '../../model/commands/update.js';
import { hasName } from './outline-rows.js';
import { t } from '../../util/text.js';

/**
 * Let somebody type the name of the item *id*, which has one, in the place of *shown*.
 * @param {import('../../context.js').Editor} editor
 * @param {string} id
 * @param {Element} shown
 * @param {(isLeft: boolean) => void} end Called when that is over; *isLeft* says whether the focus goes somewhere else.
 */
export function renameRow({ model, stack }, id, shown, end) {
  const { label } = /** @type {{ label: string }} */ (model.item(id));
  const input = element('input', { class: 'input outline-input', 'aria-label': t('New name'), value: label });
  whenTyped(input, (isKept, isLeft) => {
    if (isKept && hasName(model, id) && input.value !== label) stack.execute(renameItem(model, id, input.value));
    end(isLeft);
  });
  shown.replaceWith(input);
  input.select();
}
