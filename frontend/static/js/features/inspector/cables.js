/** The section of the inspector on how cables look and run, for one or many. */

import { button } from '../../kit/dom.js';
import { row, selectField, textField } from '../../kit/forms/fields.js';
import { section } from '../../kit/forms/form.js';
import { bendFields } from './bends.js';
import { common } from './binding.js';
import { colorField } from './style-fields.js';
import { runCables, setCableStyle, unbendCables } from '../../model/commands/cable-style.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').CableRoute} CableRoute */

/** @type {readonly { value: CableRoute, label: string }[]} */
const ROUTES = [
  { value: 'straight', label: t('Straight') },
  { value: 'orthogonal', label: t('In right angles') },
  { value: 'curved', label: t('In curves') },
];
const WIDTHS = [
  { value: 'thin', label: t('Thin') },
  { value: '', label: t('Normal') },
  { value: 'thick', label: t('Thick') },
  { value: 'heavy', label: t('Very thick') },
];
const DASHES = [{ value: '', label: t('Solid') }, { value: 'dashed', label: t('Dashed') }, { value: 'dotted', label: t('Dotted') }];

/**
 * Return the section on the look of the cables *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function cableSection(editor, ids) {
  const name = textField({ label: t('Name on the cable'), placeholder: t('For example VLAN 10, trunk'), longest: 200, ...lookOf(editor, ids, 'name') });
  const width = selectField({ label: t('Width'), options: WIDTHS, ...lookOf(editor, ids, 'width') });
  const dash = selectField({ label: t('Line'), options: DASHES, ...lookOf(editor, ids, 'dash') });
  const routes = [{ value: '', label: t('As the diagram says') }, ...ROUTES];
  const route = selectField({ label: t('How it runs'), options: routes, ...lookOf(editor, ids, 'route') });
  return section(t('Cable'), [name, colorField(editor, ids), row('row-even', width, dash), route, ...(ids.length === 1 ? [bendFields(editor, ids[0])] : []), unbendButton(editor, ids)]);
}

/**
 * Return the field for how cables run that do not say it themselves.
 * @param {Editor} editor
 * @returns {Field}
 */
export function routeOfAllField({ model, stack }) {
  return selectField({
    label: t('Cables run'),
    name: 'cables',
    options: ROUTES,
    read: () => model.settings.cables ?? 'straight',
    write: (route) => stack.execute(runCables(model, /** @type {CableRoute} */ (route))),
  });
}

/**
 * Return how *field* of the cables *ids* is read and written; an empty text is what is usual.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {'name' | 'width' | 'dash' | 'route'} field
 */
function lookOf({ model, stack }, ids, field) {
  return {
    name: `cable-${field}`,
    read: () => common(ids.flatMap((id) => model.links.get(id) ?? []), (link) => link[field] ?? ''),
    write: (/** @type {string} */ value) => stack.execute(setCableStyle(model, ids, { [field]: field === 'name' ? value : value || null }, `${ids.join(' ')} ${field}`)),
  };
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
function unbendButton({ model, stack }, ids) {
  const made = button({ label: t('Take the bends out'), classes: 'button-small', onClick: () => stack.execute(unbendCables(model, ids)) });
  return { element: made, update: () => void (made.disabled = !ids.some((id) => model.links.get(id)?.bends?.length)) };
}
