/** The history dialog: two tabs, with the saved versions of the diagram and the files that were generated from it. */

import { button, element } from '../../kit/dom.js';
import { changesButton, fill } from '../../kit/change-list.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { fileRow } from './history-files.js';
import { attemptAt, historyRow, loadPage } from './history-rows.js';
import { showVersion } from './version-view.js';

/** @typedef {{ number: number, name: string | null, created_at: string, is_current: boolean }} Revision */
/** @typedef {import('./history-files.js').MappingInfo} MappingInfo */

/**
 * @typedef {object} HistorySource Where the history comes from, and what can be done with it.
 * @property {(cursor: string | null) => Promise<{ revisions: Revision[], next: string | null }>} revisions
 * @property {(cursor: string | null) => Promise<{ mappings: MappingInfo[], next: string | null }>} mappings
 * @property {(what: string, since?: number | null) => Promise<string[]>} changes
 * @property {(number: number) => Promise<import('./version-view.js').Look>} look Shows what was drawn then.
 * @property {(number: number) => void} name
 * @property {(number: number) => Promise<void>} restore
 * @property {(id: string) => Promise<void>} deleteMapping
 */

/**
 * Show the versions and files that *source* knows.
 * @param {HistorySource} source
 */
export function showHistory(source) {
  const versions = element('ul', { class: 'history' });
  const files = element('ul', { class: 'history' });
  const dialog = showDialog({
    title: 'History',
    look: 'dialog-wide',
    content: [
      element('section', { 'aria-label': 'Versions' }, element('h3', {}, 'Versions'), versions),
      element('section', { 'aria-label': 'Files' }, element('h3', {}, 'Files that were made'), files),
    ],
  });
  const shown = { source, known: /** @type {Revision[]} */ ([]), close: () => dialog.close() };
  void fill(versions, 'Nothing is saved yet.', () => loadPage('Show earlier versions', async (/** @type {string | null} */ cursor) => {
    const { revisions, next } = await source.revisions(cursor);
    shown.known.push(...revisions);
    return { rows: revisions.map((revision) => versionRow(shown, revision)), next };
  }));
  void fill(files, 'No file was made yet.', () => loadPage('Show earlier files', async (/** @type {string | null} */ cursor) => {
    const { mappings, next } = await source.mappings(cursor);
    return { rows: mappings.map((mapping) => fileRow(source, mapping)), next };
  }));
}

/** @typedef {{ source: HistorySource, known: Revision[], close: () => void }} Shown The dialog, and what it lists. */

/**
 * @param {Shown} shown
 * @param {Revision} revision
 */
function versionRow({ source, known, close }, revision) {
  const { number, name, created_at: time, is_current: isCurrent } = revision;
  const leave = (/** @type {() => void} */ act) => () => {
    close();
    act();
  };
  const restore = leave(() => void source.restore(number));
  const others = () => known.filter((other) => other !== revision).map((other) => ({ value: other.number, label: titleOf(other) }));
  const row = historyRow({
    title: [element('strong', {}, titleOf(revision)), isCurrent ? element('span', { class: 'badge badge-accent' }, 'Now') : null],
    time,
    detail: name ? `revision ${number}` : '',
    actions: [
      changesButton((since) => source.changes(`revisions/${number}`, since), others),
      isCurrent ? null : button({ label: 'Look at it', look: 'button-small', onClick: () => void look() }),
      button({ label: 'Name', look: 'button-small', onClick: leave(() => source.name(number)) }),
      isCurrent ? null : button({ label: 'Restore', look: 'button-small', onClick: restore }),
    ],
  });
  const look = () => attemptAt(row, async () => {
    showVersion({ heading: titleOf(revision), time, look: await source.look(number), restore });
  });
  return row;
}

/** @param {Revision} revision */
function titleOf({ number, name }) {
  return name ?? `Revision ${number}`;
}
