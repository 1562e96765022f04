/** A dialog in which one types to find one of many things: commands, items on the drawing, targets of a cable. */

import { element } from '../dom.js';
import { matching } from '../forms/combobox.js';
import { t } from '../../util/text.js';

/** @typedef {import('../forms/combobox.js').Choice & { keys?: string, picture?: Element }} ChooserChoice */

const LONGEST_LIST = 100;

/**
 * Ask for one of *choices* and return its value, or null where none was chosen.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.placeholder
 * @param {ChooserChoice[]} options.choices
 * @param {string} [options.nothing] What is said where no choice fits.
 * @returns {Promise<string | null>}
 */
export function choose({ title, placeholder, choices, nothing = t('Nothing fits what you typed.') }) {
  return new Promise((resolve) => {
    const dialog = element('dialog', { class: 'chooser', 'aria-label': title });
    const list = element('ul', { class: 'chooser-list', role: 'listbox', id: 'chooser-list', 'aria-label': t('Choices: {title}', { title }) });
    const none = element('p', { class: 'chooser-none muted' }, nothing);
    const input = element('input', {
      class: 'chooser-input', type: 'text', role: 'combobox', placeholder, autocomplete: 'off', spellcheck: 'false',
      'aria-label': title, 'aria-expanded': 'true', 'aria-controls': 'chooser-list', 'aria-autocomplete': 'list',
    });
    let at = 0;
    /** @type {ChooserChoice[]} */
    let shown = [];

    const finish = (/** @type {string | null} */ value) => {
      dialog.returnValue = value ?? '';
      dialog.close();
      resolve(value);
    };
    const mark = (/** @type {number} */ index) => {
      at = index;
      for (const [place, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(place === at));
      const marked = list.children[at];
      if (marked) input.setAttribute('aria-activedescendant', marked.id);
      else input.removeAttribute('aria-activedescendant');
      marked?.scrollIntoView({ block: 'nearest' });
    };
    const show = () => {
      shown = matching(choices, input.value).slice(0, LONGEST_LIST);
      list.replaceChildren(...shown.map((choice, place) => optionOf(choice, place, () => finish(choice.value))));
      none.hidden = shown.length > 0;
      list.hidden = shown.length === 0;
      mark(0);
    };
    input.addEventListener('input', show);
    input.addEventListener('keydown', (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      event.stopPropagation();
      if (step) mark((at + step + shown.length) % (shown.length || 1));
      else if (event.key === 'Enter' && shown[at]) finish(shown[at].value);
      else return;
      event.preventDefault();
    });
    dialog.addEventListener('click', (event) => event.target === dialog && finish(null));
    dialog.addEventListener('cancel', () => resolve(null));
    dialog.addEventListener('close', () => dialog.remove());
    dialog.append(element('div', { class: 'chooser-box' }, input, list, none));
    document.body.append(dialog);
    show();
    dialog.showModal();
    input.focus();
  });
}

/**
 * @param {ChooserChoice} choice
 * @param {number} place
 * @param {() => void} onChoose
 */
function optionOf({ label, detail, keys, picture }, place, onChoose) {
  return element('li', { role: 'option', id: `chooser-${place}`, class: 'choice', 'aria-selected': 'false', click: onChoose },
    picture ?? null,
    element('span', { class: 'choice-label' }, label),
    detail ? element('span', { class: 'choice-detail' }, detail) : null,
    keys ? element('kbd', {}, keys) : null);
}
