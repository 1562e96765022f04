/**
 * Autosave: a state machine that sends the whole diagram some time after a change, one request at a time, retries, and
 * keeps a draft in this browser until the server has it.
 */

import { isDeepEqual } from '../../util/deep-equal.js';
import { ApiError } from '../../server/transport.js';
import { DraftKeeper } from './draft-keeper.js';

/** @typedef {import('../../model/diagram.js').Diagram} Diagram */
/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../storage/drafts.js').Drafts} Drafts */

/**
 * - `saved`: the server has what is on the screen
 * - `waiting`, `saving`: it soon will
 * - `offline`: it could not be reached, and will be asked again
 * - `expired`: whoever drew this is no longer logged in here; it will be asked again too
 * - `conflict`: it has a newer revision, from another tab or person; nothing more is sent until somebody decides
 * - `refused`: it will not take this diagram, and says why; the next change is tried again
 * @typedef {'saved' | 'waiting' | 'saving' | 'offline' | 'expired' | 'conflict' | 'refused'} SaveState
 */

const DELAY = 800;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

/** Dispatches `state` when its state or what is kept changes, and `created` when a new diagram has got its id. */
export class Autosave extends EventTarget {
  #api;
  #read;
  #now;
  #keeper;
  #requestKey;
  #hasAsked;
  /** @type {string | null} */
  #id;
  #revision;
  #savedAt;
  /** @type {SaveState} */
  #state = 'saved';
  /** @type {ApiError | null} */
  #error = null;
  #change = 0;
  #savedChange = 0;
  #retry = FIRST_RETRY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | null} */
  #running = null;

  /**
   * @param {object} options
   * @param {Api} options.api
   * @param {Drafts} options.drafts
   * @param {string} options.draftKey Under what this page keeps its draft.
   * @param {string | null} options.requestKey The key of the request that may have made a diagram of this already.
   * @param {() => Diagram} options.read Returns what is on the screen.
   * @param {() => number} options.now The time in milliseconds since 1970.
   * @param {string | null} options.id
   * @param {number} options.revision
   * @param {number | null} options.savedAt
   */
  constructor({ api, drafts, draftKey, requestKey, read, now, id, revision, savedAt }) {
    super();
    this.#api = api;
    this.#requestKey = requestKey ?? draftKey;
    this.#hasAsked = requestKey !== null;
    this.#read = read;
    this.#now = now;
    this.#id = id;
    this.#revision = revision;
    this.#savedAt = savedAt;
    const onKept = () => this.dispatchEvent(new Event('state'));
    this.#keeper = new DraftKeeper({ drafts, key: draftKey, read: () => this.#describe(), onKept });
  }

  /** @returns {string | null} The id of the diagram, null until it was saved for the first time. */
  get id() {
    return this.#id;
  }

  get revision() {
    return this.#revision;
  }

  /** @returns {number | null} When the server got what it has, in milliseconds since 1970. */
  get savedAt() {
    return this.#savedAt;
  }

  get state() {
    return this.#state;
  }

  /** What went wrong, while the state is `offline`, `expired`, `conflict` or `refused`. */
  get error() {
    return this.#error;
  }

  /** Whether the server lacks something that is on the screen. */
  get isBehind() {
    return this.#change !== this.#savedChange;
  }

  /** Whether this browser refuses to keep what the server lacks: it would go with this tab. */
  get isAtRisk() {
    return this.isBehind && this.#keeper.hasFailed;
  }

  /** Note that the diagram has changed. */
  touch() {
    this.#change += 1;
    this.#keeper.touch();
    if (this.#state === 'conflict' || this.#isTryingAgain) return;
    if (!this.#running) this.#enter('waiting');
    this.#schedule(DELAY);
  }

  /** Keep in this browser what the server lacks; done by itself soon after each change. */
  async keepDraft() {
    if (this.isBehind) await this.#keeper.keep();
  }

  /**
   * Save now what is not saved, and return when the server has it. Throws an ApiError where it will not.
   * @returns {Promise<void>}
   */
  async flush() {
    if (this.#state === 'conflict') throw this.#error;
    clearTimeout(this.#timer);
    while (this.isBehind || this.#id === null) await this.#save();
  }

  /** Try now to save what is not saved; what comes of it, the state says. */
  saveNow() {
    if (this.isBehind && this.#state !== 'conflict') void this.flush().catch(() => {});
  }

  /**
   * Keep what is on the screen in this browser, though revision *revision* comes next; return whether that worked.
   * @param {number} revision
   */
  setAside(revision) {
    return this.#keeper.setAside(revision);
  }

  /**
   * After a conflict: write over what the server has, revision *revision*.
   * @param {number} revision
   */
  async overwrite(revision) {
    this.#revision = revision;
    this.#enter('waiting');
    await this.flush();
  }

  /** After a conflict: save what is on the screen as a new diagram. */
  async saveAsCopy() {
    this.#id = null;
    this.#revision = 0;
    this.#requestKey = `${this.#requestKey}-${this.#change}`;
    this.#hasAsked = false;
    this.#change += 1;
    this.#keeper.touch();
    this.#enter('waiting');
    await this.flush();
  }

  /**
   * What is on the screen now is what the server has, as revision *revision*.
   * @param {number} revision
   * @param {number} savedAt
   */
  adopt(revision, savedAt) {
    clearTimeout(this.#timer);
    this.#revision = revision;
    this.#savedChange = this.#change;
    this.#savedAt = savedAt;
    this.#keeper.drop();
    this.#enter('saved');
  }

  get #isTryingAgain() {
    return this.#state === 'offline' || this.#state === 'expired';
  }

  #describe() {
    return {
      id: this.#id,
      owner: this.#api.username,
      revision: this.#revision,
      requestKey: this.#requestKey,
      changedAt: this.#now(),
      isSetAside: false,
      diagram: this.#read(),
    };
  }

  /** @param {number} delay */
  #schedule(delay) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save().catch(() => {}), delay);
  }

  #save() {
    this.#running ??= this.#send().finally(() => (this.#running = null));
    return this.#running;
  }

  async #send() {
    const change = this.#change;
    // While it is tried again and again, what is shown stays still until that worked.
    if (!this.#isTryingAgain) this.#enter('saving');
    try {
      const saved = await this.#store(this.#read());
      this.#settle(change, saved.id, saved.revision);
    } catch (error) {
      this.#fail(/** @type {ApiError} */ (error));
      throw error;
    }
  }

  /** @param {Diagram} diagram */
  async #store(diagram) {
    if (this.#id !== null) return this.#put(this.#id, this.#revision, diagram);
    const isRepeated = this.#hasAsked;
    this.#hasAsked = true;
    const made = await this.#api.createDiagram(diagram, this.#requestKey);
    // Where an earlier answer was lost, the server has made the diagram then, of what was on the screen then.
    return isRepeated ? this.#put(made.id, made.revision, diagram) : made;
  }

  /**
   * @param {string} id
   * @param {number} revision
   * @param {Diagram} diagram
   */
  async #put(id, revision, diagram) {
    try {
      return await this.#api.saveDiagram(id, revision, diagram);
    } catch (error) {
      // An earlier answer may have been lost on its way: what the server has may be just this.
      const theirs = error instanceof ApiError && error.status === 412 ? await this.#api.loadDiagram(id) : null;
      if (theirs && isDeepEqual(theirs.diagram, diagram)) return theirs;
      throw error;
    }
  }

  /**
   * @param {number} change
   * @param {string} id
   * @param {number} revision
   */
  #settle(change, id, revision) {
    const isNew = this.#id === null;
    this.#id = id;
    this.#revision = revision;
    this.#savedChange = change;
    this.#savedAt = this.#now();
    this.#retry = FIRST_RETRY;
    if (isNew) this.dispatchEvent(new Event('created'));
    if (!this.isBehind) {
      this.#keeper.drop();
      return this.#enter('saved');
    }
    this.#keeper.touch();
    void this.#keeper.keep();
    this.#enter('waiting');
    this.#schedule(DELAY);
  }

  /** @param {ApiError} error */
  #fail(error) {
    void this.keepDraft();
    if (error.status === 412) return this.#enter('conflict', error);
    if (!error.isPassing && !error.isLoggedOut) return this.#enter('refused', error);
    this.#enter(error.isLoggedOut ? 'expired' : 'offline', error);
    this.#schedule(this.#retry);
    this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
  }

  /**
   * @param {SaveState} state
   * @param {ApiError | null} [error]
   */
  #enter(state, error = null) {
    this.#state = state;
    this.#error = error;
    this.dispatchEvent(new Event('state'));
  }
}
