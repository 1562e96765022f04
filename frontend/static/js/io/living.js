/** Which pages of the editor are open in this browser, by the keys of their drafts: those drafts are in good hands. */

const WHO = 'who';
/** Pages answer within a few milliseconds, on a busy computer some dozen; one that is put to sleep does not. */
const PATIENCE = 400;

export class Living {
  #channel;
  /** @type {Set<string>} */
  #others = new Set();

  /**
   * @param {Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>} channel
   * @param {string} key The key of this page.
   */
  constructor(channel, key) {
    this.#channel = channel;
    channel.addEventListener('message', ({ data }) => {
      if (data === WHO) channel.postMessage({ key });
      else this.#others.add(data.key);
    });
  }

  /**
   * Return the keys of all other pages that are open.
   * @returns {Promise<ReadonlySet<string>>}
   */
  async findOthers() {
    this.#others.clear();
    this.#channel.postMessage(WHO);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    return this.#others;
  }
}
