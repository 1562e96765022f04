/** Loads the static tables: catalogue, help on parameters, examples. The browser caches them. */

/**
 * @typedef {object} Described What there is to know of a parameter, once for all protocols.
 * @property {string} kind
 * @property {string} section
 * @property {string} help What it means.
 * @property {string[]} [offers] Texts with tokens that make sense in it.
 * @property {string} [default]
 * @property {string[]} [options]
 * @property {boolean} [secret]
 * @property {boolean} [essential]
 * @property {string} [since]
 */

/**
 * @typedef {object} Catalogue
 * @property {Record<string, { title: string, port: string, parameters: string[] }>} protocols
 * @property {string[]} secrets The parameters that are shown as dots.
 * @property {string[]} releases
 * @property {import('../actions/formats.js').Format[]} formats
 * @property {string} mainFormat
 */

/**
 * @typedef {object} Help What parameters are and mean, and what formats ask for.
 * @property {Record<string, string>} sections
 * @property {Record<string, Described>} parameters
 * @property {Record<string, Record<string, Partial<Described>>>} own By protocol, where one is or means something else.
 * @property {Record<string, import('../actions/formats.js').FormatOption[]>} formats The options for writing, by format.
 */

/**
 * Load what Guacamole knows.
 * @param {string} url
 * @returns {Promise<Catalogue>}
 */
export function loadCatalogue(url) {
  return load(url);
}

/**
 * Load what parameters are and mean.
 * @param {string} url
 * @returns {Promise<Help>}
 */
export function loadHelp(url) {
  return load(url);
}

/**
 * Load the example labs.
 * @param {string} url
 * @returns {Promise<import('../model/diagram.js').Diagram[]>}
 */
export function loadExamples(url) {
  return load(url);
}

/**
 * @param {string} url
 */
async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The tables of the editor did not come: ${answer.status}`);
  return answer.json();
}
