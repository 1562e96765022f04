/** Stores the visible area of the last fifty drawings in this browser. */

/** @typedef {{ x: number, y: number, zoom: number }} KeptView The middle of the screen on the drawing, and how large. */

const KEY = 'labmapper-views';
/** How many drawings are remembered; after that, those that were seen longest ago are forgotten. */
const MOST = 50;

export class ViewportStore {
  #storage;

  /** @param {Pick<Storage, 'getItem' | 'setItem'>} storage */
  constructor(storage) {
    this.#storage = storage;
  }

  /**
   * Return what was seen last of the drawing *id*, or null.
   * @param {string} id
   * @returns {KeptView | null}
   */
  find(id) {
    const found = this.#read().find(([other]) => other === id);
    if (!found) return null;
    const [, x, y, zoom] = found;
    return [x, y, zoom].every(Number.isFinite) ? { x, y, zoom } : null;
  }

  /**
   * Remember what is seen of the drawing *id*; null means all of it.
   * @param {string} id
   * @param {KeptView | null} view
   */
  keep(id, view) {
    const kept = this.#read().filter(([other]) => other !== id);
    if (view) kept.push([id, view.x, view.y, view.zoom]);
    this.#storage.setItem(KEY, JSON.stringify(kept.slice(-MOST)));
  }

  /** @returns {[string, number, number, number][]} */
  #read() {
    try {
      return JSON.parse(this.#storage.getItem(KEY) ?? '[]').filter(Array.isArray);
    } catch {
      return [];
    }
  }
}
