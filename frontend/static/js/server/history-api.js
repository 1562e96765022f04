/** The client of the API for saved revisions and generated mappings. */

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./api.js').Mapping} Mapping */
/** @typedef {{ number: number, name: string | null, created_at: string, is_current: boolean }} Revision */
/** @typedef {Mapping & { revision: number, options: { guacamole: string, hashing: string }, sha256: string, created_at: string }} MappingInfo */

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
   * @returns {Promise<{ revisions: Revision[], next: string | null }>}
   */
  listRevisions(cursor) {
    return this.#transport.send('GET', `${this.#path}/revisions${ask('cursor', cursor)}`);
  }

  /**
   * @param {number} number
   * @returns {Promise<Revision & { diagram: Diagram }>}
   */
  loadRevision(number) {
    return this.#transport.send('GET', `${this.#path}/revisions/${number}`);
  }

  /**
   * Name the revision *number*, which keeps it for good.
   * @param {number} number
   * @param {string} name
   * @returns {Promise<Revision>}
   */
  nameRevision(number, name) {
    return this.#transport.send('PUT', `${this.#path}/revisions/${number}`, { body: { name } });
  }

  /**
   * Return a page of the mappings, the latest first, from *cursor* on.
   * @param {string | null} cursor
   * @returns {Promise<{ mappings: MappingInfo[], next: string | null }>}
   */
  listMappings(cursor) {
    return this.#transport.send('GET', `${this.#path}/mappings${ask('cursor', cursor)}`);
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
   * @returns {Promise<{ since: unknown, changes: string[] }>}
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
