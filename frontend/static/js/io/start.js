/** What the editor starts with: the server's copy, or what this browser kept because the server never got it. */

import { isSame } from '../util/same.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./drafts.js').Draft} Draft */
/** @typedef {import('./drafts.js').Drafts} Drafts */

/**
 * @typedef {object} Start
 * @property {Draft | null} draft What goes on this page. It bears the revision that it was drawn on, so that saving it
 *   is a conflict where the server has gone on without it.
 * @property {Draft[]} others What else the server lacks and no open page shows, the youngest first.
 */

/**
 * Return what this browser kept for the page that came with *stored*. A draft that says nothing new is dropped.
 * @param {object} options
 * @param {{ id: string | null, diagram: Diagram }} options.stored
 * @param {Drafts} options.drafts
 * @param {Pick<import('./living.js').Living, 'findOthers'>} options.living
 * @param {string | null} options.owner
 * @param {string} options.named The key of the draft that the address asks for, or an empty text.
 * @param {boolean} options.isNew Whether the address asks for an empty page.
 * @returns {Promise<Start>}
 */
export async function findStart({ stored, drafts, living, owner, named, isNew }) {
  const all = await drafts.listOf(owner);
  if (all.length === 0) return { draft: null, others: [] };
  const open = await living.findOthers();
  const left = await dropSaved(all.filter(({ key }) => key === named || !open.has(key)), stored, drafts);
  const fitting = left.filter(({ id }) => id === stored.id);
  const asked = fitting.find(({ key }) => key === named);
  const draft = asked ?? (isNew ? null : fitting.find(({ isSetAside }) => !isSetAside)) ?? null;
  return { draft, others: left.filter((other) => other !== draft && !other.isSetAside) };
}

/**
 * Return those of *left* that say something which *stored* does not.
 * @param {Draft[]} left
 * @param {{ id: string | null, diagram: Diagram }} stored
 * @param {Drafts} drafts
 */
async function dropSaved(left, stored, drafts) {
  const saved = left.filter(({ id, diagram }) => id === stored.id && isSame(diagram, stored.diagram));
  await Promise.all(saved.map(({ key }) => drafts.drop(key)));
  return left.filter((draft) => !saved.includes(draft));
}
