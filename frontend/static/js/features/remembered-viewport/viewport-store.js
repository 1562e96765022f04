/** Stores the visible area of the last fifty drawings in this browser, and which layers are hidden and locked there. */

/** @typedef {{ x: number, y: number, zoom: number }} KeptView The middle of the screen on the drawing, and how large. */
/** @typedef {{ hidden: string[], locked: string[] }} KeptLayers Which of cables, access and names are hidden, and which locked. */

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
    return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(zoom) ? { x: Number(x), y: Number(y), zoom: Number(zoom) } : null;
  }

  /**
   * Return which layers of the drawing *id* were hidden and locked.
   * @param {string} id
   * @returns {KeptLayers}
   */
  findLayers(id) {
    const kept = this.#read().find(([other]) => other === id)?.[4];
    const names = (/** @type {unknown} */ list) => (Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []);
    return { hidden: names(kept?.hidden), locked: names(kept?.locked) };
  }

  /**
   * Remember what is seen of the drawing *id*; null means all of it.
   * @param {string} id
   * @param {KeptView | null} view
   * @param {KeptLayers} [layers]
   */
  keep(id, view, layers = { hidden: [], locked: [] }) {
    const kept = this.#read().filter(([other]) => other !== id);
    const isUsual = layers.hidden.length === 0 && layers.locked.length === 0;
    if (view || !isUsual) kept.push([id, view?.x ?? null, view?.y ?? null, view?.zoom ?? null, isUsual ? null : layers]);
    this.#storage.setItem(KEY, JSON.stringify(kept.slice(-MOST)));
  }

  /** @returns {[string, number | null, number | null, number | null, (KeptLayers | null)?][]} */
  #read() {
    try {
      return JSON.parse(this.#storage.getItem(KEY) ?? '[]').filter(Array.isArray);
    } catch {
      return [];
    }
  }
}
