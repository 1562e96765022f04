/**
 * Pictures in the large file of a diagram: they go to the server one by one, because all together they may be more than it takes
 * from a guest at once.
 */

import { pictureBlob } from '../../kit/picture-data.js';
import { withPictures } from '../../model/copying/template.js';
import { isPicture } from '../../model/items.js';
import { plural } from '../../util/text.js';
import { MAX_SIZE } from './import-file.js';

/** @typedef {Readonly<Record<string, string>>} Pictures By their ids, as `data:`. */

/** Smaller files go as they are, and larger ones than can be opened too. */
const LARGE = 3 * 1024 * 1024;

/**
 * Return *file* without the pictures that are in it, and these; a small one, or one that is no diagram, as it is.
 * @param {File} file
 * @returns {Promise<{ file: File, pictures: Pictures }>}
 */
export async function takeOutPictures(file) {
  if (file.size <= LARGE || file.size > MAX_SIZE) return { file, pictures: {} };
  try {
    const content = JSON.parse(await file.text());
    if (content?.pictures?.constructor !== Object) return { file, pictures: {} };
    const { pictures, ...diagram } = content;
    return { file: new File([JSON.stringify(diagram)], file.name), pictures };
  } catch {
    return { file, pictures: {} };
  }
}

/**
 * Keep those of *pictures* that *diagram* shows with it, which was *made* of it, and have it show them under the ids that they
 * have there. Return how many were not kept and why, empty where all were: the diagram is there all the same.
 * @param {import('../../server/api.js').Api} api
 * @param {Pick<import('../../server/api-types.js').DiagramInfo, 'id' | 'revision'>} made
 * @param {import('../../model/diagram.js').Diagram} diagram
 * @param {Pictures} pictures
 * @returns {Promise<string>}
 */
export async function sendPictures(api, { id, revision }, diagram, pictures) {
  const shown = new Set(diagram.nodes.flatMap((node) => (isPicture(node) && node.picture ? [node.picture] : [])));
  /** @type {Map<string, string>} */
  const ids = new Map();
  /** @type {Error[]} */
  const errors = [];
  for (const name of shown) {
    if (!Object.hasOwn(pictures, name)) continue;
    try {
      const kept = await api.transport.send('POST', `/diagrams/${id}/pictures`, { raw: pictureBlob(pictures[name]) });
      if (kept.id !== name) ids.set(name, kept.id);
    } catch (error) {
      errors.push(/** @type {Error} */ (error));
    }
  }
  try {
    if (ids.size > 0) await api.saveDiagram(id, revision, withPictures(diagram, ids));
  } catch (error) {
    errors.push(...Array(ids.size).fill(error));
  }
  return describeUnkept(errors);
}

/** @param {readonly Error[]} errors One for each picture that is not kept. */
function describeUnkept(errors) {
  if (errors.length === 0) return '';
  const reason = errors[0].message;
  return plural('{count} picture on it is not kept: {reason}', '{count} pictures on it are not kept. Why the first is not: {reason}', errors.length, { reason });
}
