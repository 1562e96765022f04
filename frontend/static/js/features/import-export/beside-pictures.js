/**
 * Pictures in the file of a diagram: they go to the server one by one, because all together they may be more than it takes from
 * a guest at once.
 */

import { pictureBlob } from '../../kit/picture-data.js';
import { t } from '../../util/text.js';
import { MAX_SIZE } from './import-file.js';

/** @typedef {Readonly<Record<string, string>>} Pictures By their ids, as `data:`. */

/** Smaller files go as they are, and larger ones than can be opened too. */
const LARGE = 3 * 1024 * 1024;

/**
 * Return *file* without the pictures that are in it, and these; a small one, or one that is no diagram, as it is.
 * @param {File} file
 * @returns {Promise<{ file: File, pictures: Pictures }>}
 */
export async function partPictures(file) {
  if (file.size <= LARGE || file.size > MAX_SIZE) return { file, pictures: {} };
  try {
    const { pictures, ...diagram } = JSON.parse(await file.text());
    if (pictures?.constructor !== Object) return { file, pictures: {} };
    return { file: new File([JSON.stringify(diagram)], file.name), pictures };
  } catch {
    return { file, pictures: {} };
  }
}

/**
 * Keep *pictures* with the diagram *id*. Return why one was not kept, empty where all were: the diagram is there all the same.
 * @param {import('../../server/api.js').Api} api
 * @param {string} id
 * @param {Pictures} pictures
 * @returns {Promise<string>}
 */
export async function sendPictures(api, id, pictures) {
  try {
    for (const data of Object.values(pictures)) await api.transport.send('POST', `/diagrams/${id}/pictures`, { raw: pictureBlob(data) });
    return '';
  } catch (error) {
    return t('A picture on it is not kept: {reason}', { reason: /** @type {Error} */ (error).message });
  }
}
