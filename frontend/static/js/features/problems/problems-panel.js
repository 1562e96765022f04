/** All that is wrong with the drawing; a click goes there. */

import { element } from '../../kit/dom.js';
import { nameOf } from '../../model/names.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */

/**
 * @typedef {object} Problem
 * @property {'error' | 'warning'} severity
 * @property {string} message
 * @property {string} hint
 * @property {string | null} item
 * @property {string | null} field
 */

export class ProblemsPanel {
  #root;
  #desk;
  #tab;
  /** @type {readonly Problem[]} */
  #problems = [];
  #told = '';
  #isStale = true;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} tab The tab of the panel, which shows how many there are.
   * @param {Desk} desk
   */
  constructor(root, tab, desk) {
    this.#root = root;
    this.#tab = tab;
    this.#desk = desk;
  }

  /** @param {readonly Problem[]} problems */
  show(problems) {
    const told = JSON.stringify(problems);
    if (told === this.#told) return;
    this.#told = told;
    this.#problems = problems;
    this.#isStale = true;
    this.#tab.replaceChildren('Problems', ...(problems.length === 0 ? [] : [badge(problems)]));
    this.appear();
  }

  /** List the problems, if the panel is in sight: one device can give a thousand of them to all others. */
  appear() {
    if (!this.#isStale || this.#root.hidden) return;
    this.#isStale = false;
    this.#root.replaceChildren(this.#problems.length === 0 ? allClear() : this.#list(this.#problems));
  }

  /** @param {readonly Problem[]} problems */
  #list(problems) {
    const sorted = [...problems].sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
    return element('ul', { class: 'problem-list' }, ...sorted.map((problem) => element('li', {}, this.#entry(problem))));
  }

  /** @param {Problem} problem */
  #entry(problem) {
    const { item, message, hint, severity } = problem;
    const isThere = item !== null && this.#desk.model.item(item) !== undefined;
    const content = [
      element('span', { class: severity === 'error' ? 'dot dot-error' : 'dot dot-warning' }),
      element('span', { class: 'visually-hidden' }, severity === 'error' ? 'Error: ' : 'Warning: '),
      element('span', { class: 'problem-text' },
        isThere ? element('span', { class: 'problem-item' }, nameOf(this.#desk.model, item)) : null,
        message,
        hint ? element('span', { class: 'problem-hint' }, hint) : null),
    ];
    if (!isThere) return element('div', { class: 'problem-entry' }, ...content);
    const title = `Go to ${nameOf(this.#desk.model, item)}`;
    return element('button', { type: 'button', class: 'problem-entry', title, click: () => this.#desk.reveal(item) }, ...content);
  }
}

/** @param {readonly Problem[]} problems */
function badge(problems) {
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return element('span', { class: `badge ${hasErrors ? 'badge-error' : 'badge-warning'}` }, String(problems.length));
}

function allClear() {
  return element('div', { class: 'panel-empty' }, element('p', {}, 'No problems.'),
    element('p', { class: 'muted' }, 'The drawing gives a file that Guacamole accepts.'));
}
