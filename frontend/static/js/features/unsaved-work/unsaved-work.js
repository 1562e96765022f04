/** Offers the drafts that this browser keeps besides the one on this page. */

import { shownTitle } from '../../model/shown-title.js';
import { describeTime } from '../../util/times.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../storage/drafts.js').Draft} Draft */

/** @typedef {{ show: () => Promise<void> }} UnsavedWork */

/**
 * Offer what this browser kept, and return what shows everything that is kept here and on no open page.
 * @param {Editor} editor
 * @returns {UnsavedWork}
 */
export function connectUnsavedWork(editor) {
  const load = () => import('./open-draft.js');
  const show = editor.lazy(load, ({ listDrafts }) => listDrafts(editor));
  const open = editor.lazy(load, ({ openDraft }, /** @type {Draft} */ draft) => openDraft(editor, draft));
  offer(editor, show, open);
  return { show };
}

/**
 * Say that there are drafts, where there are any.
 * @param {Editor} editor
 * @param {() => Promise<void>} show
 * @param {(draft: Draft) => Promise<void>} open
 */
function offer({ api, notices, start: { others } }, show, open) {
  const [youngest] = others;
  if (!youngest) return;
  const facts = { title: shownTitle(youngest.diagram), time: describeTime(youngest.changedAt, Date.now()) };
  const one = youngest.owner === api.username
    ? t("Not saved yet, kept in this browser: '{title}', {time}.", facts)
    : t("Drawn in this browser without an account, and not saved: '{title}', {time}.", facts);
  const text = others.length === 1 ? one
    : plural("Not saved yet, kept in this browser: '{title}', {time} and {count} more.", "Not saved yet, kept in this browser: '{title}', {time} and {count} more.", others.length - 1, facts);
  const action = others.length > 1 ? { label: t('Show'), run: () => void show() } : { label: t('Open'), run: () => void open(youngest) };
  notices.show('kept', { text, actions: [action] });
}
