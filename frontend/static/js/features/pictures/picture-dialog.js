/** The dialog with the options of an exported picture: part, format, theme and scale. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { t } from '../../util/text.js';

/**
 * @typedef {object} PictureChoice
 * @property {'svg' | 'png'} format
 * @property {boolean} isSelection Only what is selected.
 * @property {'light' | 'dark'} theme
 * @property {number} scale Pixels a unit, for PNG.
 */

/**
 * @param {object} options
 * @param {boolean} options.hasSelection
 * @param {'light' | 'dark'} options.theme
 * @param {(choice: PictureChoice) => void} options.onChoose
 */
export function askForPicture({ hasSelection, theme, onChoose }) {
  const format = select('picture-format', t('Format'), [['svg', t('SVG, for documents and print')], ['png', t('PNG, as pixels')]], 'svg');
  const what = select('picture-what', t('What'), [['all', t('Everything')], ['selection', t('What is selected')]], hasSelection ? 'selection' : 'all');
  const look = select('picture-colours', t('Colours'), [['light', t('Light')], ['dark', t('Dark')]], theme);
  const size = select('picture-size-of-the-png', t('Size of the PNG'), [['1', '1 ×'], ['2', t('2 ×, for sharp screens')], ['3', '3 ×'], ['4', t('4 ×, for print')]], '2');
  what.input.disabled = !hasSelection;
  const follow = () => (size.input.disabled = format.input.value === 'svg');
  format.input.addEventListener('change', follow);
  follow();
  showDialog({
    title: t('Export a picture'),
    closeLabel: t('Cancel'),
    content: [element('div', { class: 'picture-form' }, format.field, what.field, look.field, size.field)],
    actions: [{
      label: t('Export'),
      isPrimary: true,
      run: () => onChoose({
        format: /** @type {'svg' | 'png'} */ (format.input.value),
        isSelection: what.input.value === 'selection',
        theme: /** @type {'light' | 'dark'} */ (look.input.value),
        scale: Number(size.input.value),
      }),
    }],
  });
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
