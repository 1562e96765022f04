/** Loads the pictures that lie on the drawing, each once, as addresses that are the pictures themselves: exports need them so. */

import { isPicture } from '../../model/items.js';

/** @typedef {import('../../context.js').Editor} Editor */

/** How often a picture is asked for that the server has not. */
const MOST_TRIES = 3;

/** @type {Map<string, number>} */
const tries = new Map();

/**
 * Load what the drawing of *editor* names and the view lacks; what does not come keeps its frame.
 * @param {Editor} editor
 */
export async function loadPictures({ api, autosave, model, view }) {
  const named = [...model.nodes.values()].flatMap((node) => (isPicture(node) && node.picture ? [node.picture] : []));
  const lacking = [...new Set(named)].filter((id) => !view.pictures.get(id) && (tries.get(id) ?? 0) < MOST_TRIES);
  await Promise.all(lacking.map(async (id) => {
    tries.set(id, (tries.get(id) ?? 0) + 1);
    try {
      const answer = await api.transport.open(`${api.transport.base}/diagrams/${autosave.id}/pictures/${id}`);
      view.pictures.put(id, await readImage(await answer.blob()));
      view.repaint();
    } catch {
      // It is asked for again once the drawing was saved.
    }
  }));
}

/**
 * Return the image in *blob*, decoded.
 * @param {Blob} blob
 * @returns {Promise<HTMLImageElement>}
 */
export async function readImage(blob) {
  const image = new Image();
  image.src = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(/** @type {string} */ (reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
  await image.decode();
  return image;
}
