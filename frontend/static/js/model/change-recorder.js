/**
 * Records the changes of a command before it is executed. Reading from a recorder gives the items as they will be.
 * Factories of commands write into one and end with `toCommand`; the model itself stays as it is.
 */

import { COLLECTIONS } from './diagram.js';

/** @typedef {import('./diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('./diagram.js').CollectionName} CollectionName */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {import('./changes.js').Command} Command */
/** @typedef {import('./changes.js').ItemChange} ItemChange */

export class ChangeRecorder {
  #model;
  /** @type {Map<string, { collection: CollectionName, after: Item | null }>} */
  #written = new Map();

  /** @param {DiagramModel} model */
  constructor(model) {
    this.#model = model;
  }

  /**
   * Return the item *id* as it will be, or null.
   * @param {string} id
   * @returns {Item | null}
   */
  item(id) {
    const written = this.#written.get(id);
    return written ? written.after : (this.#model.item(id) ?? null);
  }

  /**
   * Add *item* at the end of its list.
   * @param {CollectionName} collection
   * @param {Item} item
   */
  add(collection, item) {
    if (this.item(item.id)) throw new Error(`The id '${item.id}' is on the drawing already`);
    this.#written.set(item.id, { collection, after: item });
  }

  /**
   * Give the item *id* the values *fields*. Fields that it has already are no change.
   * @param {string} id
   * @param {object} fields
   */
  update(id, fields) {
    const item = this.item(id);
    const collection = this.#written.get(id)?.collection ?? this.#model.collectionOf(id);
    if (!item || !collection) throw new Error(`There is no '${id}' on the drawing`);
    if (isSubset(fields, item)) return;
    this.#written.set(id, { collection, after: /** @type {Item} */ ({ ...item, ...fields }) });
  }

  /**
   * Take the item *id* off the drawing; nothing happens where it is not there.
   * @param {string} id
   */
  remove(id) {
    const collection = this.#model.collectionOf(id);
    if (collection) this.#written.set(id, { collection, after: null });
    else this.#written.delete(id);
  }

  /**
   * Return the command that makes what was written.
   * @param {string} label
   * @param {string} [mergeKey]
   * @returns {Command}
   */
  toCommand(label, mergeKey) {
    const changes = COLLECTIONS.flatMap((collection) => this.#changesOf(collection));
    return mergeKey === undefined ? { label, changes } : { label, changes, mergeKey };
  }

  /**
   * @param {CollectionName} collection
   * @returns {ItemChange[]}
   */
  #changesOf(collection) {
    const own = [...this.#written].filter(([, written]) => written.collection === collection);
    const removed = own.filter(([, { after }]) => after === null).map(([id]) => id);
    const places = removed.length > 0 ? placesIn(this.#model[collection]) : new Map();
    let end = this.#model[collection].size - removed.length;
    return own.map(([id, { after }]) => {
      const before = this.#model.item(id) ?? null;
      if (after === null) return { collection, id, before, after, from: places.get(id) };
      if (before === null) return { collection, id, before, after, to: end++ };
      return { collection, id, before, after };
    });
  }
}

/**
 * Return the place of each id in its list.
 * @param {ReadonlyMap<string, unknown>} items
 * @returns {Map<string, number>}
 */
export function placesIn(items) {
  let place = 0;
  return new Map([...items.keys()].map((id) => [id, place++]));
}

/**
 * @param {object} fields
 * @param {object} item
 */
function isSubset(fields, item) {
  const values = /** @type {Record<string, unknown>} */ (item);
  return Object.entries(fields).every(([name, value]) => name in item && Object.is(values[name], value));
}
