/** The catalogue of Guacamole's protocols and parameters, as the inspector uses it. */

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

/** What is not known of a parameter before its help has come. */
const UNKNOWN = { kind: 'string', options: [], offers: [], default: null, help: '', section: '', essential: false, since: null };

/**
 * Return the protocols of *catalogue*, each with its own parameters, of which nothing but their names and which are secret is known yet.
 * @param {Catalogue} catalogue
 * @returns {Record<string, ProtocolSpec>}
 */
export function readCatalogue({ protocols, secrets }) {
  const specOf = (/** @type {string} */ name) => ({ ...UNKNOWN, name, secret: secrets.includes(name) });
  return Object.fromEntries(Object.entries(protocols).map(([name, { title, port, parameters }]) =>
    [name, { title, port, parameters: parameters.map(specOf) }]));
}

/**
 * Have the parameters of *catalogue* say what they are and mean, and which tokens fit.
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @param {Help} help
 */
export function addHelp(catalogue, { sections, parameters, own }) {
  for (const [protocol, { parameters: specs }] of Object.entries(catalogue)) {
    for (const spec of specs) {
      Object.assign(spec, parameters[spec.name], own[protocol]?.[spec.name]);
      spec.section = sections[spec.section] ?? spec.section;
    }
  }
}
