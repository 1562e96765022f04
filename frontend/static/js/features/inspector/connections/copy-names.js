/** What the copies of a stack or pod are called: the switch for their names, which count up in every stack. */

import { element } from '../../../kit/dom.js';
import { selectField } from '../../../kit/forms/fields.js';
import { line } from '../../../kit/forms/form.js';
import { countCopies, nameCopies } from '../../../model/copies.js';
import { isDevice } from '../../../model/items.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../binding.js').Place} Place */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */

/** So many copies are shown in a table. */
export const MOST_ROWS = 200;

/**
 * Return the switch for the name: names in a stack count up, and the other choice is refused with the reason.
 * @param {import('../../../context.js').Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function nameField(editor, id) {
  let refused = '';
  const told = line(() => refused);
  told.element.setAttribute('role', 'status');
  const choice = selectField({
    label: t('Names'),
    name: 'copies.name',
    options: () => [{ value: 'counts', label: t('Counts up') }, { value: 'same', label: t('Same for all') }],
    read: () => nameMode(editor, id),
    write: (mode) => {
      refused = mode === nameMode(editor, id) ? '' : whyNot(mode);
      update();
    },
  });
  const parts = [choice, line(() => tellNames(editor, id)), told];
  const update = () => parts.forEach((part) => part.update());
  return { element: element('div', { class: 'copies-field' }, ...parts.map((part) => part.element)), update };
}

/**
 * Return whether the names in a stack count; a single device has one name in every pod.
 * @param {import('../../../context.js').Editor} editor
 * @param {string} id
 * @returns {'counts' | 'same'}
 */
function nameMode({ model }, id) {
  const device = model.item(id);
  return isDevice(device) && device.count === 1 ? 'same' : 'counts';
}

/**
 * Return why the names cannot be as *mode* says.
 * @param {string} mode
 */
function whyNot(mode) {
  return mode === 'same'
    ? t('Not possible: of connections with one name Guacamole shows only one.')
    : t('Not needed: each pod has one, and whoever sees several sees whose each is.');
}

/**
 * Return the first and the last name, as whoever sees all of them does.
 * @param {import('../../../context.js').Editor} editor
 * @param {string} id
 */
function tellNames(editor, id) {
  const total = copiesOf(editor, id);
  const [first = '', last = ''] = total > MOST_ROWS ? namesAt({ editor, id }, 1) : [0, -1].map((at) => namesAt({ editor, id }, total).at(at) ?? '');
  return last === '' ? `${first} …` : `${first} … ${last}`;
}

/**
 * Return the names of the first *most* copies.
 * @param {Pick<Place, 'editor' | 'id'>} where
 * @param {number} most
 */
export function namesAt({ editor, id }, most) {
  const device = editor.model.item(id);
  return isDevice(device) ? nameCopies(editor.model, device, most) : [];
}

/**
 * Return how many copies there are of the device *id*.
 * @param {import('../../../context.js').Editor} editor
 * @param {string} id
 */
export function copiesOf({ model }, id) {
  const device = model.item(id);
  return isDevice(device) ? countCopies(model, device) : 0;
}
