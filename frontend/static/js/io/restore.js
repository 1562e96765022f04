/** What the editor starts with: the server's copy, or what this browser kept because the server never got it. */

import { isSameDiagram } from './autosave.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./drafts.js').Drafts} Drafts */

/**
 * @typedef {object} Stored What the page came with.
 * @property {string | null} id
 * @property {number} revision
 * @property {Diagram} diagram
 */

/**
 * @typedef {Stored & { isRestored: boolean }} Start
 * `isRestored`: the diagram is a draft that the server has to get. It then bears the revision that it was drawn on,
 * so that saving it is a conflict where the server has gone on without it.
 */

/**
 * Return what to start with, where the page came with *stored*. A draft that says nothing new is dropped.
 * @param {Stored} stored
 * @param {Drafts} drafts
 * @param {string} draftKey Under what this tab keeps a diagram without an id.
 * @returns {Start}
 */
export function chooseStart(stored, drafts, draftKey) {
  const key = stored.id ?? adoptUnsaved(drafts, draftKey);
  const draft = drafts.find(key);
  const fromServer = { ...stored, isRestored: false };
  if (!draft) return fromServer;
  if (isSameDiagram(draft.diagram, stored.diagram)) {
    drafts.drop(key);
    return fromServer;
  }
  return { id: stored.id, revision: draft.revision, diagram: draft.diagram, isRestored: true };
}

/**
 * Return *draftKey*, with the youngest never saved draft moved under it where this tab has none of its own.
 * @param {Drafts} drafts
 * @param {string} draftKey
 */
function adoptUnsaved(drafts, draftKey) {
  const orphan = drafts.find(draftKey) ? null : drafts.findUnsaved();
  const draft = orphan && drafts.find(orphan);
  if (orphan && draft && drafts.keep(draftKey, draft)) drafts.drop(orphan);
  return draftKey;
}
