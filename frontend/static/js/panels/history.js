/** What was: the kept versions of a diagram, and the files that were made of it. */

import { button, element } from './dom.js';
import { showDialog } from './dialog.js';
import { plural } from '../util/format.js';
import { describeTime, exactTime } from '../util/times.js';

/** @typedef {{ number: number, name: string | null, created_at: string, is_current: boolean }} Revision */
/** @typedef {{ id: string, revision: number, users: number, connections: number, created_at: string, url: string }} MappingInfo */

/**
 * @typedef {object} HistorySource Where the history comes from, and what can be done with it.
 * @property {(cursor: number | null) => Promise<{ revisions: Revision[], next: number | null }>} revisions
 * @property {() => Promise<MappingInfo[]>} mappings
 * @property {(what: string) => Promise<string[]>} changes
 * @property {(number: number) => void} name
 * @property {(number: number) => Promise<void>} restore
 */

const MOST_CHANGES = 40;

/**
 * Show the versions and files that *source* knows.
 * @param {HistorySource} source
 */
export function showHistory(source) {
  const versions = element('ul', { class: 'history' });
  const files = element('ul', { class: 'history' });
  const dialog = showDialog({
    title: 'History',
    content: [
      element('section', { 'aria-label': 'Versions' }, element('h3', {}, 'Versions'), versions),
      element('section', { 'aria-label': 'Files' }, element('h3', {}, 'Files that were made'), files),
    ],
  });
  void fill(versions, 'Nothing is saved yet.', async () => pageOf(source, null, versions, () => dialog.close()));
  void fill(files, 'No file was made yet.', async () => (await source.mappings()).map((mapping) => fileRow(source, mapping)));
}

/**
 * Show *changes*, for example what a new file does to its readers.
 * @param {string} title
 * @param {readonly string[]} changes
 */
export function showChanges(title, changes) {
  showDialog({ title, content: [changeList(changes)] });
}

/**
 * @param {HistorySource} source
 * @param {number | null} cursor
 * @param {HTMLElement} list
 * @param {() => void} close
 * @returns {Promise<HTMLElement[]>}
 */
async function pageOf(source, cursor, list, close) {
  const { revisions, next } = await source.revisions(cursor);
  const rows = revisions.map((revision) => versionRow(source, revision, close));
  if (next === null) return rows;
  const more = element('li', {}, button({
    label: 'Show earlier versions',
    look: 'button-small',
    onClick: async () => {
      const earlier = await pageOf(source, next, list, close);
      more.replaceWith(...earlier);
    },
  }));
  return [...rows, more];
}

/**
 * Fill *list* with the rows that *load* gives; while they come, and where there are none, it says so.
 * @param {HTMLElement} list
 * @param {string} nothing
 * @param {() => Promise<HTMLElement[]>} load
 */
async function fill(list, nothing, load) {
  list.replaceChildren(element('li', { class: 'muted' }, 'Loading …'));
  try {
    const rows = await load();
    list.replaceChildren(...(rows.length > 0 ? rows : [element('li', { class: 'muted' }, nothing)]));
  } catch (error) {
    list.replaceChildren(element('li', { class: 'field-error' }, /** @type {Error} */ (error).message));
  }
}

/**
 * @param {HistorySource} source
 * @param {Revision} revision
 * @param {() => void} close
 */
function versionRow(source, { number, name, created_at: time, is_current: isCurrent }, close) {
  const leave = (/** @type {() => void} */ act) => () => {
    close();
    act();
  };
  const actions = [
    changesButton(() => source.changes(`revisions/${number}`)),
    button({ label: 'Name', look: 'button-small', onClick: leave(() => source.name(number)) }),
    isCurrent ? null : button({ label: 'Restore', look: 'button-small', onClick: leave(() => void source.restore(number)) }),
  ];
  const title = element('strong', {}, name ?? `Revision ${number}`);
  return row([title, isCurrent ? element('span', { class: 'badge badge-accent' }, 'Now') : null], time, name ? `revision ${number}` : '', actions);
}

/**
 * @param {HistorySource} source
 * @param {MappingInfo} mapping
 */
function fileRow(source, { id, revision, users, connections, created_at: time, url }) {
  const title = element('strong', {}, `${plural(users, 'user')}, ${plural(connections, 'connection')}`);
  return row([title], time, `from revision ${revision}`, [
    changesButton(() => source.changes(`mappings/${id}`)),
    element('a', { class: 'button button-small', href: url, download: 'user-mapping.xml' }, 'Download again'),
  ]);
}

/**
 * @param {(HTMLElement | null)[]} title
 * @param {string} time
 * @param {string} detail
 * @param {(HTMLElement | null)[]} actions
 */
function row(title, time, detail, actions) {
  const when = Date.parse(time);
  const shown = element('time', { datetime: time, title: exactTime(when) }, describeTime(when, Date.now()));
  return element('li', { class: 'history-row' },
    element('div', { class: 'history-title' }, ...title),
    element('div', { class: 'muted history-detail' }, shown, detail ? ` · ${detail}` : ''),
    element('div', { class: 'toolbar history-actions' }, ...actions));
}

/**
 * Return a button that shows below its row what changed.
 * @param {() => Promise<string[]>} load
 */
function changesButton(load) {
  const made = button({ label: 'What changed', look: 'button-small button-quiet', onClick: () => {
    const place = /** @type {HTMLElement} */ (made.closest('.history-row'));
    const shown = place.querySelector('.changes');
    made.setAttribute('aria-expanded', String(!shown));
    if (shown) return shown.remove();
    const list = element('div', { class: 'changes' });
    place.append(list);
    void fill(list, '', async () => [changeList(await load())]);
  } });
  made.setAttribute('aria-expanded', 'false');
  return made;
}

/**
 * Return a list of *changes*, of which it shows the first *most*.
 * @param {readonly string[]} changes
 * @param {number} [most]
 * @returns {HTMLElement}
 */
export function changeList(changes, most = MOST_CHANGES) {
  if (changes.length === 0) return element('p', { class: 'muted' }, 'Nothing changed.');
  const more = changes.length - most;
  return element('ul', { class: 'change-list' },
    ...changes.slice(0, most).map((change) => element('li', {}, change)),
    more > 0 ? element('li', { class: 'muted' }, `and ${plural(more, 'more change')}`) : null);
}
