/** The inspector of a users node: numbered names or a roster, access and passwords. */

import { button, element } from '../../../kit/dom.js';
import { row, secretField, selectField } from '../../../kit/forms/fields.js';
import { fixed, line, section, shaped } from '../../../kit/forms/form.js';
import { countField, expansionLine, head, nameField, placeSection } from '../common.js';
import { listEverybody } from './roster.js';
import { lazyPart } from '../lazy-parts.js';
import { nameOf } from '../../../model/names.js';
import { randomPassword } from '../../../model/diagram.js';
import { updateItems } from '../../../model/commands/update.js';
import { plural, t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('../../../model/diagram.js').Users} Users */

const MODES = [
  { value: 'random', label: t('Random, one for each') },
  { value: 'fixed', label: t('The same for everybody') },
];

/**
 * Return the fields for the users node *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
export function usersFields(editor, id) {
  return [
    head(editor, id),
    shaped(() => String(usersOf(editor, id)?.roster.length === 0), () => [peopleSection(editor, id)]),
    lazyPart(({ reachSection }) => [reachSection(editor, id)]),
    section(t('Passwords'), [modeField(editor, id), shaped(() => usersOf(editor, id)?.password.mode ?? '', () => passwordFields(editor, id))]),
    placeSection(editor, [id]),
  ];
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function peopleSection(editor, id) {
  const hasRoster = usersOf(editor, id)?.roster.length !== 0;
  const names = hasRoster
    ? [nameField(editor, id, { label: t('Name of the group') }), lazyPart(({ rosterField }) => [rosterField(rosterOf(editor, id))])]
    : [row('row-name', nameField(editor, id, { label: t('First user name') }), countField(editor, [id])), expansionLine(editor, id)];
  const switcher = hasRoster ? countInstead(editor, id) : nameInstead(editor, id);
  return section(t('People'), [...names, fixed(element('div', { class: 'row' }, pasteList(editor, id), switcher))], { isFirst: true });
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function pasteList(editor, id) {
  return button({ label: t('Paste a list of people …'), look: 'button-small', onClick: () => void editor.rosterImport.open(id) });
}

/**
 * Return how the list of people of *id* is read and written.
 * @param {Editor} editor
 * @param {string} id
 */
function rosterOf(editor, id) {
  const read = () => usersOf(editor, id)?.roster ?? [];
  return {
    read,
    write: (/** @type {RosterEntry[]} */ roster) => change(editor, id, { roster }, 'roster'),
    onList: (/** @type {string | File} */ list) => void editor.rosterImport.open(id, list),
  };
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function nameInstead(editor, id) {
  return button({
    label: t('List their names instead'),
    look: 'button-small',
    onClick: () => change(editor, id, { roster: listEverybody(/** @type {Users} */ (usersOf(editor, id))) }),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function countInstead(editor, id) {
  return button({
    label: t('Number them instead'),
    look: 'button-small',
    onClick: () => change(editor, id, { roster: [], count: Math.max(1, usersOf(editor, id)?.roster.length ?? 1) }),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 */
function modeField(editor, id) {
  return selectField({
    label: t('Each password is'),
    name: 'password.mode',
    options: MODES,
    read: () => usersOf(editor, id)?.password.mode ?? '',
    write: (mode) => change(editor, id, { password: mode === 'fixed' ? { mode, value: '' } : randomPassword() }),
  });
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
function passwordFields(editor, id) {
  const password = () => usersOf(editor, id)?.password;
  if (password()?.mode === 'random') return [line(() => STABLE), rotation(editor, id)];
  return [
    secretField({
      label: t('Password'),
      eye: t('Show password'),
      name: 'password.value',
      read: () => {
        const rule = password();
        return rule?.mode === 'fixed' ? rule.value : '';
      },
      write: (value) => change(editor, id, { password: { mode: 'fixed', value } }, 'password'),
    }),
  ];
}

const STABLE = t('Each person keeps theirs until you rotate it, also when people come and go.');

/**
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
function rotation(editor, id) {
  const rotate = () => {
    const rule = usersOf(editor, id)?.password;
    if (rule?.mode !== 'random') return;
    const password = { ...rule, rotation: rule.rotation + 1 };
    editor.stack.execute(updateItems(editor.model, [id], { password }, { label: t('Rotate the passwords of {name}', { name: nameOf(editor.model, id) }) }));
  };
  const turn = button({ icon: 'rotate', label: t('Rotate passwords'), look: 'button-small', onClick: rotate });
  const rotated = line(() => {
    const rule = usersOf(editor, id)?.password;
    if (rule?.mode !== 'random' || rule.rotation === 0) return '';
    return plural('Rotated once. Everybody gets a new one with the next download.', 'Rotated {count} times. Everybody gets a new one with the next download.', rule.rotation);
  });
  return { element: element('div', { class: 'form-part' }, turn, rotated.element), update: rotated.update };
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @param {Partial<Users>} fields
 * @param {string} [field] Whose edits in a row become one step.
 */
function change(editor, id, fields, field) {
  editor.stack.execute(updateItems(editor.model, [id], fields, field ? { mergeKey: `${id} ${field}` } : {}));
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
