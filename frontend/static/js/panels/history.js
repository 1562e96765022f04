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
 * @property {(what: string, since?: number | null) => Promise<string[]>} changes
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
  const shown = { source, known: /** @type {Revision[]} */ ([]), close: () => dialog.close() };
  void fill(versions, 'Nothing is saved yet.', async () => pageOf(shown, null));
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

/** @typedef {{ source: HistorySource, known: Revision[], close: () => void }} Shown The dialog, and what it lists. */

/**
 * @param {Shown} shown
 * @param {number | null} cursor
 * @returns {Promise<HTMLElement[]>}
 */
async function pageOf(shown, cursor) {
  const { revisions, next } = await shown.source.revisions(cursor);
  shown.known.push(...revisions);
  const rows = revisions.map((revision) => versionRow(shown, revision));
  if (next === null) return rows;
  const more = element('li', {}, button({
    label: 'Show earlier versions',
    look: 'button-small',
    onClick: async () => {
      const earlier = await pageOf(shown, next);
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
 * @param {Shown} shown
 * @param {Revision} revision
 */
function versionRow({ source, known, close }, { number, name, created_at: time, is_current: isCurrent }) {
  const leave = (/** @type {() => void} */ act) => () => {
    close();
    act();
  };
  const actions = [
    changesButton((since) => source.changes(`revisions/${number}`, since), () => known.filter((other) => other.number !== number)),
    button({ label: 'Name', look: 'button-small', onClick: leave(() => source.name(number)) }),
    isCurrent ? null : button({ label: 'Restore', look: 'button-small', onClick: leave(() => void source.restore(number)) }),
  ];
  const title = element('strong', {}, titleOf(number, name));
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
 * Return a button that shows below its row what changed, since the one before or since one of *others*.
 * @param {(since: number | null) => Promise<string[]>} load
 * @param {() => Revision[]} [others]
 */
function changesButton(load, others = () => []) {
  const made = button({ label: 'What changed', look: 'button-small button-quiet', onClick: () => {
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
 * Return the choice of the version to compare with; without *others* there is none.
 * @param {Revision[]} others
 * @param {(since: number | null) => void} onChoice Gets null for the version before.
 */
function sinceField(others, onChoice) {
  if (others.length === 0) return null;
  const options = others.map(({ number, name }) => element('option', { value: String(number) }, titleOf(number, name)));
  /** @type {HTMLSelectElement} */
  const choice = element('select', { class: 'select', change: () => onChoice(choice.value ? Number(choice.value) : null) },
    element('option', { value: '' }, 'the version before'), ...options);
  return element('label', { class: 'toolbar' }, 'Compared with', choice);
}

/**
 * @param {number} number
 * @param {string | null} name
 */
function titleOf(number, name) {
  return name ?? `Revision ${number}`;
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
