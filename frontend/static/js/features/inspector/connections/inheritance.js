/** What a parameter of a device has from the defaults of the diagram: said below its field, with the ways there and back. */

import { button, element } from '../../../kit/dom.js';
import { connectionOf, specOf } from '../binding.js';
import { setParameter } from '../../../model/commands/connections.js';
import { dropParameter } from '../../../model/commands/copies.js';
import { defaultsOf } from '../../../model/commands/defaults.js';
import { withTokenButtons } from './token-buttons.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../context.js').Editor} Editor */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../binding.js').Place} Place */

/**
 * @typedef {object} Inheritance What is so of a parameter of which the diagram has a default; without a state it has none.
 * @property {'inherited' | 'emptied' | 'own' | 'mixed'} [state] Mixed, where several devices do not agree.
 * @property {() => void} [empty] Has the device say that there is nothing.
 * @property {() => void} [giveBack] Has the default count again.
 */

/** What each device has for itself; the server refuses defaults of these names. */
const REFUSED = ['protocol', 'hostname', 'port'];
const DISCS = '••••••••';

/**
 * Return the names of the parameters of which all connections by *protocol* have a default.
 * @param {Editor} editor
 * @param {string} protocol
 */
export function inheritable({ model }, protocol) {
  return Object.keys(defaultsOf(model, protocol)).filter((name) => !REFUSED.includes(name));
}

/**
 * @param {Place} where
 * @returns {Inheritance}
 */
export function inheritanceOf({ editor, id, place, name }) {
  const connection = connectionOf(editor, id, place);
  const state = connection && stateOf(editor, connection, name);
  if (!state) return {};
  const empty = () => editor.stack.execute(setParameter(editor.model, id, place, name, ''));
  const giveBack = () => editor.stack.execute(dropParameter(editor.model, id, place, name));
  return { state, empty, giveBack };
}

/**
 * Return how *connection* has the parameter *name* of which the diagram has a default; nothing where it has none.
 * @param {Editor} editor
 * @param {import('../../../model/diagram.js').Connection} connection
 * @param {string} name
 * @returns {'inherited' | 'emptied' | 'own' | undefined}
 */
export function stateOf(editor, { protocol, parameters, copies }, name) {
  if (!inheritable(editor, protocol).includes(name) || Array.isArray(copies?.[name])) return undefined;
  const own = parameters[name];
  return own === undefined ? 'inherited' : own === '' ? 'emptied' : 'own';
}

/**
 * Return *field* with what *find* says of the default below it; what is inherited is greyed.
 * @param {Field} field
 * @param {() => Inheritance} find
 * @returns {Field}
 */
export function withInheritance(field, find) {
  const said = element('span', {});
  const empty = button({ label: t('Leave empty here'), classes: 'button-small offer', onClick: () => find().empty?.() });
  const giveBack = button({ label: t("Back to the diagram's"), classes: 'button-small offer', onClick: () => find().giveBack?.() });
  const line = element('div', { class: 'inheritance field-hint' }, said, empty, giveBack);
  line.hidden = true;
  const box = field.element.classList.contains('field') ? field.element : field.element.querySelector('.field') ?? field.element;
  box.append(line);
  const update = () => {
    field.update();
    const { state } = find();
    line.hidden = state === undefined;
    field.element.classList.toggle('is-inherited', state === 'inherited');
    empty.hidden = state !== 'inherited';
    giveBack.hidden = state === 'inherited';
    if (state) said.textContent = { inherited: t('From the diagram.'), emptied: t('Empty here, not as in the diagram.'), own: t('Not as in the diagram.'), mixed: t('From the diagram for some.') }[state];
  };
  return { element: field.element, update };
}

/**
 * Return the *field* of a user name or a password with the tokens that fit, and with the default as its placeholder.
 * @param {Field} field
 * @param {Place} where
 * @returns {Field}
 */
export function credentialField(field, where) {
  const { editor, id, place, name } = where;
  return withDefault(withTokenButtons(field, () => specOf(where)), {
    find: () => inheritanceOf(where),
    value: () => defaultsOf(editor.model, connectionOf(editor, id, place)?.protocol ?? '')[name] ?? '',
    isSecret: () => specOf(where)?.secret === true,
  });
}

/**
 * Return *field* with what is to be said of its default, which is its placeholder where it is inherited.
 * @param {Field} field
 * @param {object} given
 * @param {() => Inheritance} given.find
 * @param {() => string} given.value The default.
 * @param {() => boolean} given.isSecret
 * @returns {Field}
 */
export function withDefault(field, { find, value, isSecret }) {
  const dressed = withInheritance(field, find);
  const input = /** @type {HTMLInputElement} */ (field.element.querySelector('[name]'));
  const update = () => {
    dressed.update();
    const { state } = find();
    if (state === 'inherited') input.placeholder = isSecret() && value() ? DISCS : value();
    else if (state === 'own' || state === 'emptied') input.placeholder = '';
  };
  return { element: field.element, update };
}
