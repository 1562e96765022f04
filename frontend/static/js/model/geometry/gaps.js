/** How much room is between items. */

import { boxOf } from './boxes.js';
import { outermost } from './containment.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Return how much room is between the nodes and zones *ids* along *axis*, from each to the next; less than 0 where two overlap.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {'x' | 'y'} axis
 * @returns {number[]}
 */
export function gapsBetween(model, ids, axis) {
  const boxes = outermost(model, ids).flatMap((id) => model.placed(id) ?? []).map(boxOf).sort((a, b) => a[axis] - b[axis]);
  const side = axis === 'x' ? 'width' : 'height';
  return boxes.slice(1).map((box, place) => box[axis] - boxes[place][axis] - boxes[place][side]);
}
