/** Imports a file: checks its size and has the server read it, so that the browser parses no format itself. */

import { DEFAULT_TITLE } from '../../model/diagram.js';
import { ApiError } from '../../server/transport.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../server/api.js').Api} Api */

const LONGEST_TITLE = 200;
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

/**
 * Return *diagram* with a title: its own, or where it has none, the name of the file without its ending.
 * @param {import('../../model/diagram.js').Diagram} diagram
 * @param {string} fileName
 */
export function withTitle(diagram, fileName) {
  if (diagram.title !== '' && diagram.title !== DEFAULT_TITLE) return diagram;
  const title = fileName.replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, '').trim().slice(0, LONGEST_TITLE);
  return { ...diagram, title: title || DEFAULT_TITLE };
}

/** @param {string} message */
function refusal(message) {
  return new ApiError(message, { status: 400, code: 'file' });
}
