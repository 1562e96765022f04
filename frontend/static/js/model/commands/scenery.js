/** The command that takes devices for the drawing only, and back. */

import { ChangeRecorder } from '../change-recorder.js';
import { isDevice, isScenery } from '../items.js';
import { nameAll } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Take the devices among *ids* for the drawing only, or for more: what connections they have stay with them, and wait.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {boolean} scenery
 * @returns {Command}
 */
export function setScenery(model, ids, scenery) {
  const recorder = new ChangeRecorder(model);
  const changed = ids.filter((id) => isDevice(model.item(id)) && isScenery(model.item(id)) !== scenery);
  for (const id of changed) recorder.update(id, { scenery });
  const names = nameAll(model, changed);
  return recorder.toCommand(scenery ? t('Take {names} for the drawing only', { names }) : t('Take {names} for more than the drawing', { names }));
}
