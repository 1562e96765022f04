/** Loads the beginning of the mapping that was generated last, for the comparison with the preview. */

/** @typedef {import('../../server/api.js').Api} Api */

/** More than the preview shows, so that lines which moved down are still found. */
const LONGEST = 160_000;

/** Dispatches `loaded` when there is another file to compare with. */
export class LastFile extends EventTarget {
  #api;
  /** @type {string | null} */
  #text = null;

  /** @param {Api} api */
  constructor(api) {
    super();
    this.#api = api;
  }

  /** @returns {string | null} The beginning of the file, null where none was generated or it could not be read. */
  get text() {
    return this.#text;
  }

  /**
   * Take the latest mapping of the diagram *id*.
   * @param {string} id
   */
  async load(id) {
    try {
      const latest = await this.#api.findLatestMapping(id);
      this.#text = latest ? wholeLines(await this.#api.readText(latest.url, LONGEST)) : null;
    } catch {
      // Without it the preview marks nothing; that is no reason to bother anybody.
      this.#text = null;
    }
    this.dispatchEvent(new Event('loaded'));
  }
}

/**
 * Return *text* without the line that its end cuts off.
 * @param {string} text
 */
function wholeLines(text) {
  return text.slice(0, text.lastIndexOf('\n') + 1);
}
