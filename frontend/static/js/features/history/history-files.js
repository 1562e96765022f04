/** The rows of the history dialog for generated files. */

import { button, element } from '../../kit/dom.js';
import { changesButton } from '../../kit/change-list.js';
import { attemptAt, historyRow } from './history-rows.js';
import { plural } from '../../util/format.js';
import { fileSize } from '../../util/sizes.js';

/**
 * @typedef {object} MappingInfo
 * @property {string} id
 * @property {number} revision
 * @property {number} users
 * @property {number} devices
 * @property {number} connections
 * @property {{ guacamole: string, hashing: string }} options
 * @property {number} size
 * @property {string} sha256
 * @property {string} created_at
 * @property {string} url
 */

/** @typedef {Pick<import('./history-dialog.js').HistorySource, 'changes' | 'deleteMapping'>} FileSource */

/** How passwords stand in the file. @type {Readonly<Record<string, string>>} */
const HASHING_WORDS = { plain: 'as plain text', sha256: 'as SHA-256 hashes', md5: 'as MD5 hashes' };

/**
 * @param {FileSource} source
 * @param {MappingInfo} mapping
 */
export function fileRow(source, mapping) {
  const { users, devices, connections, revision, size, options, sha256 } = mapping;
  const counts = [plural(users, 'user'), plural(devices, 'device'), plural(connections, 'connection')].join(', ');
  const row = historyRow({
    title: [element('strong', {}, counts)],
    time: mapping.created_at,
    detail: `from revision ${revision}`,
    facts: [
      element('div', { class: 'muted history-detail' },
        `${fileSize(size)}, Guacamole ${options.guacamole}, passwords ${HASHING_WORDS[options.hashing]}`),
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
  const remove = button({ label: 'Delete', look: 'button-small button-danger', onClick: () => askToDelete(row, source, mapping) });
  fillActions(row,
    changesButton(() => source.changes(`mappings/${mapping.id}`)),
    element('a', { class: 'button button-small', href: mapping.url, download: 'user-mapping.xml' }, 'Download again'),
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
    const gone = element('li', { class: 'muted history-row', tabindex: -1 }, 'The file is deleted.');
    row.replaceWith(gone);
    gone.focus();
  });
  const cancel = button({ label: 'Cancel', look: 'button-small', onClick: () => showActions(row, source, mapping).focus() });
  fillActions(row, button({ label: 'Delete for good', look: 'button-small button-danger', onClick: () => void act() }), cancel);
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
