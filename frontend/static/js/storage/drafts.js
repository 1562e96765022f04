/**
 * Drafts: drawings that the server does not have yet, kept in IndexedDB.
 *
 * A draft belongs to its owner and is not shown to another user of the same browser. One that was drawn without an account is
 * offered to whoever logs in, and theirs once they open it: others may sit at this computer too. Where the browser stores
 * nothing, `keep` says so.
 */

import { writeJson } from '../util/json-text.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */

/**
 * @typedef {object} Draft
 * @property {string} key Every page that is opened keeps its draft under a key of its own.
 * @property {string | null} id The diagram that it belongs to, null for one that was never saved.
 * @property {string | null} owner The user name of who drew it, null for a guest.
 * @property {number} revision The revision that it was drawn on.
 * @property {string} requestKey By which the server knows the request that makes a diagram of it, also when it comes again.
 * @property {number} changedAt In milliseconds since 1970.
 * @property {boolean} isSetAside Whether somebody decided against it; it is then only listed.
 * @property {Diagram} diagram
 */

/**
 * @typedef {Omit<Draft, 'diagram'> & { diagram: string | Diagram }} Kept A draft with its drawing as JSON: to copy thousands of items
 * one by one would stop the page, and nearly all of their text is written already. Earlier versions kept the drawing itself.
 */

/**
 * @typedef {object} Store Where drafts are put.
 * @property {(key: string) => Promise<unknown>} get
 * @property {() => Promise<unknown[]>} all
 * @property {(draft: Kept) => Promise<unknown>} put
 * @property {(key: string) => Promise<unknown>} delete
 */

/** As long as the trash keeps diagrams. */
export const DRAFT_DAYS = 30;
const DAY = 86_400_000;

export class Drafts {
  #store;
  #now;

  /**
   * @param {Store} store
   * @param {() => number} now
   */
  constructor(store, now) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Keep *draft* and return whether that worked.
   * @param {Draft} draft
   * @returns {Promise<boolean>}
   */
  keep(draft) {
    return this.#store.put({ ...draft, diagram: writeJson(draft.diagram) }).then(() => true, () => false);
  }

  /**
   * @param {string} key
   * @returns {Promise<Draft | null>}
   */
  async find(key) {
    const found = /** @type {Kept | undefined | null} */ (await this.#store.get(key).catch(() => null));
    return found ? (read(found)[0] ?? null) : null;
  }

  /** @param {string} key */
  async drop(key) {
    await this.#store.delete(key).catch(() => {});
  }

  /**
   * Return all drafts of *owner* and those that were drawn without an account, the youngest first. Those that are too old
   * are dropped, everybody's.
   * @param {string | null} owner A user name, null for a guest.
   * @returns {Promise<Draft[]>}
   */
  async listOf(owner) {
    const all = /** @type {Kept[]} */ (await this.#store.all().catch(() => []));
    const oldest = this.#now() - DRAFT_DAYS * DAY;
    const young = all.filter((draft) => draft.changedAt >= oldest);
    await Promise.all(all.filter((draft) => draft.changedAt < oldest).map((draft) => this.drop(draft.key)));
    const own = young.filter((draft) => draft.owner === owner || draft.owner === null);
    return own.sort((a, b) => b.changedAt - a.changedAt).flatMap(read);
  }

  /**
   * Move *draft* to *owner* and under *key*, and return it: two pages that open the same one do not write over each other.
   * @param {Draft} draft
   * @param {string | null} owner
   * @param {string} key
   * @returns {Promise<Draft>}
   */
  async take(draft, owner, key) {
    const taken = { ...draft, owner, key, isSetAside: false };
    if (await this.keep(taken)) await this.drop(draft.key);
    return taken;
  }
}

/**
 * Return the draft that *kept* is, or nothing where its text is broken: no page would open any more if that were an error.
 * @param {Kept} kept
 * @returns {Draft[]}
 */
function read(kept) {
  if (typeof kept.diagram !== 'string') return [{ ...kept, diagram: kept.diagram }];
  try {
    return [{ ...kept, diagram: JSON.parse(kept.diagram) }];
  } catch {
    return [];
  }
}
