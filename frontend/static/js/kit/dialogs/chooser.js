/** A dialog with a filter field and a list to choose one entry from. */

import { element } from '../dom.js';
import { ChoiceList } from '../forms/choice-list.js';
import { matching } from '../forms/combobox.js';
import { t } from '../../util/text.js';

/** @typedef {import('../forms/choice-list.js').Choice} Choice */

const LONGEST_LIST = 100;

/**
 * Ask for one of *choices* and return its value, or null where none was chosen.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.placeholder
 * @param {Choice[]} options.choices
 * @param {string} [options.nothing] What is said where no choice fits.
 * @returns {Promise<string | null>}
 */
export function choose({ title, placeholder, choices, nothing = t('Nothing fits what you typed.') }) {
  const dialog = element('dialog', { class: 'chooser', 'aria-label': title });
  const list = element('ul', { class: 'chooser-list', role: 'listbox', id: 'chooser-list', 'aria-label': t('Choices: {title}', { title }) });
  const none = element('p', { class: 'chooser-none muted' }, nothing);
  const input = element('input', {
    class: 'chooser-input', type: 'text', role: 'combobox', placeholder, autocomplete: 'off', spellcheck: 'false',
    'aria-label': title, 'aria-expanded': 'true', 'aria-controls': 'chooser-list', 'aria-autocomplete': 'list',
  });
  dialog.append(element('div', { class: 'chooser-box' }, input, list, none));
  document.body.append(dialog);
  return new Promise((resolve) => {
    const finish = (/** @type {string | null} */ value) => {
      dialog.returnValue = value ?? '';
      dialog.close();
      resolve(value);
    };
    const options = new ChoiceList(list, input, ({ value }) => finish(value));
    const show = () => {
      options.show(matching(choices, input.value).slice(0, LONGEST_LIST), 0);
      none.hidden = !list.hidden;
    };
    input.addEventListener('input', show);
    input.addEventListener('keydown', (event) => onKey(event, options, finish));
    dialog.addEventListener('click', (event) => event.target === dialog && finish(null));
    dialog.addEventListener('cancel', () => resolve(null));
    dialog.addEventListener('close', () => dialog.remove());
    show();
    dialog.showModal();
    input.focus();
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {ChoiceList} options
 * @param {(value: string) => void} finish
 */
function onKey(event, options, finish) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  event.stopPropagation();
  if (step) options.step(step);
  else if (event.key === 'Enter' && options.marked) finish(options.marked.value);
  else return;
  event.preventDefault();
}
