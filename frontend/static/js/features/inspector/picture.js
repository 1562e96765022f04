/** The inspector of a picture: what it shows in words, how strong and how large it is, and another file in its place. */

import { button } from '../../kit/dom.js';
import { numberField, row, textField } from '../../kit/forms/fields.js';
import { fixed, section } from '../../kit/forms/form.js';
import { fieldOf } from './binding.js';
import { head, placeSection } from './common.js';
import { setOpacity, sizePicture } from '../../model/commands/pictures.js';
import { FAINTEST, STRONG } from '../../model/style-values.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Shape} Shape */

/**
 * Return the fields for the picture *id*.
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field[]}
 */
export function pictureFields(editor, id) {
  const { model, placedPictures, stack } = editor;
  const picture = () => /** @type {Shape | undefined} */ (model.nodes.get(id));
  const words = textField({
    label: t('What it shows'),
    hint: t('In words, for whoever does not see it, and for the outline.'),
    .../** @type {any} */ (fieldOf(editor, [id], 'label')),
  });
  const strength = numberField({
    label: t('Strength in percent'),
    name: 'opacity',
    min: FAINTEST,
    max: STRONG,
    step: 1,
    hint: t('Less makes it fainter, so that what lies on it stands out.'),
    read: () => picture()?.opacity ?? STRONG,
    write: (value) => stack.execute(setOpacity(model, [id], value)),
  });
  const replace = button({ label: t('Replace the picture …'), classes: 'button-small', onClick: placedPictures.replace });
  return [head(editor, id), section(t('Picture'), [words, strength, fixed(replace)], { isFirst: true }), placeSection(editor, [id], [sides(editor, id)])];
}

/**
 * @param {Editor} editor
 * @param {string} id
 * @returns {Field}
 */
function sides({ model, stack }, id) {
  const side = (/** @type {string} */ label, /** @type {'width' | 'height'} */ name) => numberField({
    label, name,
    min: 16,
    isLate: true,
    read: () => Math.round(/** @type {Shape | undefined} */ (model.nodes.get(id))?.[name] ?? 0),
    write: (value) => stack.execute(sizePicture(model, id, name, value)),
  });
  const both = row('row-even', side(t('Width'), 'width'), side(t('Height'), 'height'));
  const update = () => {
    both.update();
    for (const input of both.element.querySelectorAll('input')) input.disabled = model.nodes.get(id)?.locked === true;
  };
  return { element: both.element, update };
}
