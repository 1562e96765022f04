/** A combobox: a text field that filters a list of choices below it. */

import { element } from '../dom.js';
import { ChoiceList } from './choice-list.js';
import { t } from '../../util/text.js';

/** @typedef {import('./choice-list.js').Choice} Choice */

const LONGEST_LIST = 60;
let serial = 0;

/**
 * Return a field in which one types to find one of many choices; the list opens below it.
 * @param {object} options
 * @param {string} options.label
 * @param {string} options.name
 * @param {string} options.placeholder
 * @param {() => Choice[]} options.choices
 * @param {(value: string) => void} options.onChoose
 * @param {boolean} [options.isOpen] Whether what is typed counts too, where no choice fits it.
 * @returns {HTMLElement}
 */
export function combobox({ label, name, placeholder, choices, onChoose, isOpen = false }) {
  serial += 1;
  // A list that scrolls would be a stop of Tab, and is gone when it is reached.
  const list = element('ul', {
    class: 'choices', role: 'listbox', id: `choices-${serial}`, tabindex: -1, 'aria-label': t('Choices: {title}', { title: label }), hidden: true,
  });
  const input = element('input', {
    class: 'input', role: 'combobox', type: 'text', name, placeholder, autocomplete: 'off', spellcheck: 'false',
    'aria-label': label, 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list',
  });
  const close = () => {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (/** @type {Choice} */ choice) => {
    input.value = '';
    close();
    onChoose(choice.value);
  };
  const options = new ChoiceList(list, input, choose);
  const open = () => {
    options.show(matching(choices(), input.value, isOpen).slice(0, LONGEST_LIST), input.value ? 0 : -1);
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.hidden) open();
    else if (step) options.step(step);
    else if (event.key === 'Enter' && options.marked && !list.hidden) choose(options.marked);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  for (const type of ['focus', 'click', 'input']) input.addEventListener(type, open);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', onKey);
  return element('div', { class: 'combobox' }, input, list);
}

/**
 * Return the *choices* whose words hold all that is in *typed*, those that begin with it first.
 * @param {Choice[]} choices
 * @param {string} typed
 * @param {boolean} [isOpen] Whether *typed* itself is one, where none is just that.
 * @returns {Choice[]}
 */
export function matching(choices, typed, isOpen = false) {
  const words = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  const ranked = choices
    .map((choice) => ({ choice, rank: rankOf(choice, words) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice);
  const value = typed.trim();
  if (isOpen && !ranked.some((choice) => choice.value === value)) ranked.push({ value, label: value, detail: t('as typed') });
  return ranked;
}

/**
 * @param {Choice} choice
 * @param {string[]} words
 */
function rankOf({ label, detail = '', words: others = '' }, words) {
  const name = label.toLowerCase();
  const shown = `${name} ${detail.toLowerCase()}`;
  if (!words.every((word) => shown.includes(word) || ` ${others}`.includes(` ${word}`))) return Infinity;
  if (name.startsWith(words[0]) || others.split(' ').includes(words[0])) return 0;
  return words.every((word) => name.includes(word)) ? 1 : 2;
}
