/** Builds the rows of the history dialog, and loads further pages of them. */

import { button, element } from '../../kit/dom.js';
import { describeTime, exactTime } from '../../util/times.js';

/**
 * @typedef {object} Row
 * @property {(HTMLElement | null)[]} title
 * @property {string} time
 * @property {string} detail What stands beside the time, perhaps nothing.
 * @property {(HTMLElement | null)[]} [facts] More lines.
 * @property {(HTMLElement | null)[]} actions
 */

/**
 * @param {Row} row
 * @returns {HTMLElement}
 */
export function historyRow({ title, time, detail, facts = [], actions }) {
  const when = Date.parse(time);
  const shown = element('time', { datetime: time, title: exactTime(when) }, describeTime(when, Date.now()));
  return element('li', { class: 'history-row' },
    element('div', {},
      element('div', { class: 'history-title' }, ...title),
      element('div', { class: 'muted history-detail' }, shown, detail ? ` · ${detail}` : ''),
      ...facts),
    element('div', { class: 'toolbar history-actions' }, ...actions));
}

/**
 * Return the rows that *load* gives, and a button for the following page where there is one.
 * @template Cursor
 * @param {string} more What the button says.
 * @param {(cursor: Cursor | null) => Promise<{ rows: HTMLElement[], next: Cursor | null }>} load
 * @param {Cursor | null} [cursor]
 * @returns {Promise<HTMLElement[]>}
 */
export async function loadPage(more, load, cursor = null) {
  const { rows, next } = await load(cursor);
  if (next === null) return rows;
  const follow = async () => {
    const further = await loadPage(more, load, next);
    item.replaceWith(...further);
    further[0]?.querySelector('button')?.focus();
  };
  const item = element('li', {}, button({ label: more, classes: 'button-small', onClick: () => void attemptAt(item, follow) }));
  return [...rows, item];
}

/**
 * Do *act*; where that fails, say why at the end of *row*.
 * @param {HTMLElement} row
 * @param {() => Promise<void>} act
 */
export async function attemptAt(row, act) {
  row.querySelector(':scope > .field-error')?.remove();
  try {
    await act();
  } catch (error) {
    row.append(element('p', { class: 'field-error' }, /** @type {Error} */ (error).message));
  }
}
