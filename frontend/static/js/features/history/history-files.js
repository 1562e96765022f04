/** The rows of the history dialog for files: generated ones, and lab files that are kept. */

import { button, element } from '../../kit/dom.js';
import { changesButton } from '../../kit/change-list.js';
import { attemptAt, historyRow } from './history-rows.js';
import { fileSize } from '../../util/sizes.js';
import { fill, plural, t } from '../../util/text.js';

/** @typedef {import('../../server/api-types.js').Mapping} MappingInfo */

/** @typedef {Pick<import('./history-dialog.js').HistorySource, 'changes' | 'deleteMapping'>} FileSource */

/** How passwords stand in the file. @type {Readonly<Record<string, string>>} */
const OPTIONS = {
  plain: t('{size}, Guacamole {version}, passwords as plain text'),
  sha256: t('{size}, Guacamole {version}, passwords as SHA-256 hashes'),
  md5: t('{size}, Guacamole {version}, passwords as MD5 hashes'),
};

/**
 * @param {FileSource} source
 * @param {MappingInfo} mapping
 */
export function fileRow(source, mapping) {
  const { users, devices, connections, revision, size, options, sha256, format, file_name: name } = mapping;
  const counts = [
    plural('{count} user', '{count} users', users),
    plural('{count} device', '{count} devices', devices),
    plural('{count} connection', '{count} connections', connections),
  ].join(', ');
  const row = historyRow({
    title: [element('strong', {}, counts)],
    time: mapping.created_at,
    detail: t('from revision {number}', { number: revision }),
    facts: [
      format === 'user-mapping' ? null : element('div', { class: 'history-detail' }, name),
      element('div', { class: 'muted history-detail' },
        fill(OPTIONS[options.hashing], { size: fileSize(size), version: options.guacamole })),
      element('div', { class: 'muted history-detail' }, 'SHA-256 ', element('code', { class: 'hash' }, sha256)),
    ],
    actions: [],
  });
  offer(row, [
    changesButton(() => source.changes(`mappings/${mapping.id}`)),
    element('a', { class: 'button button-small', href: mapping.url, download: mapping.file_name }, t('Download again')),
  ], () => source.deleteMapping(mapping.id));
  return row;
}

/**
 * @param {Pick<import('./history-dialog.js').HistorySource, 'addressOf' | 'deleteLabFile'>} source
 * @param {import('../../server/api-types.js').LabFile} file
 */
export function labFileRow(source, { id, name, size, sha256, created_at: time }) {
  const row = historyRow({
    title: [element('strong', {}, name)],
    time,
    detail: fileSize(size),
    facts: [element('div', { class: 'muted history-detail' }, 'SHA-256 ', element('code', { class: 'hash' }, sha256))],
    actions: [],
  });
  const link = element('a', { class: 'button button-small', href: source.addressOf(id), download: name }, t('Download again'));
  offer(row, [link], () => source.deleteLabFile(id));
  return row;
}

/**
 * Show *actions* in *row*, and one that deletes its file. Return that one.
 * @param {HTMLElement} row
 * @param {HTMLElement[]} actions
 * @param {() => Promise<void>} remove
 */
function offer(row, actions, remove) {
  const opener = button({ label: t('Delete'), classes: 'button-small button-danger', onClick: () => askToDelete(row, actions, remove) });
  row.querySelector('.changes')?.remove();
  row.querySelector('.history-actions')?.replaceChildren(...actions, opener);
  return opener;
}

/**
 * Put the second step of deleting in the place of the actions: nothing brings the file back.
 * @param {HTMLElement} row
 * @param {HTMLElement[]} actions
 * @param {() => Promise<void>} remove
 */
function askToDelete(row, actions, remove) {
  const act = () => attemptAt(row, async () => {
    await remove();
    const gone = element('li', { class: 'muted history-row', tabindex: -1 }, t('The file is deleted.'));
    row.replaceWith(gone);
    gone.focus();
  });
  const cancel = button({ label: t('Cancel'), classes: 'button-small', onClick: () => offer(row, actions, remove).focus() });
  row.querySelector('.changes')?.remove();
  row.querySelector('.history-actions')?.replaceChildren(button({ label: t('Delete for good'), classes: 'button-small button-danger', onClick: () => void act() }), cancel);
  cancel.focus();
}
