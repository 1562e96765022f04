/** The list of a combobox: its options, and the one that the arrow keys have marked. */

import { element } from '../dom.js';

/**
 * @typedef {object} Choice
 * @property {string} value
 * @property {string} label
 * @property {string} [detail]
 * @property {string} [words] What else it is found by; it is not shown.
 * @property {string} [keys] The shortcut, as shown.
 * @property {Element} [picture]
 */

export class ChoiceList {
  #list;
  #input;
  #onChoose;
  /** @type {readonly Choice[]} */
  #shown = [];
  #at = -1;

  /**
   * @param {HTMLElement} list With the role listbox and an id.
   * @param {HTMLElement} input With the role combobox.
   * @param {(choice: Choice) => void} onChoose Called when an option is clicked.
   */
  constructor(list, input, onChoose) {
    this.#list = list;
    this.#input = input;
    this.#onChoose = onChoose;
  }

  /** @returns {Choice | undefined} The choice that is marked. */
  get marked() {
    return this.#shown[this.#at];
  }

  /**
   * Show *choices*, with the one at the place *at* marked; none with -1.
   * @param {readonly Choice[]} choices
   * @param {number} at
   */
  show(choices, at) {
    this.#shown = choices;
    this.#list.replaceChildren(...choices.map((choice, place) => optionOf(choice, `${this.#list.id}-${place}`, () => this.#onChoose(choice))));
    this.#list.hidden = choices.length === 0;
    this.#mark(at);
  }

  /**
   * Mark the option that is *by* places further; after the last one comes the first.
   * @param {number} by
   */
  step(by) {
    this.#mark((this.#at + by + this.#shown.length) % (this.#shown.length || 1));
  }

  /** @param {number} at */
  #mark(at) {
    this.#at = at;
    for (const [place, option] of [...this.#list.children].entries()) option.setAttribute('aria-selected', String(place === at));
    const marked = this.#list.children[at];
    if (marked) this.#input.setAttribute('aria-activedescendant', marked.id);
    else this.#input.removeAttribute('aria-activedescendant');
    marked?.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * @param {Choice} choice
 * @param {string} id
 * @param {() => void} onChoose
 */
function optionOf({ label, detail, keys, picture }, id, onChoose) {
  return element('li', {
    role: 'option', id, class: 'choice', 'aria-selected': 'false',
    // The field would lose its focus, and the list close, before the click.
    pointerdown: (/** @type {Event} */ event) => event.preventDefault(),
    click: onChoose,
  },
    picture ?? null,
    element('span', { class: 'choice-label' }, label),
    detail ? element('span', { class: 'choice-detail' }, detail) : null,
    keys ? element('kbd', {}, keys) : null);
}
