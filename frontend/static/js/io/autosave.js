/**
 * Keeps the server's copy up to date: some time after a change the whole diagram is sent, one request at a time.
 * Until the server has it, every change is also kept in this browser, so that a failed save loses nothing.
 */

import { ApiError } from './api.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./drafts.js').Drafts} Drafts */

/**
 * - `saved`: the server has what is on the screen
 * - `waiting`, `saving`: it soon will
 * - `offline`: it could not be reached, and will be asked again
 * - `conflict`: it has a newer revision, from another tab or person; nothing more is sent until somebody decides
 * - `refused`: it will not take this diagram, and says why; the next change is tried again
 * @typedef {'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused'} SaveState
 */

const DELAY = 800;
/** A draft follows a change so soon that a crash loses nothing worth the name, and so late that typing stays smooth. */
const DRAFT_DELAY = 200;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

/** Dispatches `state` when its state changes, and `created` when a new diagram has got its id. */
export class Autosave extends EventTarget {
  #api;
  #drafts;
  #read;
  #draftKey;
  /** @type {string | null} */
  #id;
  #revision;
  /** @type {SaveState} */
  #state = 'saved';
  /** @type {ApiError | null} */
  #error = null;
  #isDraftKept = false;
  #change = 0;
  #savedChange = 0;
  #retry = FIRST_RETRY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void> | null} */
  #running = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #draftTimer;

  /**
   * @param {object} options
   * @param {Api} options.api
   * @param {Drafts} options.drafts
   * @param {() => Diagram} options.read Returns what is on the screen.
   * @param {string} options.draftKey Under what the draft of a diagram without an id is kept.
   * @param {string | null} options.id
   * @param {number} options.revision
   */
  constructor({ api, drafts, read, draftKey, id, revision }) {
    super();
    this.#api = api;
    this.#drafts = drafts;
    this.#read = read;
    this.#draftKey = draftKey;
    this.#id = id;
    this.#revision = revision;
  }

  /** @returns {string | null} The id of the diagram, null until it was saved for the first time. */
  get id() {
    return this.#id;
  }

  get revision() {
    return this.#revision;
  }

  get state() {
    return this.#state;
  }

  /** What went wrong, while the state is `offline`, `conflict` or `refused`. */
  get error() {
    return this.#error;
  }

  /** Whether the server lacks something that is on the screen. */
  get isBehind() {
    return this.#change !== this.#savedChange;
  }

  /** Whether what is on the screen survives the closing of this tab. */
  get isSafe() {
    return !this.isBehind || this.#isDraftKept;
  }

  /** Note that the diagram has changed. */
  touch() {
    this.#change += 1;
    this.#isDraftKept = false;
    this.#draftTimer ??= setTimeout(() => this.keepDraft(), DRAFT_DELAY);
    if (this.#state === 'conflict') return;
    if (!this.#running) this.#enter('waiting');
    this.#schedule(DELAY);
  }

  /** Keep in this browser what the server lacks; done by itself soon after each change. */
  keepDraft() {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    if (!this.isBehind || this.#isDraftKept) return;
    const draft = { id: this.#id, revision: this.#revision, changedAt: Date.now(), diagram: this.#read() };
    this.#isDraftKept = this.#drafts.keep(this.#key, draft);
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
    this.#drafts.drop(this.#key);
    this.#id = null;
    this.#revision = 0;
    this.#change += 1;
    this.#enter('waiting');
    await this.flush();
  }

  /**
   * After a conflict: what is on the screen now is what the server has, as revision *revision*.
   * @param {number} revision
   */
  adopt(revision) {
    clearTimeout(this.#timer);
    this.#revision = revision;
    this.#savedChange = this.#change;
    this.#drafts.drop(this.#key);
    this.#enter('saved');
  }

  get #key() {
    return this.#id ?? this.#draftKey;
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
    const diagram = this.#read();
    this.#enter('saving');
    try {
      const saved = await this.#store(diagram);
      this.#settle(change, saved.id, saved.revision);
    } catch (error) {
      this.#fail(/** @type {ApiError} */ (error));
      throw error;
    }
  }

  /** @param {Diagram} diagram */
  async #store(diagram) {
    if (this.#id === null) return this.#api.createDiagram(diagram);
    try {
      return await this.#api.saveDiagram(this.#id, this.#revision, diagram);
    } catch (error) {
      // An earlier answer may have been lost on its way: what the server has may be just this.
      const theirs = error instanceof ApiError && error.status === 412 ? await this.#api.loadDiagram(this.#id) : null;
      if (theirs && isSameDiagram(theirs.diagram, diagram)) return theirs;
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
    if (isNew) this.#drafts.drop(this.#draftKey);
    this.#id = id;
    this.#revision = revision;
    this.#savedChange = change;
    this.#retry = FIRST_RETRY;
    if (isNew) this.dispatchEvent(new Event('created'));
    if (this.isBehind) {
      this.#isDraftKept = false;
      this.keepDraft();
      this.#enter('waiting');
      this.#schedule(DELAY);
    } else {
      this.#drafts.drop(id);
      this.#enter('saved');
    }
  }

  /** @param {ApiError} error */
  #fail(error) {
    this.keepDraft();
    if (error.status === 412) return this.#enter('conflict', error);
    if (!error.isPassing) return this.#enter('refused', error);
    this.#enter('offline', error);
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

/**
 * Return whether *a* and *b* say the same, in whatever order their keys are.
 * @param {unknown} a
 * @param {unknown} b
 * @returns {boolean}
 */
export function isSameDiagram(a, b) {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, index) => isSameDiagram(value, b[index]));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [/** @type {Record<string, unknown>} */ (a), /** @type {Record<string, unknown>} */ (b)];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => isSameDiagram(left[key], right[key]));
}
