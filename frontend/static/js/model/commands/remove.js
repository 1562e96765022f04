/** Commands that take items off the drawing. */

import { Draft } from '../draft.js';
import { nameAll } from '../names.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Delete the items *ids*. Cables and access edges of what goes go too; what was in a zone that goes is then
 * in the zone around it; a pod whose users node goes becomes an ordinary zone.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {string} [label]
 * @returns {Command}
 */
export function removeItems(model, ids, label) {
  const doomed = new Set([...ids].filter((id) => model.item(id)));
  const draft = new Draft(model);
  for (const id of doomed) removeItem(model, draft, id, doomed);
  return draft.toCommand(label ?? `Delete ${nameAll(model, [...doomed])}`);
}

/**
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} id
 * @param {ReadonlySet<string>} doomed
 */
function removeItem(model, draft, id, doomed) {
  draft.remove(id);
  for (const link of model.linksOf(id)) draft.remove(link.id);
  for (const edge of model.accessOf(id)) draft.remove(edge.id);
  if (model.zones.has(id)) releaseContent(model, draft, id, doomed);
  if (model.nodes.get(id)?.type !== 'users') return;
  for (const zone of model.zones.values()) {
    if (zone.pod === id && !doomed.has(zone.id)) draft.update(zone.id, { pod: null });
  }
}

/**
 * @param {DiagramModel} model
 * @param {Draft} draft
 * @param {string} zoneId
 * @param {ReadonlySet<string>} doomed
 */
function releaseContent(model, draft, zoneId, doomed) {
  const heir = model.zonesAround(zoneId).find((zone) => !doomed.has(zone.id));
  for (const item of model.contentOf(zoneId)) {
    if (!doomed.has(item.id)) draft.update(item.id, { zone: heir?.id ?? null });
  }
}
