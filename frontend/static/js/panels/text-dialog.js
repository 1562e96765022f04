/** Asks for a line of text in a dialog. */

import { element } from './dom.js';
import { showDialog } from './dialog.js';

/**
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.label
 * @param {string} options.hint
 * @param {string} options.verb What the button says.
 * @param {string} [options.value]
 * @param {string} [options.placeholder]
 * @param {(text: string) => void} options.onText Called with what was typed, unless that is nothing.
 */
export function askForText({ title, label, hint, verb, value = '', placeholder = '', onText }) {
  const input = element('input', { class: 'input', id: 'dialog-text', value, placeholder, maxlength: 200, autocomplete: 'off' });
  const finish = () => {
    const text = input.value.trim();
    if (text) onText(text);
  };
  const dialog = showDialog({
    title,
    closeLabel: 'Cancel',
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
