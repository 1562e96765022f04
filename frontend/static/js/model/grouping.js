/** Groups items into a new zone, and says why not, or what else had to move. */

import { groupIntoZone } from './commands/zones.js';
import { mayGroup } from './rules.js';
import { t } from '../util/text.js';

/** @typedef {import('./changes.js').Change} Change */

/**
 * @typedef {object} Parts
 * @property {import('./diagram-model.js').DiagramModel} model
 * @property {import('./command-stack.js').CommandStack} stack
 * @property {import('../util/ids.js').NewId} newId
 * @property {(text: string) => void} say
 * @property {(id: string) => void} reveal Selects the item and brings it into view.
 */

const GATHERED = t('Other things lay between these, so they were moved together. Undo puts everything back.');

/**
 * Draw a zone around the nodes and zones *ids*, and select it.
 * @param {Parts} parts
 * @param {readonly string[]} ids
 */
export function groupItems({ model, stack, newId, say, reveal }, ids) {
  const verdict = mayGroup(model, ids);
  if (verdict !== true) return say(verdict);
  const id = newId('z');
  const command = groupIntoZone(model, id, ids);
  stack.execute(command);
  reveal(id);
  if (command.changes.some(isMoved)) say(GATHERED);
}

/**
 * Return whether a node is elsewhere after *change*: zones around the new one may have grown without moving anything.
 * @param {Change} change
 */
function isMoved({ collection, before, after }) {
  if (collection !== 'nodes') return false;
  const [old, item] = /** @type {import('./diagram.js').Node[]} */ ([before, after]);
  return old.x !== item.x || old.y !== item.y;
}
