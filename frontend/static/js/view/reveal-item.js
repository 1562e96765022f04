/** Scrolls an item into view. */

import { boxAround } from '../model/boxes.js';
import { isAccess, isLink } from '../model/items.js';

/**
 * Bring the item *id* into view, with both of its ends where it has two. Nothing happens where it is gone.
 * @param {{ model: import('../model/diagram-model.js').DiagramModel, viewport: import('./viewport.js').Viewport }} editor
 * @param {string} id
 */
export function revealItem({ model, viewport }, id) {
  const item = model.item(id);
  if (!item) return;
  const ends = isLink(item) ? [item.source.node, item.target.node] : isAccess(item) ? [item.users, item.target] : [id];
  const box = boxAround(model, ends);
  if (box) viewport.reveal(box);
}
