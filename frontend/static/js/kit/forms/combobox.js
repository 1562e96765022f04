/** A field in which one types to find one of many choices; the list opens below it. */

import { element } from '../dom.js';
import { t } from '../../util/text.js';

/** @typedef {{ value: string, label: string, detail?: string, words?: string }} Choice What else it is found by, as `words`, is not shown. */

const LONGEST_LIST = 60;
let serial = 0;

/**
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
  const list = element('ul', { class: 'choices', role: 'listbox', id: `choices-${serial}`, 'aria-label': t('Choices: {title}', { title: label }), hidden: true });
  const input = element('input', {
    class: 'input', role: 'combobox', type: 'text', name, placeholder, autocomplete: 'off', spellcheck: 'false',
    'aria-label': label, 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list',
  });
  let at = -1;
  /** @type {Choice[]} */
  let shown = [];

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
  const mark = (/** @type {number} */ index) => {
    at = index;
    for (const [place, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(place === at));
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    if (list.children[at]) input.setAttribute('aria-activedescendant', list.children[at].id);
  };
  const open = () => {
    shown = matching(choices(), input.value, isOpen).slice(0, LONGEST_LIST);
    list.replaceChildren(...shown.map((choice, place) => optionOf(choice, `${list.id}-${place}`, () => choose(choice))));
    list.hidden = shown.length === 0;
    input.setAttribute('aria-expanded', String(shown.length > 0));
    mark(input.value ? 0 : -1);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && list.hidden) open();
    else if (step) mark((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter' && shown[at] && !list.hidden) choose(shown[at]);
    else if (event.key === 'Escape' && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  input.addEventListener('focus', open);
  input.addEventListener('click', open);
  input.addEventListener('input', open);
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

/**
 * @param {Choice} choice
 * @param {string} id
 * @param {() => void} onChoose
 */
function optionOf({ label, detail }, id, onChoose) {
  const detailed = detail ? element('span', { class: 'choice-detail' }, detail) : null;
  return element('li', {
    role: 'option', id, class: 'choice', 'aria-selected': 'false',
    // The field would lose its focus, and the list close, before the click.
    pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
    click: onChoose,
  }, element('span', { class: 'choice-label' }, label), detailed);
}
