/** The client of the server's API. Failures are thrown as ApiError with a message to show. */

import { ApiError, Transport } from './transport.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('./api-types.js').Excerpt} Excerpt */
/** @typedef {import('./api-types.js').Preview & Record<string, any>} Preview With an Excerpt under the name of each preview that was asked for. */

export class Api {
  #transport;

  /** @param {import('./transport.js').TransportOptions} options */
  constructor(options) {
    this.#transport = new Transport(options);
  }

  /** What sends the requests of lazily loaded parts. */
  get transport() {
    return this.#transport;
  }

  /** @returns {string | null} For whom this page works, null for a guest. */
  get username() {
    return this.#transport.username;
  }

  /**
   * Store *diagram* as a new one, for nobody but the one for whom this page works. With a *requestKey* that was used
   * before, nothing is stored, and what was made then is returned.
   * @param {Diagram} diagram
   * @param {string} [requestKey]
   * @returns {Promise<import('./api-types.js').DiagramInfo>}
   */
  async createDiagram(diagram, requestKey) {
    if (this.username !== null || this.#transport.hasLoggedIn) await this.#transport.renewToken();
    const headers = requestKey ? { 'Idempotency-Key': requestKey } : undefined;
    return this.#transport.send('POST', '/diagrams', { body: { diagram }, headers, isOwn: true });
  }

  /** Work for who has logged in since a guest opened this page: they say that what is on it is theirs. */
  adopt() {
    this.#transport.adopt();
  }

  /**
   * @param {string} id
   * @returns {Promise<import('./api-types.js').SavedDiagram>}
   */
  loadDiagram(id) {
    return this.#transport.send('GET', `/diagrams/${id}`);
  }

  /**
   * Store *diagram* as the revision after *revision*; refused with status 412 where there is a newer one.
   * @param {string} id
   * @param {number} revision
   * @param {Diagram} diagram
   * @returns {Promise<import('./api-types.js').DiagramInfo>}
   */
  async saveDiagram(id, revision, diagram) {
    try {
      const saved = await this.#transport.send('PUT', `/diagrams/${id}`, { body: { diagram }, headers: { 'If-Match': `"${revision}"` } });
      // A guest's diagram that somebody can write when they have logged in was taken over by them.
      this.#transport.adopt();
      return saved;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 412) this.#transport.adopt();
      // A diagram is missing, too, for its owner who is no longer logged in, and for who logged in and left it to the guest who drew it.
      if (error.status === 404) {
        await this.#transport.renewToken();
        this.#transport.checkStillGuest();
      }
      throw error;
    }
  }

  /**
   * @param {{ diagram: Diagram, id: string | null, reveal: boolean, limit: number, parts: string[] }} question
   * @param {AbortSignal} signal
   * @returns {Promise<Preview>}
   */
  preview(question, signal) {
    return this.#transport.send('POST', '/preview', { body: question, signal });
  }

  /**
   * Generate and store the mapping of the saved diagram *id*.
   * @param {string} id
   * @returns {Promise<import('./api-types.js').Mapping>}
   */
  createMapping(id) {
    return this.#transport.send('POST', `/diagrams/${id}/mappings`, { body: {} });
  }

  /**
   * Return the saved diagram *id* as a file of *format*. The *options* are sent in a body: some are secret.
   * @param {string} id
   * @param {string} format
   * @param {object} options
   * @returns {Promise<Response>} The file, not read yet.
   */
  exportDiagram(id, format, options) {
    return this.#transport.send('POST', `/diagrams/${id}/exports/${format}`, { body: options, isFile: true });
  }

  /**
   * Return the first *longest* characters, or a little more, of the file at *url*.
   * @param {string} url
   * @param {number} longest
   * @returns {Promise<string>}
   */
  async readText(url, longest) {
    const { body } = await this.#transport.open(url);
    if (!body) return '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (text.length < longest) {
      const { value, done } = await reader.read();
      if (done) return text;
      text += value;
    }
    await reader.cancel();
    return text;
  }

  /**
   * Return the mapping of the diagram *id* that was made last, if any was.
   * @param {string} id
   * @returns {Promise<import('./api-types.js').Mapping | undefined>}
   */
  async findLatestMapping(id) {
    return (await this.#transport.send('GET', `/diagrams/${id}/mappings`)).mappings[0];
  }

  /**
   * Return in words what is added, removed and changed from *old* to *young*.
   * @param {Diagram} old
   * @param {Diagram} young
   * @returns {Promise<string[]>}
   */
  async compare(old, young) {
    return (await this.#transport.send('POST', '/compare', { body: { old, new: young } })).changes;
  }

  /**
   * Return where *style* puts *items* of *diagram*, everything without a choice.
   * @param {{ diagram: Diagram, style: string, items: string[] | null }} question
   * @returns {Promise<import('./api-types.js').Arrangement>}
   */
  arrange(question) {
    return this.#transport.send('POST', '/arrange', { body: question });
  }

  /**
   * Return what *file* holds. The *query* may name its format, and has the options of that.
   * @param {Blob} file
   * @param {Record<string, string>} query
   * @param {import('./transport.js').Request} [request]
   * @returns {Promise<import('./api-types.js').Imported>}
   */
  importFile(file, query, request) {
    return this.#transport.send('POST', `/imports?${new URLSearchParams(query)}`, { raw: file, ...request });
  }
}
