/** Imports a file: checks its size and has the server read it, so that the browser parses no format itself. */

import { ApiError } from '../../server/transport.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../server/api.js').Api} Api */

const MAX_SIZE = 8 * 1024 * 1024;

/**
 * Return what *file* holds. Throws an ApiError that says what is wrong with it.
 * @param {Api} api
 * @param {File} file
 * @param {Record<string, string>} [query] What is known of it: its format, and the options of that.
 * @returns {Promise<import('../../server/api-types.js').Imported>}
 */
export async function importFile(api, file, query = {}) {
  if (file.size === 0) throw refusal(t('{file} is empty. Choose a diagram that Labmapper has exported, or a config.yaml.', { file: file.name }));
  if (file.size > MAX_SIZE) throw refusal(t('{file} is larger than 8 MiB. Choose a smaller file.', { file: file.name }));
  return api.importFile(file, query);
}

/** @param {string} message */
function refusal(message) {
  return new ApiError(message, { status: 400, code: 'file' });
}
