/** Generates the mapping on the server and downloads it. */

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../server/api-types.js').Mapping} Mapping */
/** @typedef {import('../saving/autosave.js').Autosave} Autosave */

/**
 * Save the diagram, have its mapping generated, hand it to *give* and return it. Throws an ApiError, with the
 * problems of the drawing where they are what keeps it from being generated.
 * @param {object} options
 * @param {Autosave} options.autosave
 * @param {Api} options.api
 * @param {(url: string, name: string) => void} options.give
 * @returns {Promise<Mapping>}
 */
export async function downloadMapping({ autosave, api, give }) {
  await autosave.flush();
  const mapping = await api.createMapping(/** @type {string} */ (autosave.id));
  give(mapping.url, 'user-mapping.xml');
  return mapping;
}
