/** Lists the drafts that this browser keeps, and opens one on its own page. */

import { addressOf } from '../../server/addresses.js';
import { ApiError } from '../../server/transport.js';
import { DRAFT_DAYS } from '../../storage/drafts.js';
import { showUnsavedWork } from './unsaved-work-dialog.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../storage/drafts.js').Draft} Draft */

/**
 * Show what is kept here and on no open page.
 * @param {Editor} editor
 */
export async function listDrafts(editor) {
  const { api, drafts, openPages, start: { draftKey } } = editor;
  const open = await openPages.findOthers();
  const kept = (await drafts.listOf(api.username)).filter(({ key }) => key !== draftKey && !open.has(key));
  showUnsavedWork({
    kept,
    username: api.username,
    now: Date.now(),
    days: DRAFT_DAYS,
    open: (draft) => void openDraft(editor, draft),
    discard: (draft) => void drafts.drop(draft.key),
    restore: (draft) => void drafts.keep(draft),
  });
}

/**
 * Go to the page of *draft*. It is then of who opens it: an address alone takes nobody's drawing, for the way back of the browser
 * leads to it too.
 * @param {Editor} editor
 * @param {Draft} draft
 */
export async function openDraft(editor, draft) {
  try {
    const opened = { ...await freed(editor, draft), owner: editor.api.username };
    await editor.drafts.keep(opened);
    goTo(addressOf(editor.urls, opened));
  } catch (error) {
    editor.notices.showError('kept', /** @type {Error} */ (error));
  }
}

/**
 * Return *draft* as it can be opened: on its diagram, or as a new one where that is gone.
 * @param {Editor} editor
 * @param {Draft} draft
 */
async function freed({ api }, draft) {
  try {
    if (draft.id !== null) await api.loadDiagram(draft.id);
    return draft;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error;
    return { ...draft, id: null, revision: 0 };
  }
}

/** @param {string} address */
function goTo(address) {
  const { pathname } = new URL(address, location.href);
  const isHere = pathname === location.pathname;
  location.assign(address);
  // From one draft to another only the fragment differs, which by itself loads nothing.
  if (isHere) location.reload();
}
