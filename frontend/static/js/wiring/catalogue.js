/** The server's catalogue of protocols and parameters, as the panels use it. */

/** @typedef {import('../panels/desk.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../panels/desk.js').ProtocolSpec} ProtocolSpec */
/** @typedef {import('../io/reference.js').Described} Described */
/** @typedef {import('../io/reference.js').Catalogue} Catalogue */

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
