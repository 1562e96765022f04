/** How the inspector of a users node reads and writes its list of people, and makes one of numbered names and back. */

import { button, element } from '../../../kit/dom.js';
import { fixed } from '../../../kit/forms/form.js';
import { updateItems } from '../../../model/commands/update.js';
import { asNumbered, asRoster } from '../../../model/roster/people.js';
import { t } from '../../../util/text.js';
import { rosterField } from './roster-field.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('../../../model/diagram.js').Users} Users */

/**
 * Return the field with the list of people of the users node *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function peopleField(editor, id) {
  return rosterField({
    read: () => usersOf(editor, id)?.roster ?? [],
    write: (roster) => change(editor, id, { roster }, { mergeKey: `${id} roster` }),
    onList: (list) => void editor.rosterImport.open(id, list),
  });
}

/**
 * Return the buttons below the people of the users node *id*.
 * @param {Editor} editor
 * @param {string} id
 * @param {boolean} hasRoster
 * @returns {Field}
 */
export function listButtons(editor, id, hasRoster) {
  const small = (/** @type {string} */ label, /** @type {() => void} */ onClick) => button({ label, classes: 'button-small', onClick });
  const users = () => /** @type {Users} */ (usersOf(editor, id));
  return fixed(element('div', { class: 'list-buttons' },
    hasRoster
      ? small(t('Number them instead'), () => change(editor, id, asNumbered(users())))
      : small(t('List their names instead'), () => change(editor, id, asRoster(users()))),
    small(t('Paste a list of people …'), () => void editor.rosterImport.open(id))));
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {Partial<Users>} fields
 * @param {{ mergeKey?: string }} [options]
 */
function change(editor, id, fields, options) {
  editor.stack.execute(updateItems(editor.model, [id], fields, options));
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @returns {Users | undefined}
 */
function usersOf(editor, id) {
  const node = editor.model.nodes.get(id);
  return node?.type === 'users' ? node : undefined;
}
