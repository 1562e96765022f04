/** The panel that lists the problems of the drawing, and the marks at the items that have one. */

import { byId, element } from '../../kit/dom.js';
import { nameOf } from '../../model/names.js';
import { isDeepEqual } from '../../util/deep-equal.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/** @typedef {import('../../server/api-types.js').Problem} Problem */

/** @type {Readonly<Record<string, string>>} What one button repairs, in `host-cure.js`. */
const CURES = {
  'host-is-none': t('Put it where it belongs'), 'host-counts-beside-port': t('Same host for all'), 'address-out-of-range': t('Count past 255 too'),
};

/**
 * Show what is wrong, in the panel and at the items on the canvas and in the outline.
 * @param {Editor} editor
 * @returns {ProblemsPanel}
 */
export function connectProblems(editor) {
  const { preview, view } = editor;
  const panel = new ProblemsPanel(byId('problems'), byId('tab-problems'), editor);
  /** @type {[string, 'error' | 'warning'][]} The marks that are shown; to paint the same again costs as much as the change itself. */
  let shown = [];
  preview.requests.addEventListener('answer', () => {
    const marks = worstOf(preview.problems);
    if (!isDeepEqual([...marks], shown)) {
      shown = [...marks];
      editor.outline.mark(marks);
      view.setProblems(marks);
    }
    panel.show(preview.problems);
  });
  return panel;
}

/**
 * Return the worst severity for each item that *problems* name.
 * @param {readonly Problem[]} problems
 * @returns {Map<string, 'error' | 'warning'>}
 */
function worstOf(problems) {
  /** @type {Map<string, 'error' | 'warning'>} */
  const worst = new Map();
  for (const { item, severity } of problems) {
    if (item && worst.get(item) !== 'error') worst.set(item, severity);
  }
  return worst;
}

export class ProblemsPanel {
  #root;
  #editor;
  #tab;
  /** @type {readonly Problem[]} */
  #problems = [];
  #told = '';
  #isStale = true;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} tab The tab of the panel, which shows how many there are.
   * @param {Editor} editor
   */
  constructor(root, tab, editor) {
    this.#root = root;
    this.#tab = tab;
    this.#editor = editor;
  }

  /** @param {readonly Problem[]} problems */
  show(problems) {
    const told = JSON.stringify(problems);
    if (told === this.#told) return;
    this.#told = told;
    this.#problems = problems;
    this.#isStale = true;
    this.#tab.replaceChildren(t('Problems'), ...(problems.length === 0 ? [] : [badge(problems)]));
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
    return element('ul', { class: 'problem-list' }, ...sorted.map((problem) => element('li', {}, this.#entry(problem), this.#cure(problem))));
  }

  /** @param {Problem} problem */
  #cure(problem) {
    const label = CURES[problem.code];
    if (!label || (problem.code === 'address-out-of-range' && !problem.facts.next)) return null;
    const click = this.#editor.lazy(() => import('./host-cure.js'), ({ cureHost }) => cureHost(this.#editor, problem));
    return element('button', { type: 'button', class: 'button button-small', click }, label);
  }

  /** @param {Problem} problem */
  #entry(problem) {
    const { item, field, message, hint, severity } = problem;
    const isThere = item !== null && this.#editor.model.item(item) !== undefined;
    const content = [
      element('span', { class: severity === 'error' ? 'dot dot-error' : 'dot dot-warning' }),
      element('span', { class: 'visually-hidden' }, severity === 'error' ? t('Error: ') : t('Warning: ')),
      element('span', { class: 'problem-text' },
        isThere ? element('span', { class: 'problem-item' }, nameOf(this.#editor.model, item)) : null,
        field?.startsWith('settings.') ? element('span', { class: 'problem-item' }, t('Diagram')) : null,
        message,
        hint ? element('span', { class: 'problem-hint' }, hint) : null),
    ];
    if (!isThere) return element('div', { class: 'problem-entry' }, ...content);
    const title = t('Go to {name}', { name: nameOf(this.#editor.model, item) });
    return element('button', { type: 'button', class: 'problem-entry', title, click: () => this.#editor.reveal(item) }, ...content);
  }
}

/** @param {readonly Problem[]} problems */
function badge(problems) {
  const hasErrors = problems.some((problem) => problem.severity === 'error');
  return element('span', { class: `badge ${hasErrors ? 'badge-error' : 'badge-warning'}` }, String(problems.length));
}

function allClear() {
  return element('div', { class: 'panel-empty' }, element('p', {}, t('No problems.')),
    element('p', { class: 'muted' }, t('The drawing gives a file that Guacamole accepts.')));
}
