/**
 * The selection: ids of nodes, zones, links and access edges in the order in which they were selected.
 * Dispatches `changed`.
 */

export class Selection extends EventTarget {
  /** @type {Set<string>} */
  #ids = new Set();

  /** @returns {ReadonlySet<string>} */
  get ids() {
    return this.#ids;
  }

  get size() {
    return this.#ids.size;
  }

  /** The one id that is selected, or null when there are none or several. */
  get only() {
    return this.#ids.size === 1 ? [...this.#ids][0] : null;
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /**
   * Select exactly *ids*.
   * @param {Iterable<string>} ids
   */
  set(ids) {
    const next = new Set(ids);
    if (next.size === this.#ids.size && [...next].every((id) => this.#ids.has(id))) return;
    this.#ids = next;
    this.dispatchEvent(new Event('changed'));
  }

  /**
   * Select *ids* too.
   * @param {Iterable<string>} ids
   */
  add(ids) {
    this.set([...this.#ids, ...ids]);
  }

  /**
   * Select *id* if it is not selected, else drop it.
   * @param {string} id
   */
  toggle(id) {
    if (this.#ids.has(id)) this.retain((each) => each !== id);
    else this.add([id]);
  }

  /** Select nothing. */
  clear() {
    this.set([]);
  }

  /**
   * Drop the ids that *keep* refuses, for example those that are no longer on the drawing.
   * @param {(id: string) => boolean} keep
   */
  retain(keep) {
    this.set([...this.#ids].filter(keep));
  }
}
