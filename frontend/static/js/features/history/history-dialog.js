/** The history dialog: the saved versions of the diagram, the files that were generated from it, and the lab files it was made of. */

import { button, element } from '../../kit/dom.js';
import { changesButton, fill } from '../../kit/change-list.js';
import { whenInSight } from '../../kit/in-sight.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { fileRow, labFileRow } from './history-files.js';
import { attemptAt, historyRow, loadPage } from './history-rows.js';
import { showVersion } from './version-view.js';
import { summarizeChanges } from '../../util/change-summary.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../server/api-types.js').Revision} Revision */
/** @typedef {import('../../server/api-types.js').Mapping} MappingInfo */

/**
 * @typedef {object} HistorySource Where the history comes from, and what can be done with it.
 * @property {(cursor: string | null) => Promise<import('../../server/api-types.js').RevisionPage>} revisions
 * @property {(cursor: string | null) => Promise<import('../../server/api-types.js').MappingPage>} mappings
 * @property {(what: string, since?: number | null) => Promise<string[]>} changes
 * @property {(number: number) => Promise<import('./version-view.js').OldDrawing>} drawingOf Returns what was drawn then.
 * @property {(number: number) => void} name
 * @property {(number: number) => Promise<void>} restore
 * @property {(id: string) => Promise<void>} deleteMapping
 * @property {() => Promise<import('../../server/api-types.js').LabFile[]>} labFiles The files that the diagram was made of.
 * @property {(id: string) => string} addressOf Where a lab file is downloaded.
 * @property {(id: string) => Promise<void>} deleteLabFile
 */

/**
 * Show the versions and files that *source* knows.
 * @param {HistorySource} source
 */
export function showHistory(source) {
  const versions = element('ul', { class: 'history' });
  const files = element('ul', { class: 'history' });
  const lab = element('ul', { class: 'history' });
  const dialog = showDialog({
    title: t('History'),
    classes: 'dialog-wide',
    content: [
      element('section', { 'aria-label': t('Versions') }, element('h3', {}, t('Versions')), versions),
      element('section', { 'aria-label': t('Files') }, element('h3', {}, t('Files that were made')), files),
      element('section', { 'aria-label': t('Lab files') }, element('h3', {}, t('Lab files that are kept')), lab),
    ],
  });
  const shown = { source, known: /** @type {Revision[]} */ ([]), close: () => dialog.close() };
  void fill(versions, t('Nothing is saved yet.'), () => loadPage(t('Show earlier versions'), async (/** @type {string | null} */ cursor) => {
    const { revisions, next } = await source.revisions(cursor);
    shown.known.push(...revisions);
    return { rows: revisions.map((revision) => versionRow(shown, revision)), next };
  }));
  void fill(files, t('No file was made yet.'), () => loadPage(t('Show earlier files'), async (/** @type {string | null} */ cursor) => {
    const { mappings, next } = await source.mappings(cursor);
    return { rows: mappings.map((mapping) => fileRow(source, mapping)), next };
  }));
  void fill(lab, t('No lab file is kept: when one is imported, it can be.'), async () => (await source.labFiles()).map((file) => labFileRow(source, file)));
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
  const summary = element('div', { class: 'history-summary' });
  whenInSight(summary, async () => {
    summary.textContent = summarizeChanges(await source.changes(`revisions/${number}`));
  });
  const row = historyRow({
    facts: [summary],
    title: [element('strong', {}, titleOf(revision)), isCurrent ? element('span', { class: 'badge badge-accent' }, t('Now')) : null],
    time,
    detail: name ? t('revision {number}', { number }) : '',
    actions: [
      changesButton((since) => source.changes(`revisions/${number}`, since), others),
      isCurrent ? null : button({ label: t('Look at it'), classes: 'button-small', onClick: () => void view() }),
      button({ label: t('Name'), classes: 'button-small', onClick: leave(() => source.name(number)) }),
      isCurrent ? null : button({ label: t('Restore'), classes: 'button-small', onClick: restore }),
    ],
  });
  const view = () => attemptAt(row, async () => {
    showVersion({ heading: titleOf(revision), time, drawn: await source.drawingOf(number), restore });
  });
  return row;
}

/** @param {Revision} revision */
function titleOf({ number, name }) {
  return name ?? t('Revision {number}', { number });
}
