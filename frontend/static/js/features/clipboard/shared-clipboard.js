/**
 * The clipboard that all tabs of one browser and user share. A tab keeps its content in its session storage; a tab that is
 * opened later asks the open ones. When all are closed, the content is gone.
 */

/** @typedef {{ at: number, text: string }} Kept When something was copied, and what. */

const WHAT = 'what';

export class SharedClipboard {
  #storage;
  #channel;
  #key;
  /** @type {Kept | null} */
  #kept;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'>} storage What lasts as long as the tab.
   * @param {Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>} channel The way to the other tabs.
   * @param {string} key Under what it is kept.
   */
  constructor(storage, channel, key) {
    this.#storage = storage;
    this.#channel = channel;
    this.#key = key;
    this.#kept = recall(storage, key);
    channel.addEventListener('message', ({ data }) => {
      if (data !== WHAT) this.#take(data);
      else if (this.#kept) channel.postMessage(this.#kept);
    });
    channel.postMessage(WHAT);
  }

  /** What was copied, or null. */
  get text() {
    return this.#kept?.text ?? null;
  }

  /**
   * Keep *text* for all tabs.
   * @param {string} text
   * @param {number} at The time in milliseconds since 1970.
   */
  put(text, at) {
    this.#take({ at, text });
    this.#channel.postMessage(this.#kept);
  }

  /** @param {Kept} kept */
  #take(kept) {
    if (this.#kept && this.#kept.at > kept.at) return;
    this.#kept = kept;
    this.#storage.setItem(this.#key, JSON.stringify(kept));
  }
}

/**
 * @param {Pick<Storage, 'getItem'>} storage
 * @param {string} key
 * @returns {Kept | null}
 */
function recall(storage, key) {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
