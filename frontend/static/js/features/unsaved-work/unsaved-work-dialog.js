/** The dialog with the drafts that this browser keeps because the server lacks them. */

import { button, element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { thumbnail } from '../../kit/thumbnail.js';
import { shownTitle } from '../../model/shown-title.js';
import { describeTime, exactTime } from '../../util/times.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../model/diagram.js').Diagram} Diagram */
/** @typedef {{ key: string, owner: string | null, changedAt: number, isSetAside: boolean, diagram: Diagram }} Kept */

/**
 * @template {Kept} Draft
 * @param {object} options
 * @param {readonly Draft[]} options.kept
 * @param {string | null} options.username Who looks, null for a guest.
 * @param {number} options.now
 * @param {number} options.days After how long it is let go.
 * @param {(draft: Draft) => void} options.open
 * @param {(draft: Draft) => void} options.discard
 * @param {(draft: Draft) => void} options.restore Takes back `discard`.
 */
export function showUnsavedWork({ kept, username, now, days, open, discard, restore }) {
  const dialog = showDialog({
    title: t('Work kept in this browser'),
    content: kept.length === 0
      ? [element('p', { class: 'muted' }, t('Everything that you drew here is saved on the server. Nothing is kept only in this browser.'))]
      : [
        element('p', { class: 'muted' }, plural('The server does not have this. It is kept in this browser for {count} day.', 'The server does not have this. It is kept in this browser for {count} days.', days)),
        element('ul', { class: 'kept' }, ...kept.map((draft) => row(draft, remarksOn(draft, username, now), {
          open: () => {
            dialog.close();
            open(draft);
          },
          discard: () => discard(draft),
          restore: () => restore(draft),
        }))),
      ],
  });
}

/**
 * @param {Kept} draft
 * @param {(Node | string)[]} remarks
 * @param {Record<'open' | 'discard' | 'restore', () => void>} acts
 */
function row({ diagram }, remarks, { open, discard, restore }) {
  const title = shownTitle(diagram);
  const actions = element('div', { class: 'kept-actions' });
  const show = (/** @type {boolean} */ isThere) => actions.replaceChildren(...(isThere
    ? [
      button({ label: t('Open'), classes: 'button-small', title: t('Open {title}', { title }), onClick: open }),
      button({ label: t('Discard'), classes: 'button-small button-quiet', title: t('Discard {title}', { title }), onClick: () => {
        discard();
        show(false);
      } }),
    ]
    : [element('span', { class: 'muted' }, t('Discarded.')), button({ label: t('Undo'), classes: 'button-small', onClick: () => {
      restore();
      show(true);
    } })]));
  show(true);
  return element('li', { class: 'kept-row' },
    thumbnail(diagram),
    element('div', {}, element('strong', {}, title), element('p', { class: 'muted' }, ...remarks)),
    actions);
}

/**
 * @param {Kept} draft
 * @param {string | null} username
 * @param {number} now
 */
function remarksOn({ owner, changedAt, isSetAside }, username, now) {
  return [
    element('time', { datetime: new Date(changedAt).toISOString(), title: exactTime(changedAt) }, describeTime(changedAt, now)),
    owner === username ? '' : ` · ${t('drawn without an account')}`,
    isSetAside ? ` · ${t('decided against')}` : '',
  ];
}
