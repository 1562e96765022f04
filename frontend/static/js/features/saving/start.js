/** Decides what the page starts with: the diagram from the server, or a draft that this browser kept. */

import { openChannel } from '../../storage/browser-storage.js';
import { Drafts } from '../../storage/drafts.js';
import { IndexedStore } from '../../storage/indexed-store.js';
import { OpenPages } from '../../storage/open-pages.js';
import { isDeepEqual } from '../../util/deep-equal.js';
import { createIds } from '../../util/ids.js';

/** @typedef {import('../../model/diagram.js').Diagram} Diagram */
/** @typedef {import('../../storage/drafts.js').Draft} Draft */

/**
 * @typedef {object} Stored What the server has.
 * @property {string | null} id Null for a diagram that was never saved.
 * @property {string | null} requestKey The key of the request that made it, where it had one.
 * @property {Diagram} diagram
 */

/**
 * @typedef {object} Start
 * @property {Draft | null} draft What goes on this page. It bears the revision that it was drawn on, so that saving it
 *   is a conflict where the server has gone on without it.
 * @property {Draft[]} others What else the server lacks and no open page shows, the youngest first.
 */

/** @typedef {import('../../context.js').PageStart} PageStart */

/**
 * Open what this browser keeps, and move what belongs on this page under the key of the page.
 * @param {Stored & { revision: number, savedAt: string | null, username: string | null, urls: Record<string, string> }} data
 * @returns {Promise<{ drafts: Drafts, openPages: OpenPages, start: PageStart }>}
 */
export async function openPageStart({ id, requestKey, diagram, revision, savedAt, username, urls }) {
  const draftKey = createIds(Math.random)('draft-');
  const store = new IndexedStore(() => window.indexedDB);
  await store.open();
  const drafts = new Drafts(store, Date.now);
  const openPages = new OpenPages(openChannel('labmapper-pages'), draftKey);
  const { draft, others } = await findStart({
    stored: { id, requestKey, diagram },
    drafts, openPages,
    owner: username,
    named: location.hash.slice(1),
    isNew: location.pathname === urls.new,
  });
  if (draft) await drafts.take(draft, username, draftKey);
  // A saved diagram finds its draft by itself; its address stays as it is.
  if (id !== null && location.hash) history.replaceState(null, '', location.pathname);
  return { drafts, openPages, start: { draftKey, draft, others, id, revision, savedAt } };
}

/**
 * Return what this browser kept for the page that came with *stored*. A draft that says nothing new is dropped.
 * @param {object} options
 * @param {Stored} options.stored
 * @param {Drafts} options.drafts
 * @param {Pick<import('../../storage/open-pages.js').OpenPages, 'findOthers'>} options.openPages
 * @param {string | null} options.owner
 * @param {string} options.named The key of the draft that the address asks for, or an empty text.
 * @param {boolean} options.isNew Whether the address asks for an empty page.
 * @returns {Promise<Start>}
 */
export async function findStart({ stored, drafts, openPages, owner, named, isNew }) {
  const all = await drafts.listOf(owner);
  // What was set aside is on no page, and what is asked for comes here in any case.
  const isFree = all.every(({ key, isSetAside }) => isSetAside || key === named);
  const open = isFree ? new Set() : await openPages.findOthers();
  const free = all.filter(({ key }) => key === named || !open.has(key));
  const left = await dropSaved(free.map((draft) => adopt(draft, stored)), stored, drafts);
  const fitting = left.filter(({ id }) => id === stored.id);
  const own = fitting.filter((each) => isFor(owner, each));
  const asked = own.find(({ key }) => key === named);
  const draft = asked ?? (isNew ? null : own.find(({ isSetAside }) => !isSetAside)) ?? null;
  return { draft, others: left.filter((other) => other !== draft && !other.isSetAside) };
}

/**
 * Return whether *draft* comes back to *owner*: it is theirs, or goes on with what they took over when they logged in.
 * @param {string | null} owner
 * @param {Draft} draft
 */
function isFor(owner, draft) {
  return draft.owner === owner || draft.id !== null;
}

/**
 * Return *draft* as one of *stored*, at the revision that it was made at, where *draft* made it and was never told:
 * the page was closed before the answer came.
 * @param {Draft} draft
 * @param {Stored} stored
 * @returns {Draft}
 */
function adopt(draft, { id, requestKey }) {
  return draft.id === null && draft.requestKey === requestKey ? { ...draft, id, revision: 1 } : draft;
}

/**
 * Return those of *left* that say something which *stored* does not.
 * @param {Draft[]} left
 * @param {Stored} stored
 * @param {Drafts} drafts
 */
async function dropSaved(left, stored, drafts) {
  const saved = left.filter(({ id, diagram }) => id === stored.id && isDeepEqual(diagram, stored.diagram));
  await Promise.all(saved.map(({ key }) => drafts.drop(key)));
  return left.filter((draft) => !saved.includes(draft));
}
