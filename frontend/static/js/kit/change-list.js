/** Lists changes between two versions in words, in a dialog or below a row. */

import { button, element } from './dom.js';
import { showDialog } from './dialogs/dialog.js';
import { plural, t } from '../util/text.js';

const MOST_CHANGES = 40;

/**
 * Show *changes*, for example what a new file does to its readers.
 * @param {string} title
 * @param {readonly string[]} changes
 */
export function showChanges(title, changes) {
  showDialog({ title, content: [changeList(changes)] });
}

/**
 * Return a list of *changes*, of which it shows the first *most*.
 * @param {readonly string[]} changes
 * @param {number} [most]
 * @returns {HTMLElement}
 */
export function changeList(changes, most = MOST_CHANGES) {
  if (changes.length === 0) return element('p', { class: 'muted' }, t('Nothing changed.'));
  const more = changes.length - most;
  return element('ul', { class: 'change-list' },
    ...changes.slice(0, most).map((change) => element('li', {}, change)),
    more > 0 ? element('li', { class: 'muted' }, plural('and {count} more change', 'and {count} more changes', more)) : null);
}

/**
 * Return a button that shows below its row what changed, since the one before or since one of *others*.
 * @param {(since: number | null) => Promise<string[]>} load
 * @param {() => { value: number, label: string }[]} [others]
 */
export function changesButton(load, others = () => []) {
  const made = button({ label: t('What changed'), classes: 'button-small button-quiet', onClick: () => {
    const place = /** @type {HTMLElement} */ (made.closest('.history-row'));
    const shown = place.querySelector('.changes');
    made.setAttribute('aria-expanded', String(!shown));
    if (shown) return shown.remove();
    const list = element('div', {});
    const tell = (/** @type {number | null} */ since) => fill(list, '', async () => [changeList(await load(since))]);
    place.append(element('div', { class: 'changes' }, sinceField(others(), (since) => void tell(since)), list));
    void tell(null);
  } });
  made.setAttribute('aria-expanded', 'false');
  return made;
}

/**
 * Fill *list* with what *load* gives; while it comes, and where there is none, it says so.
 * @param {HTMLElement} list
 * @param {string} nothing
 * @param {() => Promise<HTMLElement[]>} load
 */
export async function fill(list, nothing, load) {
  const line = list.tagName === 'UL' ? 'li' : 'p';
  list.replaceChildren(element(line, { class: 'muted' }, t('Loading …')));
  try {
    const rows = await load();
    list.replaceChildren(...(rows.length > 0 ? rows : [element(line, { class: 'muted' }, nothing)]));
  } catch (error) {
    list.replaceChildren(element(line, { class: 'field-error' }, /** @type {Error} */ (error).message));
  }
}

/**
 * Return the choice of the version to compare with; without *others* there is none.
 * @param {{ value: number, label: string }[]} others
 * @param {(since: number | null) => void} onChoice Gets null for the version before.
 */
function sinceField(others, onChoice) {
  if (others.length === 0) return null;
  const options = others.map(({ value, label }) => element('option', { value: String(value) }, label));
  /** @type {HTMLSelectElement} */
  const choice = element('select', { class: 'select', change: () => onChoice(choice.value ? Number(choice.value) : null) },
    element('option', { value: '' }, t('the version before')), ...options);
  return element('label', { class: 'toolbar' }, t('Compared with'), choice);
}
