/** The fields of the inspector for how things look: their colour, the heading and size of a note, the figure of a shape. */

import { element } from '../../kit/dom.js';
import { checkField, MIXED, numberField, row, selectField, textField } from '../../kit/forms/fields.js';
import { common } from './binding.js';
import { colorItems, reshape, setNoteStyle } from '../../model/commands/style.js';
import { hasEnds } from '../../model/geometry/figures.js';
import { OTHER_KINDS, SHAPE_KINDS } from '../../model/kinds.js';
import { COLOR_NAMES, COLORS, isColorable } from '../../model/style-values.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Note} Note */
/** @typedef {import('../../model/diagram.js').Shape} Shape */
/** @typedef {import('../../model/kinds.js').ShapeKind} ShapeKind */
/** @typedef {import('../../model/style-values.js').Color} Color */

let serial = 0;

/**
 * Return the palette of colours for the items *ids*.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @returns {Field}
 */
export function colorField(editor, ids) {
  const { model, stack } = editor;
  serial += 1;
  const choices = ['', ...COLOR_NAMES].map((color) => {
    const input = element('input', {
      type: 'radio', name: `color-${serial}`, value: color, 'aria-label': color === '' ? t('No colour') : COLORS[/** @type {Color} */ (color)],
      change: () => stack.execute(colorItems(model, ids, /** @type {Color} */ (color) || null)),
    });
    const swatch = element('label', { class: 'swatch', title: input.getAttribute('aria-label') }, input);
    if (color) swatch.style.setProperty('--swatch', `var(--paint-${color})`);
    return { input, swatch };
  });
  const read = () => common(ids.map((id) => model.item(id)), (item) => (isColorable(item) ? (item.color ?? '') : ''));
  const update = () => {
    const now = read();
    for (const { input } of choices) input.checked = now !== MIXED && input.value === now;
  };
  const group = element('div', { class: 'swatches', role: 'radiogroup', 'aria-label': t('Colour') }, ...choices.map(({ swatch }) => swatch));
  return { element: element('div', { class: 'field' }, element('span', { class: 'label', 'aria-hidden': 'true' }, t('Colour')), group), update };
}

/**
 * Return the fields for the style of the note *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
export function noteStyleFields(editor, id) {
  const { model, stack } = editor;
  const note = () => /** @type {Note | undefined} */ (model.nodes.get(id));
  const set = (/** @type {import('../../model/commands/style.js').NoteStyle} */ fields, /** @type {string} */ key) =>
    stack.execute(setNoteStyle(model, id, fields, `${id} ${key}`));
  return [
    selectField({
      label: t('Size'),
      name: 'size',
      options: [{ value: '', label: t('Normal') }, { value: 'large', label: t('Large') }, { value: 'title', label: t('Title') }],
      read: () => note()?.size ?? '',
      write: (value) => set({ size: /** @type {Note['size']} */ (value) || null }, 'size'),
    }),
    checkField({ label: t('On paper'), name: 'paper', read: () => !note()?.plain, write: (isOnPaper) => set({ plain: !isOnPaper }, 'plain') }),
  ];
}

/**
 * Return the field for the heading of the note *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
export function headingField(editor, id) {
  const { model, stack } = editor;
  return textField({
    label: t('Heading'),
    name: 'heading',
    read: () => /** @type {Note | undefined} */ (model.nodes.get(id))?.heading ?? '',
    write: (heading) => stack.execute(setNoteStyle(model, id, { heading }, `${id} heading`)),
  });
}

/**
 * Return the fields for the figure and the size of the shape *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
export function shapeFields(editor, id) {
  const { model, stack } = editor;
  const shape = () => /** @type {Shape | undefined} */ (model.nodes.get(id));
  const figure = selectField({
    label: t('Shape'),
    name: 'shape',
    options: SHAPE_KINDS.map((value) => ({ value, label: OTHER_KINDS[value].title })),
    read: () => shape()?.shape ?? '',
    write: (value) => stack.execute(reshape(model, id, { shape: /** @type {ShapeKind} */ (value) })),
  });
  const side = (/** @type {string} */ label, /** @type {'width' | 'height'} */ name) => numberField({
    label, name,
    min: -10_000,
    isLate: true,
    hint: undefined,
    read: () => Math.round(shape()?.[name] ?? 0),
    write: (value) => {
      const now = shape();
      if (now) stack.execute(reshape(model, id, { x: now.x, y: now.y, width: now.width, height: now.height, [name]: value }));
    },
  });
  const sides = row('row-even', side(t('Width'), 'width'), side(t('Height'), 'height'));
  const update = () => {
    sides.update();
    const least = hasEnds(shape() ?? { shape: 'rectangle' }) ? '-10000' : '16';
    for (const input of sides.element.querySelectorAll('input')) {
      input.min = least;
      input.disabled = shape()?.locked === true;
    }
  };
  return [figure, { element: sides.element, update }];
}
