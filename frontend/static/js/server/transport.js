/** Sends requests to the server. Failures become one kind of error, with a message to show. */

import { writeJson } from '../util/json-text.js';
import { t } from '../util/text.js';

/** @typedef {import('./api-types.js').Problem} Problem */
/** @typedef {{ body?: object, raw?: Blob, headers?: Record<string, string>, signal?: AbortSignal, isFile?: boolean, isOwn?: boolean }} Request Where it *isOwn*, only the one for whom the page works may ask. */

/**
 * @typedef {object} TransportOptions
 * @property {string} base Where the API is, without a slash at the end.
 * @property {string} csrfToken The CSRF token of the page.
 * @property {string | null} username Who is logged in, null for a guest.
 * @property {typeof globalThis.fetch} fetch
 */

/** From so many characters on a text is handed over as a Blob. */
const LARGE = 65_536;

const UNREACHABLE = t('Labmapper cannot be reached. Check the network.');
const LOGGED_OUT = t('You are no longer logged in here.');
const LOGGED_IN = t('Somebody has logged in here meanwhile. Reload the page to work with their account.');
const UNEXPECTED = t('The server gave an answer that Labmapper does not understand. Try again in a minute.');

/** An answer that is not what was asked for. Its message can be shown as it is. */
export class ApiError extends Error {
  /**
   * @param {string} message
   * @param {{ status?: number, code?: string, problems?: Problem[], format?: string }} [details]
   */
  constructor(message, { status = 0, code = 'unreachable', problems = [], format } = {}) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.problems = problems;
    /** The format whose options were wrong or missing. */
    this.format = format;
  }

  /** Whether the same request may well succeed later. */
  get isPassing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Whether whoever asked is no longer logged in here, so that nothing of theirs can be read or written. */
  get isLoggedOut() {
    return this.code === 'logged-out';
  }
}

export class Transport {
  #base;
  #csrfToken;
  #username;
  /** @type {string | null} Who was logged in when the server was asked last. */
  #loggedIn;
  #fetch;

  /** @param {TransportOptions} options */
  constructor({ base, csrfToken, username, fetch }) {
    this.#base = base;
    this.#csrfToken = csrfToken;
    this.#username = username;
    this.#loggedIn = username;
    this.#fetch = fetch;
  }

  /** Where the API is, without a slash at the end. */
  get base() {
    return this.#base;
  }

  /** @returns {string | null} For whom this page works, null for a guest. */
  get username() {
    return this.#username;
  }

  /** Whether somebody has logged in since a guest opened this page. */
  get hasLoggedIn() {
    return this.#loggedIn !== this.#username;
  }

  /** Throw an ApiError where somebody has logged in since a guest opened this page: only they can say whether what is on it is theirs. */
  checkStillGuest() {
    if (this.hasLoggedIn) throw new ApiError(LOGGED_IN, { status: 403, code: 'logged-in' });
  }

  /** Work for who is logged in now: what is on this page is theirs. */
  adopt() {
    this.#username = this.#loggedIn;
  }

  /**
   * Return the answer to a question in JSON. Throws an ApiError where it is not what was asked for.
   * @param {string} method
   * @param {string} path
   * @param {Request} [request]
   */
  async send(method, path, request = {}) {
    if (request.isOwn) this.checkStillGuest();
    try {
      return await this.#sendOnce(method, path, request);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'csrf') throw error;
      await this.renewToken();
      if (request.isOwn) this.checkStillGuest();
      return this.#sendOnce(method, path, request);
    }
  }

  /**
   * Return the file at *url*, not read yet.
   * @param {string} url
   */
  async open(url) {
    const response = await this.#ask(url, { credentials: 'same-origin' });
    if (!response.ok) throw asError(response.status, await response.json().catch(() => null));
    return response;
  }

  /**
   * Get a token for who is logged in now: somebody may have logged in or out in another tab. What a guest's page asks is asked
   * by who has logged in; for what a person's page asks, throw an ApiError where it is somebody else.
   */
  async renewToken() {
    const session = await this.#sendOnce('GET', '/session', {});
    if (this.#username !== null && session.username !== this.#username) {
      throw new ApiError(LOGGED_OUT, { status: 401, code: 'logged-out' });
    }
    this.#loggedIn = session.username;
    this.#csrfToken = session.csrf_token;
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {Request} request
   */
  async #sendOnce(method, path, { body, raw, headers = {}, signal, isFile }) {
    const type = body ? 'application/json' : 'application/octet-stream';
    const response = await this.#ask(this.#base + path, {
      method,
      signal,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(method !== 'GET' && { 'Content-Type': type, 'X-CSRFToken': this.#csrfToken }),
        ...headers,
      },
      body: body ? asBody(writeJson(body)) : raw,
    });
    if (response.ok && isFile) return response;
    const answer = await response.json().catch(() => null);
    if (response.ok && (answer || response.status === 204)) return answer;
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
 * @param {{ error?: { code?: string, message?: string, problems?: Problem[] }, format?: string } | null} answer
 */
function asError(status, answer) {
  const { message = UNEXPECTED, code = 'unexpected', problems = [] } = answer?.error ?? {};
  return new ApiError(message, { status, code, problems, format: answer?.format });
}

/**
 * Return *text* to be sent: a long one as a Blob, which the browser does not copy while the page waits.
 * @param {string} text
 */
function asBody(text) {
  return text.length < LARGE ? text : new Blob([text]);
}
