/** The server's catalogue of protocols and parameters, as the panels use it. */

/** @typedef {import('../panels/desk.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../panels/desk.js').ProtocolSpec} ProtocolSpec */

/**
 * @typedef {object} Described What the catalogue says about a parameter, once for all protocols.
 * @property {string} kind
 * @property {string} section
 * @property {string} help
 * @property {string} [default]
 * @property {string[]} [options]
 * @property {boolean} [secret]
 * @property {boolean} [essential]
 * @property {string} [since]
 */

/**
 * @typedef {object} Catalogue
 * @property {Record<string, string>} sections
 * @property {Record<string, Described>} parameters
 * @property {Record<string, { title: string, port: string, parameters: string[], own: Record<string, Partial<Described>> }>} protocols
 * @property {string[]} releases
 */

/**
 * Return the protocols of *catalogue*, each with its own parameters.
 * @param {Catalogue} catalogue
 * @returns {Record<string, ProtocolSpec>}
 */
export function readCatalogue({ protocols, parameters, sections }) {
  return Object.fromEntries(Object.entries(protocols).map(([name, { title, port, parameters: names, own }]) => {
    const specs = names.map((each) => specOf(each, { ...parameters[each], ...own[each] }, sections));
    return [name, { title, port, parameters: specs }];
  }));
}

/**
 * @param {string} name
 * @param {Described} described
 * @param {Record<string, string>} sections
 * @returns {ParameterSpec}
 */
function specOf(name, { kind, section, help, options = [], secret = false, essential = false, ...rest }, sections) {
  return {
    name, kind, help, options, secret, essential,
    section: sections[section] ?? section,
    default: rest.default ?? null,
    since: rest.since ?? null,
  };
}
