/** Brings an item into view at once. */

import { boxAroundDrawn } from '../model/geometry/boxes.js';

/** @typedef {{ model: import('../model/diagram-model.js').DiagramModel, viewport: import('./viewport.js').Viewport }} Editor */

/**
 * Bring the item *id* into view, with both of its ends where it has two, at *smallest* times its real size where the screen
 * has room for that. Nothing happens where it is gone.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} [smallest]
 */
export function revealItem({ model, viewport }, id, smallest) {
  const box = boxAroundDrawn(model, [id]);
  if (box) viewport.reveal(box, smallest);
}
