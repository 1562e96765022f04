/** The inspector for a group of people: their names, how their passwords are made, and what they reach. */

import { button, element } from '../../../kit/dom.js';
import { row, secretField, selectField } from '../../../kit/forms/fields.js';
import { fixed, line, section, shaped } from '../../../kit/forms/form.js';
import { reachSection } from '../access.js';
import { countField, expansionLine, head, nameField, placeSection } from '../common.js';
import { listEverybody, parseRoster } from './roster.js';
import { later } from '../later.js';
import { nameOf } from '../../../model/names.js';
import { randomPassword } from '../../../model/diagram.js';
import { updateItems } from '../../../model/commands/update.js';

/** @typedef {import('../../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/diagram.js').Users} Users */

const MODES = [
  { value: 'random', label: 'Random, one for each' },
  { value: 'fixed', label: 'The same for everybody' },
];

/**
 * Return the fields for the users node *id*.
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
export function usersFields(desk, id) {
  return [
    head(desk, id),
    shaped(() => String(usersOf(desk, id)?.roster.length === 0), () => [peopleSection(desk, id)]),
    reachSection(desk, id),
    section('Passwords', [modeField(desk, id), shaped(() => usersOf(desk, id)?.password.mode ?? '', () => passwordFields(desk, id))]),
    placeSection(desk, [id]),
  ];
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function peopleSection(desk, id) {
  const hasRoster = usersOf(desk, id)?.roster.length !== 0;
  const names = hasRoster
    ? [nameField(desk, id, { label: 'Name of the group' }), later(desk, ({ rosterField }) => [rosterField(rosterOf(desk, id))])]
    : [row('row-name', nameField(desk, id, { label: 'First user name' }), countField(desk, [id])), expansionLine(desk, id)];
  const switcher = hasRoster ? countInstead(desk, id) : nameInstead(desk, id);
  return section('People', [...names, fixed(switcher)], { isFirst: true });
}

/**
 * Return how the list of people of *id* is read and written.
 * @param {Desk} desk
 * @param {string} id
 */
function rosterOf(desk, id) {
  const read = () => usersOf(desk, id)?.roster ?? [];
  return { read, write: (/** @type {string} */ text) => change(desk, id, { roster: parseRoster(text, read()) }, 'roster') };
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function nameInstead(desk, id) {
  return button({
    label: 'List their names instead',
    look: 'button-small',
    onClick: () => change(desk, id, { roster: listEverybody(/** @type {Users} */ (usersOf(desk, id))) }),
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function countInstead(desk, id) {
  return button({
    label: 'Number them instead',
    look: 'button-small',
    onClick: () => change(desk, id, { roster: [], count: Math.max(1, usersOf(desk, id)?.roster.length ?? 1) }),
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 */
function modeField(desk, id) {
  return selectField({
    label: 'Each password is',
    name: 'password.mode',
    options: MODES,
    read: () => usersOf(desk, id)?.password.mode ?? '',
    write: (mode) => change(desk, id, { password: mode === 'fixed' ? { mode, value: '' } : randomPassword() }),
  });
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field[]}
 */
function passwordFields(desk, id) {
  const password = () => usersOf(desk, id)?.password;
  if (password()?.mode === 'random') return [line(() => STABLE), rotation(desk, id)];
  return [
    secretField({
      label: 'Password',
      name: 'password.value',
      read: () => {
        const rule = password();
        return rule?.mode === 'fixed' ? rule.value : '';
      },
      write: (value) => change(desk, id, { password: { mode: 'fixed', value } }, 'password'),
    }),
  ];
}

const STABLE = 'Each person keeps theirs until you rotate it, also when people come and go.';

/**
 * @param {Desk} desk
 * @param {string} id
 * @returns {Field}
 */
function rotation(desk, id) {
  const rotate = () => {
    const rule = usersOf(desk, id)?.password;
    if (rule?.mode !== 'random') return;
    const password = { ...rule, rotation: rule.rotation + 1 };
    desk.stack.execute(updateItems(desk.model, [id], { password }, { label: `Rotate the passwords of ${nameOf(desk.model, id)}` }));
  };
  const turn = button({ icon: 'rotate', label: 'Rotate passwords', look: 'button-small', onClick: rotate });
  const rotated = line(() => {
    const rule = usersOf(desk, id)?.password;
    if (rule?.mode !== 'random' || rule.rotation === 0) return '';
    const often = rule.rotation === 1 ? 'once' : `${rule.rotation} times`;
    return `Rotated ${often}. Everybody gets a new one with the next download.`;
  });
  return { element: element('div', { class: 'form-part' }, turn, rotated.element), update: rotated.update };
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @param {Partial<Users>} fields
 * @param {string} [field] Whose edits in a row become one step.
 */
function change(desk, id, fields, field) {
  desk.stack.execute(updateItems(desk.model, [id], fields, field ? { mergeKey: `${id} ${field}` } : {}));
}

/**
 * @param {Desk} desk
 * @param {string} id
 * @returns {Users | undefined}
 */
function usersOf(desk, id) {
  const node = desk.model.nodes.get(id);
  return node?.type === 'users' ? node : undefined;
}
