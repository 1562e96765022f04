/** Commands that change the z-order of nodes and zones. */

import { nameAll } from '../../names.js';
import { fill, t } from '../../../util/text.js';

/** @typedef {import('../../changes.js').Command} Command */
/** @typedef {import('../../changes.js').Change} Change */
/** @typedef {import('../../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {'front' | 'forward' | 'backward' | 'back'} Where */

/** @type {Readonly<Record<Where, string>>} */
const LABELS = {
  front: t('Bring {names} to the front'),
  forward: t('Bring {names} forward'),
  backward: t('Bring {names} backward'),
  back: t('Bring {names} to the back'),
};

/**
 * Bring the nodes and zones *ids* to the *where* of their list.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Where} where
 * @returns {Command}
 */
export function reorderItems(model, ids, where) {
  const chosen = new Set(model.placedAmong(ids));
  const changes = [...orderChanges(model, 'zones', chosen, where), ...orderChanges(model, 'nodes', chosen, where)];
  return { label: fill(LABELS[where], { names: nameAll(model, [...chosen]) }), changes };
}

/**
 * @param {DiagramModel} model
 * @param {'nodes' | 'zones'} collection
 * @param {ReadonlySet<string>} chosen
 * @param {Where} where
 * @returns {Change[]}
 */
function orderChanges(model, collection, chosen, where) {
  const before = [...model[collection].keys()];
  const places = new Map(before.map((id, place) => [id, place]));
  const after = reorder(before, chosen, where);
  return after.flatMap((id, to) => {
    const from = /** @type {number} */ (places.get(id));
    const item = model[collection].get(id) ?? null;
    return from === to ? [] : [{ collection, id, before: item, after: item, from, to }];
  });
}

/**
 * @param {string[]} ids
 * @param {ReadonlySet<string>} chosen
 * @param {Where} where
 * @returns {string[]}
 */
function reorder(ids, chosen, where) {
  if (where === 'backward') return reorder(ids.toReversed(), chosen, 'forward').toReversed();
  const picked = ids.filter((id) => chosen.has(id));
  const others = ids.filter((id) => !chosen.has(id));
  if (where === 'front') return [...others, ...picked];
  if (where === 'back') return [...picked, ...others];
  return stepForward(ids, chosen);
}

/**
 * @param {string[]} ids
 * @param {ReadonlySet<string>} chosen
 * @returns {string[]}
 */
function stepForward(ids, chosen) {
  const moved = [...ids];
  for (let i = moved.length - 2; i >= 0; i--) {
    if (chosen.has(moved[i]) && !chosen.has(moved[i + 1])) [moved[i], moved[i + 1]] = [moved[i + 1], moved[i]];
  }
  return moved;
}
