/** What the copies of a stack or pod have, field by field: a switch, and where each has its own value, the list as a table. */

import { element } from '../../../kit/dom.js';
import { linesField, selectField } from '../../../kit/forms/fields.js';
import { line, shaped } from '../../../kit/forms/form.js';
import { secretLinesField } from '../../../kit/forms/secret-lines-field.js';
import { connectionOf, specOf } from '../binding.js';
import { copiesOf, MOST_ROWS, nameField, namesAt } from './copy-names.js';
import { setCopies } from '../../../model/commands/copies.js';
import { listOf, mayCarry, modeOf, readColumn, textOf, valuesNow } from '../../../model/copies.js';
import { isDevice } from '../../../model/items.js';
import { list, number, plural, t } from '../../../util/text.js';

/** @typedef {import('../binding.js').Place} Place */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../../model/copies.js').Mode} Mode */

/** So many copies without a value are named. */
const MOST_NAMES = 3;
const DISCS = '••••••••';

/**
 * Return the part on the copies of the device *id* in its connection at *place*; nothing where there is only one.
 * @param {import('../../../context.js').Editor} editor
 * @param {string} id
 * @param {number} place
 * @param {readonly string[]} known The parameters that have a field of their own.
 * @returns {Field}
 */
export function copiesPart(editor, id, place, known) {
  const names = () => {
    const connection = connectionOf(editor, id, place);
    if (!connection || copiesOf(editor, id) < 2) return [];
    return ['hostname', 'port', ...new Set([...known, ...Object.keys(connection.parameters)])];
  };
  const shape = () => names().map((name) => `${name} ${modeAt({ editor, id, place, name }) === 'listed'}`).join('\n');
  const build = () => {
    if (names().length === 0) return [];
    return [heading(), nameField(editor, id), ...names().map((name) => copiesField({ editor, id, place, name }))];
  };
  const part = shaped(shape, build, 'copies');
  part.element.setAttribute('role', 'group');
  part.element.setAttribute('aria-label', t('The copies'));
  return {
    element: part.element,
    update: () => {
      part.update();
      for (const name of names()) fence({ editor, id, place, name });
    },
  };
}

function heading() {
  return { element: element('h4', { class: 'copies-title' }, t('From copy to copy')), update: () => {} };
}

/**
 * @param {Place} where
 * @returns {Field}
 */
function copiesField(where) {
  const { editor, id, place, name } = where;
  const choice = selectField({
    label: titleOf(name),
    name: `${fieldName(where)}.mode`,
    options: () => optionsFor(where),
    read: () => modeAt(where),
    write: (mode) => editor.stack.execute(setCopies(editor.model, id, place, name, saidFor(where, /** @type {Mode} */ (mode)))),
  });
  const parts = modeAt(where) === 'listed' ? listFields(where) : [line(() => tellEnds(where)), line(() => propose(where))];
  return {
    element: element('div', { class: 'copies-field' }, choice.element, ...parts.map((part) => part.element)),
    update: () => [choice, ...parts].forEach((part) => part.update()),
  };
}

/**
 * Return what may be said of the copies; only an address can carry.
 * @param {Place} where
 */
function optionsFor(where) {
  const connection = connectionOf(where.editor, where.id, where.place);
  const isAddress = connection !== undefined && mayCarry(textOf(connection, where.name));
  return [
    { value: 'counts', label: t('Counts up') },
    ...(isAddress || modeAt(where) === 'carries' ? [{ value: 'carries', label: t('Counts up, past 255 too') }] : []),
    { value: 'same', label: t('Same for all') },
    { value: 'listed', label: t('A value for each') },
  ];
}

/**
 * Return the text with all values, how many there are, and the table of them.
 * @param {Place} where
 * @returns {Field[]}
 */
function listFields(where) {
  const { editor, id, place, name } = where;
  const isSecret = specOf(where)?.secret ?? /pass/i.test(name);
  const binding = {
    label: t('Values of {name}, one a line', { name: titleOf(name) }),
    name: fieldName(where),
    hint: t('Paste a column of a spreadsheet, in the order of the table.'),
    read: () => valuesAt(where).join('\n'),
    write: (/** @type {string} */ text) =>
      editor.stack.execute(setCopies(editor.model, id, place, name, readColumn(text), { mergeKey: `${id} ${fieldName(where)}` })),
  };
  const text = isSecret ? secretLinesField(binding) : linesField({ ...binding, rows: 4, isMono: true });
  const told = line(() => tellMissing(where), 'field-hint copies-count');
  told.element.setAttribute('role', 'status');
  return [text, told, tableOf(where, isSecret)];
}

/**
 * @param {Place} where
 * @param {boolean} isSecret
 * @returns {Field}
 */
function tableOf(where, isSecret) {
  const body = element('tbody', {});
  const head = element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('Copy')), element('th', { scope: 'col' }, titleOf(where.name))));
  const more = element('p', { class: 'field-hint' });
  const table = element('div', { class: 'copies-table', tabindex: 0, role: 'region', 'aria-label': t('Values of {name}', { name: titleOf(where.name) }) },
    element('table', {}, head, body));
  let shown = '';
  const update = () => {
    const values = valuesAt(where);
    const names = namesAt(where, MOST_ROWS);
    const next = JSON.stringify([names, values.slice(0, MOST_ROWS)]);
    if (next !== shown) body.replaceChildren(...names.map((name, row) => rowOf(name, values[row] ?? '', isSecret)));
    shown = next;
    const rest = copiesOf(where.editor, where.id) - names.length;
    more.hidden = rest <= 0;
    more.textContent = t('and {count} more', { count: number(rest) });
  };
  return { element: element('div', {}, table, more), update };
}

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} isSecret
 */
function rowOf(name, value, isSecret) {
  const cell = value === '' ? element('td', { class: 'copies-missing' }, t('missing')) : element('td', { class: 'mono' }, isSecret ? DISCS : value);
  return element('tr', {}, element('th', { scope: 'row' }, name), cell);
}

/** @param {Place} where */
function tellMissing(where) {
  const values = valuesAt(where);
  const total = copiesOf(where.editor, where.id);
  const given = values.slice(0, total).filter((value) => value !== '').length;
  const facts = { given: number(given), total: number(total) };
  const spare = values.slice(total).filter((value) => value !== '').length;
  if (given === total) return spare > 0 ? plural('{given} of {total} values, and {count} that is not used.', '{given} of {total} values, and {count} that are not used.', spare, facts) : t('{given} of {total} values.', facts);
  const missing = [];
  for (const [row, name] of namesAt(where, total).entries()) if (!values[row] && missing.push(name) === MOST_NAMES) break;
  const more = total - given - missing.length;
  const names = more > 0 ? [...missing, t('{count} more', { count: number(more) })] : missing;
  return t('{given} of {total} values; none for {names}.', { ...facts, names: list(names) });
}

/**
 * Return from where to where a field counts, and nothing where it does not.
 * @param {Place} where
 */
function tellEnds(where) {
  const { editor, id, place, name } = where;
  const device = editor.model.item(id);
  const connection = connectionOf(editor, id, place);
  if (!isDevice(device) || !connection || !['counts', 'carries'].includes(modeOf(connection, name)) || device.count < 2) return '';
  const values = valuesNow(device, connection, name, device.count);
  if (values.length === 0) return '';
  return values[0] === values.at(-1) ? t('No number stands at its end that could count.') : `${values[0]} … ${values.at(-1)}`;
}

/**
 * Return what to think of where the host counts beside the port, and nobody has said so of the host.
 * @param {Place} where
 */
function propose({ editor, id, place, name }) {
  const connection = connectionOf(editor, id, place);
  if (name !== 'hostname' || !connection || connection.copies?.hostname || !/\d$/.test(connection.host)) return '';
  return modeOf(connection, 'port') === 'counts' ? t('The port counts up too. One host with many ports is the same for all.') : '';
}

/**
 * Keep the field whose copies have values of their own from being typed into: its text would mean nothing.
 * @param {Place} where
 */
function fence(where) {
  const { place, name } = where;
  const own = { hostname: 'host', port: 'port' }[name] ?? `parameters.${name}`;
  const field = `connections.${place}.${own}`;
  const input = document.querySelector(`[name="${CSS.escape(field)}"]`);
  const isListed = modeAt(where) === 'listed';
  if (input instanceof HTMLInputElement) input.readOnly = isListed;
  if (input instanceof HTMLElement) input.title = isListed ? t('Each copy has its own value, below.') : '';
}

/**
 * @param {Place} where
 * @param {Mode} mode
 */
function saidFor(where, mode) {
  if (mode !== 'listed') return mode;
  const device = where.editor.model.item(where.id);
  const connection = connectionOf(where.editor, where.id, where.place);
  return isDevice(device) && connection ? valuesNow(device, connection, where.name, copiesOf(where.editor, where.id)) : [];
}

/** @param {Place} where */
function modeAt({ editor, id, place, name }) {
  const connection = connectionOf(editor, id, place);
  return connection ? modeOf(connection, name) : 'same';
}

/** @param {Place} where */
function valuesAt({ editor, id, place, name }) {
  const connection = connectionOf(editor, id, place);
  return connection ? listOf(connection, name) : [];
}

/** @param {string} name */
function titleOf(name) {
  return { hostname: t('Host'), port: t('Port'), username: t('User name'), password: t('Password') }[name] ?? name;
}

/** @param {Place} where */
function fieldName({ place, name }) {
  return `connections.${place}.copies.${name}`;
}
