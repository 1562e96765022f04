/** The dialog with the options of a picture: format, part, look and size, or paper. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { t } from '../../util/text.js';

/**
 * @typedef {object} PictureChoice
 * @property {'svg' | 'png' | 'paper'} format
 * @property {string} what `all`, `selection`, or `zone:` with the id of one.
 * @property {'light' | 'dark'} theme
 * @property {import('../../view/export/picture.js').Ground} ground
 * @property {number} scale Pixels a unit, for PNG.
 * @property {import('./sheets.js').PaperName} paper
 * @property {boolean} isTiled At its real size, on as many sheets as it needs.
 * @property {boolean} hasTitle
 * @property {boolean} hasDate
 */

/**
 * @param {object} options
 * @param {PictureChoice['format']} options.format
 * @param {boolean} options.hasSelection
 * @param {{ id: string, name: string }[]} options.zones
 * @param {'light' | 'dark'} options.theme
 * @param {(choice: PictureChoice) => void} options.onChoose
 * @param {(choice: PictureChoice) => void} options.onCopy
 */
export function askForPicture({ format, hasSelection, zones, theme, onChoose, onCopy }) {
  const fields = pictureFields(format, hasSelection, zones, theme);
  const choice = () => choiceIn(fields);
  const dialog = showDialog({
    title: t('Export a picture'),
    closeLabel: t('Cancel'),
    content: [element('div', { class: 'picture-form' }, ...Object.values(fields).map(({ field }) => field))],
    actions: [{ label: t('Copy'), run: () => onCopy(choice()) }, { label: t('Export'), isPrimary: true, run: () => onChoose(choice()) }],
  });
  const [copy, give] = [...dialog.querySelectorAll('.dialog-foot .button')].slice(-2);
  const { look, ground, size, paper, sheets, title, date } = fields;
  const follow = () => {
    const { format: made, ground: under } = choice();
    const isPaper = made === 'paper';
    for (const { field } of [paper, sheets, title, date]) field.hidden = !isPaper;
    for (const { field } of [look, ground]) field.hidden = isPaper;
    size.field.hidden = made !== 'png';
    // White paper is printed on in the light colours.
    look.input.disabled = under === 'paper';
    if (look.input.disabled) look.input.value = 'light';
    /** @type {HTMLElement} */ (copy).hidden = isPaper;
    give.textContent = isPaper ? t('Print') : t('Export');
  };
  for (const { input } of [fields.format, ground]) input.addEventListener('change', follow);
  follow();
}

/**
 * Return the fields of the dialog, in their order.
 * @param {PictureChoice['format']} first
 * @param {boolean} hasSelection
 * @param {readonly { id: string, name: string }[]} zones
 * @param {PictureChoice['theme']} theme
 */
function pictureFields(first, hasSelection, zones, theme) {
  const format = select('picture-format', t('Format'), [
    ['svg', t('SVG, for documents and print')], ['png', t('PNG, as pixels')], ['paper', t('Paper or PDF, by printing')],
  ], first);
  const what = select('picture-what', t('What'), [
    ['all', t('Everything')],
    ...(hasSelection ? [/** @type {[string, string]} */ (['selection', t('What is selected')])] : []),
    ...zones.map(({ id, name }) => /** @type {[string, string]} */ ([`zone:${id}`, t('Only {name}', { name })])),
  ], hasSelection && first !== 'paper' ? 'selection' : 'all');
  const look = select('picture-colours', t('Colours'), [['light', t('Light')], ['dark', t('Dark')]], theme);
  const ground = select('picture-ground', t('Background'), [
    ['canvas', t('As on the canvas')], ['paper', t('White paper')], ['none', t('Transparent')],
  ], 'canvas');
  const size = select('picture-size-of-the-png', t('Size of the PNG'), [['1', '1 ×'], ['2', t('2 ×, for sharp screens')], ['3', '3 ×'], ['4', t('4 ×, for print')]], '2');
  const paper = select('picture-paper', t('Paper'), [['a4', 'A4'], ['a3', 'A3'], ['letter', t('Letter')], ['tabloid', t('Tabloid')]], 'a4');
  const sheets = select('picture-sheets', t('Sheets'), [['one', t('All on one sheet')], ['tiles', t('At real size, on as many as it needs')]], 'one');
  const title = check(t('With the title'), true);
  const date = check(t('With the date'), false);
  what.input.disabled = what.input.options.length < 2;
  return { format, what, look, ground, size, paper, sheets, title, date };
}

/**
 * @param {ReturnType<typeof pictureFields>} fields
 * @returns {PictureChoice}
 */
function choiceIn({ format, what, look, ground, size, paper, sheets, title, date }) {
  return {
    format: /** @type {PictureChoice['format']} */ (format.input.value),
    what: what.input.value,
    theme: /** @type {PictureChoice['theme']} */ (look.input.value),
    ground: /** @type {PictureChoice['ground']} */ (ground.input.value),
    scale: Number(size.input.value),
    paper: /** @type {PictureChoice['paper']} */ (paper.input.value),
    isTiled: sheets.input.value === 'tiles',
    hasTitle: title.input.checked,
    hasDate: date.input.checked,
  };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {[string, string][]} options
 * @param {string} value
 */
function select(id, label, options, value) {
  const input = element('select', { class: 'select', id }, ...options.map(([key, text]) => element('option', { value: key }, text)));
  input.value = value;
  return { input, field: element('div', { class: 'field' }, element('label', { for: id }, label), input) };
}

/**
 * @param {string} label
 * @param {boolean} isChecked
 */
function check(label, isChecked) {
  const input = element('input', { type: 'checkbox' });
  input.checked = isChecked;
  return { input, field: element('div', { class: 'field' }, element('label', { class: 'check' }, input, element('span', {}, label))) };
}
