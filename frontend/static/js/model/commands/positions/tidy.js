/** The command that applies an arrangement from the server. */

import { ChangeRecorder } from '../../change-recorder.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../changes.js').Command} Command */
/** @typedef {import('../../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../../util/geometry.js').Box} Box */
/** @typedef {import('../../../util/geometry.js').Point} Point */
/** @typedef {{ nodes: Record<string, Point>, zones: Record<string, Box>, shapes: Record<string, Box> }} Arrangement New middles of nodes, boxes of zones, and middles and sizes of shapes, by id. */

/**
 * Move nodes and zones to the places of *arrangement*; what is in which zone stays as it is, and so does what was
 * deleted or locked since it was asked for. Cables that were led through bends run straight where an end of them moves.
 * @param {DiagramModel} model
 * @param {Arrangement} arrangement
 * @returns {Command}
 */
export function applyArrangement(model, { nodes, zones, shapes }) {
  const recorder = new ChangeRecorder(model);
  for (const [id, place] of [nodes, zones, shapes].flatMap((places) => Object.entries(places))) {
    const item = model.placed(id);
    if (item && !item.locked) recorder.update(id, { ...place });
  }
  for (const link of model.links.values()) {
    if (link.bends?.length && (link.source.node in nodes || link.target.node in nodes)) recorder.update(link.id, { bends: [] });
  }
  return recorder.toCommand(t('Tidy up'));
}
