/**
 * What is on the screen and not yet on the server, kept in this browser: a closed tab, a crash or a failed save
 * loses nothing. Storage may be full or switched off; then `keep` says so and the caller goes on without.
 */

/** @typedef {import('../model/diagram.js').Diagram} Diagram */

/**
 * @typedef {object} Draft
 * @property {string | null} id The diagram that it belongs to, null for one that was never saved.
 * @property {number} revision The revision that it was drawn on.
 * @property {number} changedAt In milliseconds since 1970.
 * @property {Diagram} diagram
 */

const PREFIX = 'labmapper-draft:';

export class Drafts {
  #storage;

  /** @param {Storage} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /**
   * Keep *draft* under *key* and return whether that worked.
   * @param {string} key
   * @param {Draft} draft
   * @returns {boolean}
   */
  keep(key, draft) {
    try {
      this.#storage.setItem(PREFIX + key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /**
   * @param {string} key
   * @returns {Draft | null}
   */
  find(key) {
    try {
      return JSON.parse(this.#storage.getItem(PREFIX + key) ?? 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} key */
  drop(key) {
    try {
      this.#storage.removeItem(PREFIX + key);
    } catch {
      // Nothing was kept either.
    }
  }

  /**
   * Return the key of the youngest draft that never reached the server, or null.
   * @returns {string | null}
   */
  findUnsaved() {
    const unsaved = this.#keys()
      .map((key) => ({ key, draft: this.find(key) }))
      .filter(({ draft }) => draft && draft.id === null)
      .sort((a, b) => (b.draft?.changedAt ?? 0) - (a.draft?.changedAt ?? 0));
    return unsaved[0]?.key ?? null;
  }

  #keys() {
    try {
      const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index) ?? '');
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  }
}
