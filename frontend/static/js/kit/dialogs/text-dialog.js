/** Asks for a line of text in a dialog. */

import { element } from '../dom.js';
import { showDialog } from './dialog.js';
import { t } from '../../util/text.js';

/**
 * @typedef {object} TextQuestion
 * @property {string} title
 * @property {string} label
 * @property {string} hint
 * @property {string} verb What the button says.
 * @property {string} [value]
 * @property {string} [placeholder]
 * @property {(text: string) => void} onText Called with what was typed, unless that is nothing.
 */

/** @param {TextQuestion} question */
export function askForText({ title, label, hint, verb, value = '', placeholder = '', onText }) {
  const input = element('input', { class: 'input', id: 'dialog-text', value, placeholder, maxlength: 200, autocomplete: 'off' });
  const finish = () => {
    const text = input.value.trim();
    if (text) onText(text);
  };
  const dialog = showDialog({
    title,
    closeLabel: t('Cancel'),
    content: [
      element('div', { class: 'field' }, element('label', { for: 'dialog-text' }, label), input),
      element('p', { class: 'muted' }, hint),
    ],
    actions: [{ label: verb, isPrimary: true, run: finish }],
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    dialog.close();
    finish();
  });
  input.focus();
  input.select();
}
