/** Writes the draft of this page to the browser's storage: debounced after a change, at once when the page is left. */

/** @typedef {import('../../storage/drafts.js').Draft} Draft */
/** @typedef {import('../../storage/drafts.js').Drafts} Drafts */

/** So soon that a crash loses nothing worth the name, and so late that typing in a large drawing stays smooth. */
const DELAY = 150;

export class DraftKeeper {
  #drafts;
  #key;
  #read;
  #onKept;
  #isKept = false;
  #hasFailed = false;
  #change = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {object} options
   * @param {Drafts} options.drafts
   * @param {string} options.key Under what the draft is kept.
   * @param {() => Omit<Draft, 'key'>} options.read Returns the draft as it is to be kept now.
   * @param {() => void} options.onKept Called when a draft was kept, or could not be.
   */
  constructor({ drafts, key, read, onKept }) {
    this.#drafts = drafts;
    this.#key = key;
    this.#read = read;
    this.#onKept = onKept;
  }

  /** Whether this browser has the draft as it is now. */
  get isKept() {
    return this.#isKept;
  }

  /** Whether this browser refused to keep the draft the last time. */
  get hasFailed() {
    return this.#hasFailed;
  }

  /** Note that the draft has changed. */
  touch() {
    this.#change += 1;
    this.#isKept = false;
    this.#timer ??= setTimeout(() => void this.keep(), DELAY);
  }

  /** Keep the draft now. What is kept is with the browser when this returns, before its promise is fulfilled. */
  async keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isKept) return;
    const change = this.#change;
    const isKept = await this.#drafts.keep({ ...this.#read(), key: this.#key });
    if (change !== this.#change) return;
    this.#isKept = isKept;
    this.#hasFailed = !isKept;
    this.#onKept();
  }

  /**
   * Keep the draft beside what comes next on this page: somebody has decided against it and may think again.
   * @param {number} revision What was decided for, on which it would come if it is opened after all.
   * @returns {Promise<boolean>} Whether that worked.
   */
  setAside(revision) {
    const draft = this.#read();
    return this.#drafts.keep({ ...draft, revision, key: `${this.#key}-${draft.changedAt}`, isSetAside: true });
  }

  /** The server has it: nothing needs to be kept. */
  drop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#change += 1;
    this.#isKept = false;
    void this.#drafts.drop(this.#key);
  }
}
