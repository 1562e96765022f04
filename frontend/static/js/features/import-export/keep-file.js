/** Keeps a lab file with the diagram that was made of it, where one wants that. */

import { LabFilesApi } from '../../server/lab-files-api.js';
import { t } from '../../util/text.js';
import { packForm } from './import-file.js';

/** What a server takes as the name of a file. */
const LONGEST_NAME = 200;

/**
 * Keep *file* with the diagram *id*: as it is, and with the options that it was read with. Return why it was not, empty where
 * it was: the diagram is there all the same.
 * @param {import('../../server/api.js').Api} api
 * @param {string} id
 * @param {File} file
 * @param {string} format
 * @param {Record<string, string>} values
 * @returns {Promise<string>}
 */
export async function keepFile(api, id, file, format, values) {
  const name = file.name.replace(/[^\P{C} ]/gu, '').trim().slice(-LONGEST_NAME) || format;
  const texts = Object.entries({ ...values, name, format }).map(([key, value]) => [key, new Blob([value])]);
  try {
    await new LabFilesApi(api, id).keep(await packForm({ file, ...Object.fromEntries(texts) }));
    return '';
  } catch (error) {
    return t('{file} is not kept: {reason}', { file: file.name, reason: /** @type {Error} */ (error).message });
  }
}
