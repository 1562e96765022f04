/** The client of the API for saved revisions and generated mappings. */

/** @typedef {import('./api.js').Api} Api */

export class HistoryApi {
  #transport;
  #path;

  /**
   * @param {Api} api
   * @param {string} id The diagram.
   */
  constructor(api, id) {
    this.#transport = api.transport;
    this.#path = `/diagrams/${id}`;
  }

  /**
   * Return a page of the kept revisions, the latest first, from *cursor* on.
   * @param {string | null} cursor
   * @returns {Promise<import('./api-types.js').RevisionPage>}
   */
  listRevisions(cursor) {
    return this.#transport.send('GET', `${this.#path}/revisions${ask('cursor', cursor)}`);
  }

  /**
   * @param {number} number
   * @returns {Promise<import('./api-types.js').SavedRevision>}
   */
  loadRevision(number) {
    return this.#transport.send('GET', `${this.#path}/revisions/${number}`);
  }

  /**
   * Name the revision *number*, which keeps it for good.
   * @param {number} number
   * @param {string} name
   * @returns {Promise<import('./api-types.js').Revision>}
   */
  nameRevision(number, name) {
    return this.#transport.send('PUT', `${this.#path}/revisions/${number}`, { body: { name } });
  }

  /**
   * Return a page of the mappings and other outputs, the latest first, from *cursor* on.
   * @param {string | null} cursor
   * @returns {Promise<import('./api-types.js').MappingPage>}
   */
  listMappings(cursor) {
    return this.#transport.send('GET', `${this.#path}/mappings${ask('cursor', cursor) || '?'}&of=all`);
  }

  /**
   * Remove a mapping for good.
   * @param {string} mapping
   * @returns {Promise<void>}
   */
  deleteMapping(mapping) {
    return this.#transport.send('DELETE', `${this.#path}/mappings/${mapping}`);
  }

  /**
   * Return what changed in a revision or mapping since the one before it, or since revision *since*.
   * @param {string} what For example `revisions/3` or `mappings/abc`.
   * @param {number | null} [since]
   * @returns {Promise<import('./api-types.js').RevisionChanges | import('./api-types.js').MappingChanges>}
   */
  loadChanges(what, since = null) {
    return this.#transport.send('GET', `${this.#path}/${what}/changes${ask('since', since)}`);
  }
}

/**
 * Return the end of an address that asks for *value*, nothing without one.
 * @param {string} name
 * @param {string | number | null} value
 */
function ask(name, value) {
  return value === null ? '' : `?${name}=${encodeURIComponent(value)}`;
}
