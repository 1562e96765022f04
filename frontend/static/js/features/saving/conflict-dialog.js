/** The dialog that compares two versions of one diagram and offers to keep one, the other or both. */

import { changeList } from '../../kit/change-list.js';
import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { thumbnail } from '../../kit/thumbnail.js';
import { shownTitle } from '../../model/shown-title.js';
import { exactTime } from '../../util/times.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../model/diagram.js').Diagram} Diagram */

/**
 * @typedef {object} Side One of the two versions.
 * @property {Diagram} diagram
 * @property {string} when Where and since when it is so.
 * @property {readonly string[] | null} changes What differs, null where that could not be told.
 */

/**
 * @typedef {object} Conflict
 * @property {Side} mine
 * @property {Side} theirs
 * @property {string} since Since when the changes are counted.
 * @property {() => void} keepMine
 * @property {() => void} keepTheirs
 * @property {() => void} keepBoth
 */

const MOST_CHANGES = 8;

/** What each choice does. @type {readonly [string, string][]} */
const CHOICES = [
  [t('Keep mine'), t('Yours is saved as the newest version. The other one stays in the history.')],
  [t('Keep the other'), t('The other one comes on the screen. Undo brings yours back, and it stays in this browser for 30 days.')],
  [t('Keep both'), t('Yours becomes a diagram of its own, with random passwords of its own. The other one stays as it is.')],
];

/**
 * Show both versions and let somebody choose.
 * @param {Conflict} conflict
 */
export function showConflict({ mine, theirs, since, keepMine, keepTheirs, keepBoth }) {
  showDialog({
    title: t('This diagram was changed elsewhere'),
    classes: 'dialog-wide',
    closeLabel: t('Decide later'),
    content: [
      element('div', { class: 'versions' }, version(t('Mine'), mine, since), version(t('The other one'), theirs, since)),
      element('dl', { class: 'ways' }, ...CHOICES.map(([verb, text]) =>
        element('div', {}, element('dt', {}, verb), element('dd', {}, text)))),
    ],
    actions: [
      { label: CHOICES[0][0], run: keepMine },
      { label: CHOICES[1][0], run: keepTheirs },
      { label: CHOICES[2][0], run: keepBoth, isPrimary: true },
    ],
  });
}

/**
 * Return when a version was saved, as it stands under its picture.
 * @param {string} time In ISO 8601.
 * @returns {string}
 */
export function describeSaved(time) {
  return t('Saved {time}', { time: exactTime(Date.parse(time)) });
}

/**
 * @param {string} title
 * @param {Side} side
 * @param {string} since
 */
function version(title, { diagram, when, changes }, since) {
  return element('section', { class: 'version', 'aria-label': title },
    thumbnail(diagram),
    element('h3', {}, title),
    element('p', { class: 'version-title' }, shownTitle(diagram)),
    element('p', { class: 'muted' }, when),
    element('p', { class: 'version-since' }, since),
    changes ? changeList(changes, MOST_CHANGES) : element('p', { class: 'muted' }, t('What differs cannot be told now.')));
}
