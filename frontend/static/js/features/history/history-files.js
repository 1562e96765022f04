/** The rows of the history dialog for generated files. */

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
  showActions(row, source, mapping);
  return row;
}

/**
 * @param {HTMLElement} row
 * @param {FileSource} source
 * @param {MappingInfo} mapping
 */
function showActions(row, source, mapping) {
  const remove = button({ label: t('Delete'), look: 'button-small button-danger', onClick: () => askToDelete(row, source, mapping) });
  fillActions(row,
    changesButton(() => source.changes(`mappings/${mapping.id}`)),
    element('a', { class: 'button button-small', href: mapping.url, download: mapping.file_name }, t('Download again')),
    remove);
  return remove;
}

/**
 * Put the second step of deleting in the place of the actions: nothing brings the file back.
 * @param {HTMLElement} row
 * @param {FileSource} source
 * @param {MappingInfo} mapping
 */
function askToDelete(row, source, mapping) {
  const act = () => attemptAt(row, async () => {
    await source.deleteMapping(mapping.id);
    const gone = element('li', { class: 'muted history-row', tabindex: -1 }, t('The file is deleted.'));
    row.replaceWith(gone);
    gone.focus();
  });
  const cancel = button({ label: t('Cancel'), look: 'button-small', onClick: () => showActions(row, source, mapping).focus() });
  fillActions(row, button({ label: t('Delete for good'), look: 'button-small button-danger', onClick: () => void act() }), cancel);
  cancel.focus();
}

/**
 * @param {HTMLElement} row
 * @param {...HTMLElement} actions
 */
function fillActions(row, ...actions) {
  row.querySelector('.changes')?.remove();
  row.querySelector('.history-actions')?.replaceChildren(...actions);
}
