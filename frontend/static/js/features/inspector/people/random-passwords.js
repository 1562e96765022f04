/** How the random passwords of the whole diagram are made: their length, and whether a symbol is in each. */

import { button, element } from '../../../kit/dom.js';
import { showDialog } from '../../../kit/dialogs/dialog.js';
import { checkField, numberField } from '../../../kit/forms/fields.js';
import { fixed, section, shaped } from '../../../kit/forms/form.js';
import { updateSettings } from '../../../model/commands/settings.js';
import { NEW_PASSWORDS } from '../../../model/diagram.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').Passwords} Passwords */

const SHORTEST = 8;
const LONGEST = 32;

/**
 * Return the section for the random passwords of the diagram.
 * @param {Editor} editor
 * @returns {Field}
 */
export function randomPasswords(editor) {
  const isNew = () => Boolean(editor.model.settings.passwords);
  return section(t('Random passwords'), [shaped(() => String(isNew()), () => (isNew() ? recipeFields(editor) : oldWay(editor)))]);
}

/**
 * @param {Editor} editor
 * @returns {Field[]}
 */
function recipeFields(editor) {
  const recipe = () => editor.model.settings.passwords ?? NEW_PASSWORDS;
  const write = (/** @type {Partial<Passwords>} */ fields) => makeAnew(editor, { ...recipe(), ...fields });
  return [
    numberField({
      label: t('Length of each'), name: 'passwords.length', min: SHORTEST, max: LONGEST, isLate: true,
      read: () => recipe().length,
      write: (length) => write({ length }),
    }),
    checkField({
      label: t('With a symbol'), name: 'passwords.symbol',
      hint: t('Each has a digit, a capital and a small letter, and none that look alike. Whoever changes this gives everybody a new random password.'),
      read: () => recipe().symbol,
      write: (symbol) => write({ symbol }),
    }),
  ];
}

/**
 * @param {Editor} editor
 * @returns {Field[]}
 */
function oldWay(editor) {
  const ask = () => showDialog({
    title: t('Make the passwords in the newer way?'),
    closeLabel: t('Cancel'),
    content: [element('p', {}, t('The random password of everybody on this diagram changes with the next file: those that you handed out no longer work. Undo takes that back.'))],
    actions: [{ label: t('Change all random passwords'), isPrimary: true, run: () => makeAnew(editor, NEW_PASSWORDS) }],
  });
  return [
    fixed(element('p', { class: 'field-hint' }, t('This diagram makes them as it always did: 12 letters and digits, in some of them no digit. A Guacamole with rules for passwords may refuse those.'))),
    fixed(button({ label: t('Make them in the newer way …'), classes: 'button-small', onClick: ask })),
  ];
}

/**
 * @param {Editor} editor
 * @param {Passwords} passwords
 */
function makeAnew({ model, say, stack }, passwords) {
  stack.execute(updateSettings(model, { passwords }, { label: t('Change how random passwords are made') }));
  say(t('Everybody with a random password gets a new one with the next file. Undo takes that back.'));
}
