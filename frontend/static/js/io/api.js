/** The server's API as methods. Whatever goes wrong becomes one kind of error, with a sentence to show. */

/** @typedef {import('../model/diagram.js').Diagram} Diagram */

/**
 * @typedef {object} Problem Something wrong with the drawing or with a file.
 * @property {string} code
 * @property {'error' | 'warning'} severity
 * @property {string} message
 * @property {string} hint
 * @property {string | null} item The node, zone, link or access edge that it is about.
 * @property {string | null} field
 * @property {number | null} line
 * @property {number | null} column
 */

/** @typedef {{ users: number, devices: number, connections: number }} Summary */
/** @typedef {{ count: number, copies?: number, items: { name: string, host?: string }[] }} Expansion */
/** @typedef {{ id: string, revision: number, diagram?: Diagram }} SavedDiagram */
/** @typedef {{ id: string, users: number, devices: number, connections: number, size: number, url: string }} Mapping */
/** @typedef {{ diagram: Diagram | null, problems: Problem[] }} ImportedFile */
/** @typedef {{ number: number, name: string | null, created_at: string, is_current: boolean }} Revision */
/** @typedef {{ id: string, revision: number, users: number, connections: number, created_at: string, url: string }} MappingInfo */
/** @typedef {{ body?: object, raw?: Blob, headers?: Record<string, string>, signal?: AbortSignal }} Request */

/**
 * @typedef {object} Preview What the server makes of the drawing.
 * @property {Summary} summary
 * @property {Problem[]} problems
 * @property {Record<string, Expansion>} expansion
 * @property {Record<string, string[]>} reach
 * @property {{ text: string, truncated: boolean }} xml
 * @property {{ text: string, truncated: boolean }} yaml
 */

const UNREACHABLE = 'Labmapper cannot be reached. Check the network; your work is kept in this browser meanwhile.';
const UNEXPECTED = 'The server gave an answer that Labmapper does not understand. Try again in a minute.';

/** An answer that is not what was asked for. Its message can be shown as it is. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {{ status?: number, code?: string, problems?: Problem[] }} [details]
   */
  constructor(message, { status = 0, code = 'unreachable', problems = [] } = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  /** Whether the same request may well succeed later. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export class Api {
  #base;
  #token;
  #fetch;

  /**
   * @param {object} options
   * @param {string} options.base Where the API is, without a slash at the end.
   * @param {string} options.token The CSRF token of the page.
   * @param {typeof globalThis.fetch} options.fetch
   */
  constructor({ base, token, fetch }) {
    this.#base = base;
    this.#token = token;
    this.#fetch = fetch;
  }

  /**
   * Store *diagram* as a new one.
   * @param {Diagram} diagram
   * @returns {Promise<SavedDiagram>}
   */
  createDiagram(diagram) {
    return this.#send('POST', '/diagrams', { body: { diagram } });
  }

  /**
   * @param {string} id
   * @returns {Promise<SavedDiagram>}
   */
  loadDiagram(id) {
    return this.#send('GET', `/diagrams/${id}`);
  }

  /**
   * Store *diagram* as the revision after *revision*; refused with status 412 where there is a newer one.
   * @param {string} id
   * @param {number} revision
   * @param {Diagram} diagram
   * @returns {Promise<SavedDiagram>}
   */
  saveDiagram(id, revision, diagram) {
    return this.#send('PUT', `/diagrams/${id}`, { body: { diagram }, headers: { 'If-Match': `"${revision}"` } });
  }

  /**
   * @param {{ diagram: Diagram, id: string | null, reveal: boolean, limit: number }} question
   * @param {AbortSignal} signal
   * @returns {Promise<Preview>}
   */
  preview(question, signal) {
    return this.#send('POST', '/preview', { body: question, signal });
  }

  /**
   * Generate and store the mapping of the saved diagram *id*.
   * @param {string} id
   * @returns {Promise<Mapping>}
   */
  createMapping(id) {
    return this.#send('POST', `/diagrams/${id}/mappings`, { body: {} });
  }

  /**
   * Return the CSV text of who logs in with what, for the saved diagram *id*.
   * @param {string} id
   * @returns {Promise<string>}
   */
  async readCredentials(id) {
    const response = await this.#ask(`${this.#base}/diagrams/${id}/credentials.csv`, { credentials: 'same-origin' });
    if (!response.ok) throw asError(response.status, await response.json().catch(() => null));
    return response.text();
  }

  /**
   * Return the first *longest* characters, or a little more, of the file at *url*.
   * @param {string} url
   * @param {number} longest
   * @returns {Promise<string>}
   */
  async readText(url, longest) {
    const response = await this.#ask(url, { credentials: 'same-origin' });
    if (!response.ok || !response.body) throw asError(response.status, await response.json().catch(() => null));
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
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
   * Return a page of the kept revisions of the diagram *id*, the latest first, before the number *cursor*.
   * @param {string} id
   * @param {number | null} cursor
   * @returns {Promise<{ revisions: Revision[], next: number | null }>}
   */
  listRevisions(id, cursor) {
    return this.#send('GET', `/diagrams/${id}/revisions${cursor === null ? '' : `?cursor=${cursor}`}`);
  }

  /**
   * @param {string} id
   * @param {number} number
   * @returns {Promise<Revision & { diagram: Diagram }>}
   */
  loadRevision(id, number) {
    return this.#send('GET', `/diagrams/${id}/revisions/${number}`);
  }

  /**
   * Name the revision *number*, which keeps it for good.
   * @param {string} id
   * @param {number} number
   * @param {string} name
   * @returns {Promise<Revision>}
   */
  nameRevision(id, number, name) {
    return this.#send('PUT', `/diagrams/${id}/revisions/${number}`, { body: { name } });
  }

  /**
   * Return the mappings of the diagram *id*, the latest first.
   * @param {string} id
   * @returns {Promise<{ mappings: MappingInfo[] }>}
   */
  listMappings(id) {
    return this.#send('GET', `/diagrams/${id}/mappings`);
  }

  /**
   * Return what changed in a revision or mapping of the diagram *id* since the one before it.
   * @param {string} id
   * @param {string} what For example `revisions/3` or `mappings/abc`.
   * @returns {Promise<{ since: unknown, changes: string[] }>}
   */
  loadChanges(id, what) {
    return this.#send('GET', `/diagrams/${id}/${what}/changes`);
  }

  /**
   * Return where *style* puts *items* of *diagram*, everything without a choice.
   * @param {{ diagram: Diagram, style: string, items: string[] | null }} question
   * @returns {Promise<import('../model/commands/tidy.js').Arrangement>}
   */
  arrange(question) {
    return this.#send('POST', '/arrange', { body: question });
  }

  /**
   * Return what *file*, a diagram or a config.yaml, holds.
   * @param {Blob} file
   * @returns {Promise<ImportedFile>}
   */
  importFile(file) {
    return this.#send('POST', '/import', { raw: file });
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Request} [request]
   */
  async #send(method, path, request = {}) {
    try {
      return await this.#sendOnce(method, path, request);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'csrf') throw error;
      await this.#renewToken();
      return this.#sendOnce(method, path, request);
    }
  }

  /** Get a token for who is logged in now: somebody may have logged in or out in another tab. */
  async #renewToken() {
    const session = await this.#sendOnce('GET', '/session', {});
    this.#token = session.csrf_token;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Request} request
   */
  async #sendOnce(method, path, { body, raw, headers = {}, signal }) {
    const type = body ? 'application/json' : 'application/octet-stream';
    const response = await this.#ask(this.#base + path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(method !== 'GET' && { 'Content-Type': type, 'X-CSRFToken': this.#token }),
        ...headers,
      },
      body: body ? JSON.stringify(body) : raw,
    });
    const answer = await response.json().catch(() => null);
    if (response.ok && answer) return answer;
    throw asError(response.status, answer);
  }

  /**
   * @param {string} url
   * @param {RequestInit} request
   */
  async #ask(url, request) {
    try {
      return await this.#fetch(url, request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new ApiError(UNREACHABLE);
    }
  }
}

/**
 * @param {number} status
 * @param {{ error?: { code?: string, message?: string, problems?: Problem[] } } | null} answer
 */
function asError(status, answer) {
  const { message = UNEXPECTED, code = 'unexpected', problems = [] } = answer?.error ?? {};
  return new ApiError(message, { status, code, problems });
}
