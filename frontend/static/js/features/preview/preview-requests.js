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
const TOO_LATE = t('Labmapper takes too long to answer. The next change asks again.');

/** Dispatches `answer` when a new answer has come, and `failed` when none did. */
export class PreviewRequests extends EventTarget {
  #api;
  #read;
  /** @type {PreviewAnswer | null} */
  #answer = null;
  /** @type {Error | null} */
  #error = null;
  #isBehind = false;
  /** @type {Promise<void> | null} */
  #following = null;
  #pause = Promise.resolve();

  /**
   * @param {object} options
   * @param {Api} options.api
   * @param {() => { diagram: Diagram, id: string | null }} options.read
   */
  constructor({ api, read }) {
    super();
    this.#api = api;
    this.#read = read;
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
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new ApiError(TOO_LATE)), PATIENCE);
    try {
      const question = { ...this.#read(), reveal, limit: LIMIT, parts: ['expansion', ...this.files] };
      const answer = await this.#api.preview(question, patience.signal);
      // What was asked with secrets is not shown to who has hidden them meanwhile; the next answer is on its way.
      if (reveal === this.reveal) this.#settle(answer, null);
    } catch (error) {
      this.#settle(this.#answer, /** @type {Error} */ (error));
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * @param {PreviewAnswer | null} answer
   * @param {Error | null} error
   */
  #settle(answer, error) {
    this.#answer = answer;
    this.#error = error;
    this.dispatchEvent(new Event(error ? 'failed' : 'answer'));
  }
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
