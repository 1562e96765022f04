/** The server's catalogue of protocols and parameters, as the panels use it. */

/** @typedef {import('../../gestures/desk.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../../gestures/desk.js').ProtocolSpec} ProtocolSpec */
/** @typedef {import('../../server/reference.js').Described} Described */
/** @typedef {import('../../server/reference.js').Catalogue} Catalogue */
/** @typedef {import('../../server/reference.js').Help} Help */

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
 * Have the protocols of *desk* say what their parameters mean and which tokens fit, and *desk* have all parts of the
 * inspector, from the first thing on the drawing on: before, there is no parameter to ask about. What does not come is
 * asked for again with the next change.
 * @param {import('../../gestures/desk.js').Desk} desk
 * @param {() => Promise<Help>} load
 * @param {() => void} update Called when they do.
 */
export function connectHelp(desk, load, update) {
  const { catalogue, model, stack } = desk;
  let isAsked = false;
  const ask = async () => {
    if (isAsked || model.isEmpty) return;
    isAsked = true;
    try {
      const [help, further] = await Promise.all([load(), import('./further.js')]);
      addHelp(catalogue, help);
      desk.further = further;
      update();
    } catch {
      isAsked = false;
    }
  };
  stack.addEventListener('changed', () => void ask());
  void ask();
}

/**
 * @param {Readonly<Record<string, ProtocolSpec>>} catalogue
 * @param {Help} help
 */
function addHelp(catalogue, { parameters, own, offers }) {
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
