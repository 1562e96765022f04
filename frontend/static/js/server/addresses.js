/** The addresses of diagrams on the server. */

/**
 * Return the address of the diagram with an *id*.
 * @param {Record<string, string>} urls
 * @param {string} id
 * @returns {string}
 */
export function pageOf(urls, id) {
  return `${urls.diagrams}/${id}`;
}

/**
 * Return the address at which a page finds the draft with a *key*, on the diagram it belongs to or as a new one.
 * @param {Record<string, string>} urls
 * @param {{ id: string | null, key: string }} draft
 * @returns {string}
 */
export function addressOf(urls, { id, key }) {
  return `${id === null ? urls.new : pageOf(urls, id)}#${key}`;
}
