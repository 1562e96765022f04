/** The catalogue of Guacamole's protocols and parameters, as the inspector uses it. */

/** @typedef {import('./reference.js').Described} Described */
/** @typedef {import('./reference.js').Catalogue} Catalogue */
/** @typedef {import('./reference.js').Help} Help */

/**
 * @typedef {object} ParameterSpec What the catalogue says about one parameter of a protocol.
 * @property {string} name
 * @property {string} kind `string`, `multiline`, `boolean`, `integer`, `port`, `enum` or `timezone`.
 * @property {string[]} options All that an `enum` may be; for another kind, what is usual.
 * @property {string[]} offers Texts with tokens that make sense.
 * @property {string | null} default
 * @property {string} help
 * @property {string} section
 * @property {boolean} secret
 * @property {boolean} essential Whether it is offered without being looked for.
 * @property {string | null} since The first Guacamole that knows it, null where all do.
 */

/** @typedef {{ title: string, port: string, parameters: ParameterSpec[] }} ProtocolSpec */

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
 * Have the parameters of *catalogue* say what they mean and which tokens fit.
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @param {Help} help
 */
export function addHelp(catalogue, { parameters, own, offers }) {
  for (const [protocol, { parameters: specs }] of Object.entries(catalogue)) {
    for (const spec of specs) {
      spec.help = own[protocol]?.[spec.name] ?? parameters[spec.name];
      spec.offers = offers[spec.name] ?? [];
    }
  }
}

/**
 * @param {string} name
 * @param {Described} described
 * @param {Record<string, string>} sections
 * @returns {ParameterSpec}
 */
function specOf(name, { kind, section, options = [], secret = false, essential = false, ...rest }, sections) {
  return {
    name, kind, options, secret, essential,
    help: '',
    offers: [],
    section: sections[section] ?? section,
    default: rest.default ?? null,
    since: rest.since ?? null,
  };
}
