/** Imports a file: checks its size and has the server read it, so that the browser parses no format itself. */

import { ApiError } from '../../server/transport.js';

/** @typedef {import('../../server/api.js').Api} Api */
/** @typedef {import('../../server/api.js').ImportedFile} ImportedFile */

const MAX_SIZE = 8 * 1024 * 1024;

/**
 * Return what *file* holds. Throws an ApiError that says what is wrong with it.
 * @param {Api} api
 * @param {File} file
 * @param {Record<string, string>} query What is known of it: its format, and the options of that.
 * @returns {Promise<ImportedFile>}
 */
export async function importFile(api, file, query = {}) {
  if (file.size === 0) throw refusal(`${file.name} is empty. Choose a diagram that Labmapper has exported, or a config.yaml.`);
  if (file.size > MAX_SIZE) throw refusal(`${file.name} is larger than 8 MiB. Choose a smaller file.`);
  return api.importFile(file, query);
}

/** @param {string} message */
function refusal(message) {
  return new ApiError(message, { status: 400, code: 'file' });
}
