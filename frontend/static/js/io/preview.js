/** Asks the server what it makes of the drawing, shortly after each change; only the latest answer counts. */

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./api.js').Preview} PreviewAnswer */

const DELAY = 120;
const LIMIT = 65_536;

/** Dispatches `answer` when a new answer has come, and `failed` when none did. */
export class Preview extends EventTarget {
  #api;
  #read;
  /** @type {PreviewAnswer | null} */
  #answer = null;
  /** @type {Error | null} */
  #error = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #request = new AbortController();

  /**
   * @param {object} options
   * @param {Api} options.api
   * @param {() => { diagram: Diagram, id: string | null }} options.read
   */
  constructor({ api, read }) {
    super();
    this.#api = api;
    this.#read = read;
    this.reveal = false;
  }

  /** @returns {PreviewAnswer | null} The latest answer. */
  get answer() {
    return this.#answer;
  }

  /** @returns {Error | null} Why the answer is not the latest. */
  get error() {
    return this.#error;
  }

  /** Note that the drawing has changed. */
  touch() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), DELAY);
  }

  /** Ask now. */
  async refresh() {
    clearTimeout(this.#timer);
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    try {
      const answer = await this.#api.preview({ ...this.#read(), reveal: this.reveal, limit: LIMIT }, signal);
      if (!signal.aborted) this.#settle(answer, null);
    } catch (error) {
      if (!signal.aborted) this.#settle(this.#answer, /** @type {Error} */ (error));
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
