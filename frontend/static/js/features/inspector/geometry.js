/** The fields of the inspector for exact places and sizes, and for the gaps between several items. */

import { button, element } from '../../kit/dom.js';
import { numberField, row } from '../../kit/forms/fields.js';
import { fixed } from '../../kit/forms/form.js';
import { common } from './binding.js';
import { spaceItems } from '../../model/commands/positions/align.js';
import { makeAlike, putAt, sizeTo } from '../../model/commands/positions/geometry.js';
import { SMALLEST_ZONE } from '../../model/geometry/boxes.js';
import { gapsBetween } from '../../model/geometry/gaps.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/commands/positions/geometry.js').Axis} Axis */
/** @typedef {import('../../model/commands/positions/geometry.js').Side} Side */

/** As far as a drawing reaches. */
const FARTHEST = 1_000_000;

/**
 * Return the fields for where the nodes and zones *ids* are, and how large the zones among them. Where all are locked, the
 * fields show it, but take nothing.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field[]}
 */
export function geometryFields(editor, ids) {
  const zones = ids.filter((id) => editor.model.zones.has(id));
  const places = lockable(editor, ids, row('row-even', placeField(editor, ids, t('X'), 'x'), placeField(editor, ids, t('Y'), 'y')));
  if (zones.length === 0) return [places];
  const sizes = row('row-even', sizeField(editor, zones, t('Width'), 'width'), sizeField(editor, zones, t('Height'), 'height'));
  return [places, lockable(editor, zones, sizes)];
}

/**
 * Return the fields for the gaps between the nodes and zones *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function gapFields(editor, ids) {
  const gap = (/** @type {string} */ label, /** @type {Axis} */ axis) => numberField({
    label,
    name: `gap-${axis}`,
    min: 0,
    max: FARTHEST,
    isLate: true,
    read: () => common(gapsBetween(editor.model, ids, axis).map(Math.round), (each) => each),
    write: (value) => editor.stack.execute(spaceItems(editor.model, ids, axis, value)),
  });
  return row('row-even', gap(t('Gap across'), 'x'), gap(t('Gap down'), 'y'));
}

/**
 * Return the buttons that make the zones among *ids* as large as the largest of them, or null where there are less than two.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field | null}
 */
export function alikeButtons({ model, stack }, ids) {
  if (ids.filter((id) => model.zones.has(id)).length < 2) return null;
  const act = (/** @type {string} */ label, /** @type {readonly Side[]} */ sides) =>
    button({ label, classes: 'button-small', onClick: () => stack.execute(makeAlike(model, ids, sides)) });
  const buttons = [act(t('Width'), ['width']), act(t('Height'), ['height']), act(t('Both'), ['width', 'height'])];
  return fixed(element('div', { class: 'arrange', role: 'group', 'aria-label': t('Same size') }, element('span', { class: 'label' }, t('Same size')), ...buttons));
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} label
 * @param {Axis} axis
 */
function placeField(editor, ids, label, axis) {
  return numberField({
    label,
    name: axis,
    min: -FARTHEST,
    max: FARTHEST,
    isLate: true,
    read: () => common(ids.flatMap((id) => editor.model.placed(id) ?? []), (item) => Math.round(item[axis])),
    write: (value) => editor.stack.execute(putAt(editor.model, ids, axis, value)),
  });
}

/**
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} label
 * @param {Side} side
 */
function sizeField(editor, ids, label, side) {
  return numberField({
    label,
    name: side,
    min: SMALLEST_ZONE,
    max: FARTHEST,
    isLate: true,
    read: () => common(ids.flatMap((id) => editor.model.zones.get(id) ?? []), (zone) => Math.round(zone[side])),
    write: (value) => editor.stack.execute(sizeTo(editor.model, ids, side, value)),
  });
}

/**
 * Return *field*, which takes nothing while all of *ids* are locked.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {Field} field
 * @returns {Field}
 */
function lockable({ model }, ids, field) {
  const update = () => {
    field.update();
    const isLocked = ids.every((id) => model.placed(id)?.locked ?? true);
    for (const input of field.element.querySelectorAll('input')) input.disabled = isLocked;
  };
  return { element: field.element, update };
}
