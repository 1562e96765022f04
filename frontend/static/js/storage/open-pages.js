/** Tells the open tabs of the editor about each other: the keys of their drafts, and the revisions that they saved. */

/** @typedef {{ id: string, revision: number }} Saved Which revision of which diagram the server has. */

const WHO = 'who';
/** Pages answer within a few milliseconds, on a busy computer some dozen; one that is put to sleep does not. */
const PATIENCE = 400;

/** Dispatches `saved`, with what was saved as its detail, when another page tells so. */
export class OpenPages extends EventTarget {
  #channel;
  /** @type {Set<string>} */
  #others = new Set();

  /**
   * @param {Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>} channel
   * @param {string} key The key of this page.
   */
  constructor(channel, key) {
    super();
    this.#channel = channel;
    channel.addEventListener('message', ({ data }) => {
      if (data === WHO) channel.postMessage({ key });
      else if (data.saved) this.dispatchEvent(new CustomEvent('saved', { detail: data.saved }));
      else this.#others.add(data.key);
    });
  }

  /**
   * Return the keys of all other pages that are open: their drafts are in good hands.
   * @returns {Promise<ReadonlySet<string>>}
   */
  async findOthers() {
    this.#others.clear();
    this.#channel.postMessage(WHO);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return this.#others;
  }

  /**
   * Tell all other pages that the server has *saved*.
   * @param {Saved} saved
   */
  tellSaved(saved) {
    this.#channel.postMessage({ saved });
  }
}
