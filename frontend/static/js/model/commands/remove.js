/** Commands that delete items. */

import { ChangeRecorder } from '../change-recorder.js';
import { nameAll } from '../names.js';
import { t } from '../../util/text.js';

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
  const recorder = new ChangeRecorder(model);
  for (const id of doomed) removeItem(model, recorder, id, doomed);
  return recorder.toCommand(label ?? t('Delete {names}', { names: nameAll(model, [...doomed]) }));
}

/**
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} id
 * @param {ReadonlySet<string>} doomed
 */
function removeItem(model, recorder, id, doomed) {
  recorder.remove(id);
  for (const link of model.linksOf(id)) recorder.remove(link.id);
  for (const edge of model.accessOf(id)) recorder.remove(edge.id);
  if (model.zones.has(id)) releaseContent(model, recorder, id, doomed);
  if (model.nodes.get(id)?.type !== 'users') return;
  for (const zone of model.zones.values()) {
    if (zone.pod === id && !doomed.has(zone.id)) recorder.update(zone.id, { pod: null });
  }
}

/**
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {string} zoneId
 * @param {ReadonlySet<string>} doomed
 */
function releaseContent(model, recorder, zoneId, doomed) {
  const heir = model.zonesAround(zoneId).find((zone) => !doomed.has(zone.id));
  for (const item of model.contentOf(zoneId)) {
    if (!doomed.has(item.id)) recorder.update(item.id, { zone: heir?.id ?? null });
  }
}
