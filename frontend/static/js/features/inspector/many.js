/** The inspector of several items: the fields that they share, with unlike values shown as mixed, and alignment. */

import { button, element } from '../../kit/dom.js';
import { row } from '../../kit/forms/fields.js';
import { fixed, section } from '../../kit/forms/form.js';
import { cableSection } from './cables.js';
import { countField, placeSection, sceneryField } from './common.js';
import { kindField } from './device.js';
import { alikeButtons, gapFields } from './geometry.js';
import { colorField } from './style-fields.js';
import { connectionFields } from './connections/many-connections.js';
import { alignItems, distributeItems } from '../../model/commands/positions/align.js';
import { groupItems } from '../../model/grouping.js';
import { removeItems } from '../../model/commands/remove.js';
import { isDevice } from '../../model/items.js';
import { isColorable } from '../../model/style-values.js';
import { nameAll } from '../../model/names.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */

/** @type {readonly { side: import('../../model/commands/positions/align.js').Side, label: string }[]} */
const SIDES = [
  { side: 'left', label: t('Left') },
  { side: 'center', label: t('Centre') },
  { side: 'right', label: t('Right') },
  { side: 'top', label: t('Top') },
  { side: 'middle', label: t('Middle') },
  { side: 'bottom', label: t('Bottom') },
];

/**
 * Return the fields for the items *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
export function manyFields(editor, ids) {
  const { model } = editor;
  const placed = model.placedAmong(ids);
  const devices = ids.filter((id) => isDevice(model.item(id)));
  const counted = ids.filter((id) => 'count' in (model.item(id) ?? {}));
  const cables = ids.filter((id) => model.links.has(id));
  const colored = ids.filter((id) => isColorable(model.item(id)) && !model.links.has(id));
  return [
    manyHead(editor, ids),
    devices.length > 0 ? section(plural('{count} device', '{count} devices', devices.length), deviceFields(editor, devices)) : null,
    counted.length > 1 && devices.length === 0 ? section(t('People'), [countField(editor, counted)]) : null,
    cables.length > 0 ? cableSection(editor, cables) : null,
    colored.length > 0 ? section(t('Colour'), [colorField(editor, colored)]) : null,
    placed.length > 0 ? placeSection(editor, placed) : null,
    placed.length > 1 ? arrangeSection(editor, placed) : null,
  ].filter((field) => field !== null);
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function manyHead(editor, ids) {
  const title = element('h2', {}, nameAll(editor.model, ids));
  const remove = button({
    icon: 'trash',
    title: t('Delete them'),
    classes: 'button-quiet button-small',
    onClick: () => editor.stack.execute(removeItems(editor.model, ids)),
  });
  return fixed(element('header', { class: 'inspector-head' }, title, remove));
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
function deviceFields(editor, ids) {
  return [row('row-even', kindField(editor, ids), countField(editor, ids)), sceneryField(editor, ids), ...connectionFields(editor, ids)];
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
function arrangeSection(editor, ids) {
  const { model, stack } = editor;
  const act = (/** @type {string} */ label, /** @type {() => import('../../model/changes.js').Command} */ build) =>
    button({ label, classes: 'button-small', onClick: () => stack.execute(build()) });
  const align = SIDES.map(({ side, label }) => act(label, () => alignItems(model, ids, side)));
  const spread = [
    act(t('Across'), () => distributeItems(model, ids, 'x')),
    act(t('Down'), () => distributeItems(model, ids, 'y')),
  ];
  const group = button({ label: t('Group into a zone'), classes: 'button-small', onClick: () => groupItems(editor, ids) });
  return section(t('Arrange'), [
    fixed(element('div', { class: 'arrange', role: 'group', 'aria-label': t('Align') }, element('span', { class: 'label' }, t('Align')), ...align)),
    ids.length > 2 ? fixed(element('div', { class: 'arrange', role: 'group', 'aria-label': t('Distribute') }, element('span', { class: 'label' }, t('Distribute')), ...spread)) : null,
    gapFields(editor, ids),
    alikeButtons(editor, ids),
    fixed(group),
  ].filter((field) => field !== null));
}
