/** Commands that align and distribute nodes and zones. */

import { findMovers, placeItems } from './move.js';
import { outermost, withContent } from '../../geometry/containment.js';
import { boxOf } from '../../geometry/boxes.js';
import { nameAll } from '../../names.js';
import { fill, t } from '../../../util/text.js';

/** @typedef {import('../../changes.js').Command} Command */
/** @typedef {import('../../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../diagram.js').Node} Node */
/** @typedef {import('../../diagram.js').Zone} Zone */
/** @typedef {import('../../../util/geometry.js').Box} Box */
/** @typedef {import('../../../util/geometry.js').Point} Point */
/** @typedef {'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'} Side */
/** @typedef {'x' | 'y'} Axis */
/** @typedef {{ id: string, box: Box }} Block */

/** @type {Readonly<Record<Side, { axis: Axis, share: 0 | 0.5 | 1 }>>} */
const SIDES = {
  left: { axis: 'x', share: 0 },
  center: { axis: 'x', share: 0.5 },
  right: { axis: 'x', share: 1 },
  top: { axis: 'y', share: 0 },
  middle: { axis: 'y', share: 0.5 },
  bottom: { axis: 'y', share: 1 },
};

/**
 * Line up the *side* of the nodes and zones *ids*; what is locked stays.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Side} side
 * @returns {Command}
 */
export function alignItems(model, ids, side) {
  const { axis, share } = SIDES[side];
  const blocks = blocksOf(model, ids);
  const low = Math.min(...blocks.map((block) => block.box[axis]));
  const high = Math.max(...blocks.map((block) => block.box[axis] + sizeOf(block, axis)));
  const line = low + (high - low) * share;
  const shifts = blocks.map((block) => line - block.box[axis] - sizeOf(block, axis) * share);
  return shiftBlocks(model, blocks, axis, shifts, t('Align {names}'));
}

/**
 * Leave the same room between the nodes and zones *ids* along *axis*; the outermost two stay.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Axis} axis
 * @returns {Command}
 */
export function distributeItems(model, ids, axis) {
  const blocks = sortedBlocks(model, ids, axis);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last || blocks.length < 3) return { label: t('Distribute'), changes: [] };
  const span = last.box[axis] + sizeOf(last, axis) - first.box[axis];
  const filled = blocks.reduce((sum, block) => sum + sizeOf(block, axis), 0);
  const gap = (span - filled) / (blocks.length - 1);
  let next = first.box[axis];
  const shifts = blocks.map((block) => {
    const shift = Math.round(next - block.box[axis]);
    next += sizeOf(block, axis) + gap;
    return shift;
  });
  return shiftBlocks(model, blocks, axis, shifts, t('Distribute {names}'));
}

/**
 * Leave *gap* between the nodes and zones *ids* along *axis*; the first stays.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Axis} axis
 * @param {number} gap
 * @returns {Command}
 */
export function spaceItems(model, ids, axis, gap) {
  const blocks = sortedBlocks(model, ids, axis);
  let next = blocks[0]?.box[axis] ?? 0;
  const shifts = blocks.map((block) => {
    const shift = next - block.box[axis];
    next += sizeOf(block, axis) + gap;
    return shift;
  });
  return shiftBlocks(model, blocks, axis, shifts, t('Space out {names}'));
}

/**
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Axis} axis
 * @returns {Block[]}
 */
function sortedBlocks(model, ids, axis) {
  return blocksOf(model, ids).sort((a, b) => a.box[axis] - b.box[axis]);
}

/**
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Block[]}
 */
function blocksOf(model, ids) {
  return outermost(model, ids).map((id) => ({ id, box: boxOf(/** @type {Node | Zone} */ (model.placed(id))) }));
}

/**
 * @param {Block} block
 * @param {Axis} axis
 */
function sizeOf(block, axis) {
  return axis === 'x' ? block.box.width : block.box.height;
}

/**
 * @param {DiagramModel} model
 * @param {Block[]} blocks
 * @param {Axis} axis
 * @param {number[]} shifts
 * @param {string} label With a place for their names.
 * @returns {Command}
 */
function shiftBlocks(model, blocks, axis, shifts, label) {
  /** @type {Map<string, Point>} */
  const positions = new Map();
  const movers = findMovers(model, blocks.map((block) => block.id));
  blocks.forEach((block, place) => {
    for (const id of withContent(model, [block.id])) {
      const item = model.placed(id);
      if (item && movers.has(id)) positions.set(id, { x: item.x, y: item.y, [axis]: item[axis] + shifts[place] });
    }
  });
  const ids = blocks.map((block) => block.id);
  return placeItems(model, positions, { label: fill(label, { names: nameAll(model, ids) }), regroup: ids.filter((id) => movers.has(id)) });
}
