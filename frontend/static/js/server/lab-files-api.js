/** The client of the API for the lab files that are kept with a diagram. */

/** @typedef {import('./api.js').Api} Api */
/** @typedef {import('./api-types.js').LabFile} LabFile */

export class LabFilesApi {
  #transport;
  #path;

  /**
   * @param {Api} api
   * @param {string} id The diagram.
   */
  constructor(api, id) {
    this.#transport = api.transport;
    this.#path = `/diagrams/${id}/files`;
  }

  /**
   * Return the kept files, the latest first.
   * @returns {Promise<LabFile[]>}
   */
  async list() {
    return (await this.#transport.send('GET', this.#path)).files;
  }

  /**
   * Keep what *form* has: the file as it is, its name and format, and the options that it was read with.
   * @param {{ headers: Record<string, string>, raw: Blob }} form
   * @returns {Promise<LabFile>}
   */
  keep(form) {
    return this.#transport.send('POST', this.#path, form);
  }

  /**
   * Remove a file for good.
   * @param {string} file
   * @returns {Promise<void>}
   */
  remove(file) {
    return this.#transport.send('DELETE', `${this.#path}/${file}`);
  }

  /**
   * Return where the *file* is downloaded.
   * @param {string} file
   */
  addressOf(file) {
    return `${this.#transport.base}${this.#path}/${file}/content`;
  }
}
