/** Requests previews from the server: at most one at a time, with a pause between two, always for the newest state. */

import { ApiError } from '../../server/transport.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../model/diagram.js').Diagram} Diagram */
/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../server/api.js').Preview} PreviewAnswer */

/** From one question to the next, so that whoever types does not ask at every letter. */
const PAUSE = 120;
const PATIENCE = 30_000;
const LIMIT = 65_536;
/** How long until a question that was not answered is asked again: at first, and at most. */
const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;
const TOO_LATE = t('Labmapper takes too long to answer. It is asked again by itself.');

/**
 * Dispatches `answer` when a new answer has come, `failed` when none did, and `recovered` with the first answer after that.
 * What failed and may pass, such as an outage, is asked again by itself: what is shown never stays that of before.
 */
export class PreviewRequests extends EventTarget {
  #api;
  /** @type {PreviewAnswer | null} */
  #answer = null;
  /** @type {Error | null} */
  #error = null;
  #isBehind = false;
  /** @type {Promise<void> | null} */
  #following = null;
  #pause = Promise.resolve();
  #retry = FIRST_RETRY;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {readonly string[]} The previews that the last question was about. */
  #asked = [];

  /**
   * @param {object} options
   * @param {Api} options.api
   * @param {() => { diagram: Diagram, id: string | null }} options.read
   */
  constructor({ api, read }) {
    super();
    this.#api = api;
    /** Returns what to ask about. */
    this.read = read;
    /** Whether secrets are shown. */
    this.reveal = false;
    /** @type {readonly string[]} The previews that are looked at. */
    this.files = [];
  }

  /** @returns {PreviewAnswer | null} The latest answer. */
  get answer() {
    return this.#answer;
  }

  /** @returns {Error | null} Why the answer is not the latest. */
  get error() {
    return this.#error;
  }

  /**
   * Ask what is made of the drawing as it is now; return when that is known, or could not be asked.
   * @returns {Promise<void>}
   */
  refresh() {
    this.#isBehind = true;
    this.#following ??= this.#follow().finally(() => (this.#following = null));
    return this.#following;
  }

  /**
   * Tell who listens only now what is made of the drawing that the page came with, which was asked before anybody could listen;
   * ask where that failed, or something is looked at that it was not about.
   */
  tell() {
    const isAsked = this.#answer !== null || (this.#following !== null && this.#error === null);
    if (!isAsked || !this.files.every((file) => this.#asked.includes(file))) void this.refresh();
    else if (this.#answer) this.dispatchEvent(new Event('answer'));
  }

  /** Ask again now, if the last question was not answered. */
  catchUp() {
    if (this.#error) void this.refresh();
  }

  async #follow() {
    while (this.#isBehind) {
      // Never in the midst of a change: it is painted first, and a change of many parts asks once.
      await Promise.all([this.#pause, wait(0)]);
      this.#isBehind = false;
      this.#pause = wait(PAUSE);
      await this.#ask();
    }
  }

  async #ask() {
    const { reveal } = this;
    this.#asked = this.files;
    clearTimeout(this.#timer);
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new ApiError(TOO_LATE)), PATIENCE);
    try {
      const question = { ...this.read(), reveal, limit: LIMIT, parts: ['expansion', ...this.files] };
      const answer = await this.#api.preview(question, patience.signal);
      // What was asked with secrets is not shown to who has hidden them meanwhile; the next answer is on its way.
      if (reveal === this.reveal) this.#settle(answer, null);
    } catch (error) {
      this.#settle(this.#answer, /** @type {Error} */ (error));
      if (error instanceof ApiError && error.isPassing) this.#askLater();
    } finally {
      clearTimeout(timer);
    }
  }

  #askLater() {
    this.#timer = setTimeout(() => void this.refresh(), this.#retry);
    this.#retry = Math.min(this.#retry * 2, LAST_RETRY);
  }

  /**
   * @param {PreviewAnswer | null} answer
   * @param {Error | null} error
   */
  #settle(answer, error) {
    const hasRecovered = this.#error !== null && error === null;
    this.#answer = answer;
    this.#error = error;
    this.dispatchEvent(new Event(error ? 'failed' : 'answer'));
    if (error) return;
    this.#retry = FIRST_RETRY;
    if (hasRecovered) this.dispatchEvent(new Event('recovered'));
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
