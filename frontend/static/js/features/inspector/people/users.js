/** The inspector of a users node: numbered names or a roster, access and passwords. */

import { button, element } from '../../../kit/dom.js';
import { row, secretField, selectField } from '../../../kit/forms/fields.js';
import { line, section, shaped } from '../../../kit/forms/form.js';
import { countField, expansionLine, head, nameField, placeSection } from '../common.js';
import { lazyPart } from '../lazy-parts.js';
import { nameOf } from '../../../model/names.js';
import { randomPassword } from '../../../model/diagram.js';
import { updateItems } from '../../../model/commands/update.js';
import { plural, t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
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
    ? [nameField(editor, id, { label: t('Name of the group') }), lazyPart(({ peopleField }) => [peopleField(editor, id)])]
    : [row('row-name', nameField(editor, id, { label: t('First user name') }), countField(editor, [id])), expansionLine(editor, id)];
  return section(t('People'), [...names, lazyPart(({ listButtons }) => [listButtons(editor, id, hasRoster)], { isQuiet: true })], { isFirst: true });
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

/** More people who were given a new password are counted, not named. */
const MOST_NAMED = 4;

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
  const turn = button({ icon: 'rotate', label: t('Rotate passwords'), classes: 'button-small', onClick: rotate });
  const one = button({ label: t('Of one person …'), classes: 'button-small', onClick: () => editor.ask('rotateFor', id) });
  const rotated = line(() => {
    const rule = usersOf(editor, id)?.password;
    if (rule?.mode !== 'random' || rule.rotation === 0) return '';
    return plural('Rotated once. Everybody gets a new one with the next download.', 'Rotated {count} times. Everybody gets a new one with the next download.', rule.rotation);
  });
  const alone = line(() => describeRotated(editor, id));
  const update = () => [rotated, alone].forEach((each) => each.update());
  return { element: element('div', { class: 'form-part' }, element('div', { class: 'list-buttons' }, turn, one), rotated.element, alone.element), update };
}

/**
 * Say whose password was rotated apart from the others', by name while they are few.
 * @param {Editor} editor
 * @param {string} id
 */
function describeRotated(editor, id) {
  const rule = usersOf(editor, id)?.password;
  const names = rule?.mode === 'random' ? Object.keys(rule.rotations).filter((name) => rule.rotations[name] > 0) : [];
  if (names.length === 0) return '';
  if (names.length <= MOST_NAMED) return t('Rotated for {names} alone.', { names: names.join(', ') });
  return plural('Rotated for {count} person alone.', 'Rotated for {count} people alone.', names.length);
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
