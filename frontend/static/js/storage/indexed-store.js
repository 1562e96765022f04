/**
 * A promise wrapper around one object store of IndexedDB. `put` has handed its record to the browser before it returns, so that
 * it also works while a page closes. Without IndexedDB every promise is rejected.
 */

const NAME = 'labmapper';
const VERSION = 1;
const TABLE = 'drafts';
/** Some browsers never answer where they are told to keep nothing. */
const PATIENCE = 2_000;

export class IndexedStore {
  #getFactory;
  /** @type {IDBDatabase | null} */
  #database = null;

  /** @param {() => IDBFactory | undefined} getFactory Browsers that keep nothing may throw when they are asked. */
  constructor(getFactory) {
    this.#getFactory = getFactory;
  }

  /** Open the database, if that can be done; everything else comes after this. */
  async open() {
    try {
      this.#database = await within(PATIENCE, connect(this.#getFactory));
    } catch {
      return;
    }
    // A newer Labmapper in another tab may want to change the database, and a browser may clear it.
    this.#database.onversionchange = () => this.#close();
    this.#database.onclose = () => void this.open();
  }

  /**
   * @param {string} key
   * @returns {Promise<unknown>} The record, undefined where there is none.
   */
  get(key) {
    return this.#ask('readonly', (table) => table.get(key));
  }

  /** @returns {Promise<unknown[]>} All records. */
  all() {
    return this.#ask('readonly', (table) => table.getAll());
  }

  /** @param {{ key: string }} record Takes the place of the one with the same key. */
  put(record) {
    return this.#ask('readwrite', (table) => table.put(record));
  }

  /** @param {string} key */
  delete(key) {
    return this.#ask('readwrite', (table) => table.delete(key));
  }

  /**
   * @template T
   * @param {IDBTransactionMode} mode
   * @param {(table: IDBObjectStore) => IDBRequest<T>} make
   * @returns {Promise<T>}
   */
  #ask(mode, make) {
    return new Promise((resolve, reject) => {
      if (!this.#database) throw new Error('This browser keeps nothing');
      const transaction = this.#database.transaction(TABLE, mode);
      const request = make(transaction.objectStore(TABLE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      // A closing page has no turn left in which the browser would commit by itself.
      transaction.commit();
    });
  }

  #close() {
    this.#database?.close();
    this.#database = null;
  }
}

/**
 * @param {() => IDBFactory | undefined} getFactory
 * @returns {Promise<IDBDatabase>}
 */
function connect(getFactory) {
  return new Promise((resolve, reject) => {
    const factory = getFactory();
    if (!factory) throw new Error('This browser has no IndexedDB');
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE, { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Return what *promise* gives, or reject after so many milliseconds.
 * @template T
 * @param {number} milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<T>}
 */
function within(milliseconds, promise) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The browser did not answer')), milliseconds);
    promise.then(resolve, reject);
  });
}
