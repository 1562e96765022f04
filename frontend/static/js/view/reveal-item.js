/** Scrolls an item into view. */

import { boxAround } from '../model/boxes.js';
import { isAccess, isLink } from '../model/items.js';

/** The zoom from which on labels and addresses are read with ease. */
export const READABLE = 0.8;

/**
 * Bring the item *id* into view, with both of its ends where it has two, at *smallest* times its real size where the screen
 * has room for that. Nothing happens where it is gone.
 * @param {{ model: import('../model/diagram-model.js').DiagramModel, viewport: import('./viewport.js').Viewport }} editor
 * @param {string} id
 * @param {number} [smallest]
 */
export function revealItem({ model, viewport }, id, smallest) {
  const item = model.item(id);
  if (!item) return;
  const ends = isLink(item) ? [item.source.node, item.target.node] : isAccess(item) ? [item.users, item.target] : [id];
  const box = boxAround(model, ends);
  if (box) viewport.reveal(box, smallest);
}
