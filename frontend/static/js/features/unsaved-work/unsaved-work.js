/** What this browser keeps besides the drawing on this page: it is offered, and opened on a page of its own. */

import { DRAFT_DAYS } from '../../storage/drafts.js';
import { ApiError } from '../../server/transport.js';
import { describeTime } from '../../util/times.js';

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../storage/drafts.js').Draft} Draft */
/** @typedef {import('../../storage/drafts.js').Drafts} Drafts */
/** @typedef {import('../../kit/notices.js').Notices} Notices */

const SUBJECT = 'kept';

/**
 * @typedef {object} Parts
 * @property {Api} api
 * @property {Drafts} drafts
 * @property {string} draftKey
 * @property {import('../../storage/open-pages.js').OpenPages} openPages
 * @property {Notices} notices
 * @property {import('../../kit/lazy-load.js').LazyLoad} lazy
 * @property {(draft: { id: string | null, key: string }) => string} addressOf Returns where a draft is opened.
 */

export class UnsavedWork {
  #parts;
  /** Show everything that is kept here and on no open page. */
  show;

  /** @param {Parts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.show = parts.lazy(() => import('./unsaved-work-dialog.js'), ({ showUnsavedWork }) => this.#list(showUnsavedWork));
  }

  /**
   * Say that *drafts* are here, where there are any.
   * @param {readonly Draft[]} drafts
   */
  offer(drafts) {
    const { notices } = this.#parts;
    const [youngest] = drafts;
    if (!youngest) return;
    const name = `'${youngest.diagram.title}', ${describeTime(youngest.changedAt, Date.now())}`;
    const more = drafts.length > 1 ? ` and ${drafts.length - 1} more` : '';
    const open = drafts.length > 1
      ? { label: 'Show', run: () => void this.show() }
      : { label: 'Open', run: () => void this.#open(youngest) };
    notices.show(SUBJECT, { text: `Not saved yet, kept in this browser: ${name}${more}.`, actions: [open] });
  }

  /** @param {typeof import('./unsaved-work-dialog.js').showUnsavedWork} showUnsavedWork */
  async #list(showUnsavedWork) {
    const { api, drafts, draftKey, openPages } = this.#parts;
    const open = await openPages.findOthers();
    const kept = (await drafts.listOf(api.username)).filter(({ key }) => key !== draftKey && !open.has(key));
    showUnsavedWork({
      kept,
      now: Date.now(),
      days: DRAFT_DAYS,
      open: (draft) => void this.#open(draft),
      discard: (draft) => void drafts.drop(draft.key),
      restore: (draft) => void drafts.keep(draft),
    });
  }

  /** @param {Draft} draft */
  async #open(draft) {
    const { addressOf, notices } = this.#parts;
    try {
      goTo(addressOf(await this.#freed(draft)));
    } catch (error) {
      notices.show(SUBJECT, { kind: 'error', text: /** @type {Error} */ (error).message });
    }
  }

  /**
   * Return *draft* as it can be opened: on its diagram, or as a new one where that is gone.
   * @param {Draft} draft
   */
  async #freed(draft) {
    const { api, drafts } = this.#parts;
    try {
      if (draft.id !== null) await api.loadDiagram(draft.id);
      return draft;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
      const freed = { ...draft, id: null, revision: 0 };
      await drafts.keep(freed);
      return freed;
    }
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
