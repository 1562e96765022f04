/** Commands that put things on layers, and hide, show and rename these. */

import { ChangeRecorder } from '../change-recorder.js';
import { nameAll } from '../names.js';
import { updateSettings } from './settings.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Put the nodes and zones *ids* on the layer *name*, or on none with an empty one.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {string} name
 * @param {{ mergeKey?: string }} [options]
 * @returns {Command}
 */
export function putOnLayer(model, ids, name, { mergeKey } = {}) {
  const recorder = new ChangeRecorder(model);
  const moved = ids.filter((id) => (model.placed(id)?.layer ?? '') !== name);
  for (const id of moved) recorder.update(id, { layer: name });
  const names = nameAll(model, ids);
  return recorder.toCommand(name ? t("Put {names} on the layer '{layer}'", { names, layer: name }) : t('Take {names} off its layer', { names }), mergeKey);
}

/**
 * Show or hide the layer *name*.
 * @param {DiagramModel} model
 * @param {string} name
 * @param {boolean} isShown
 * @returns {Command}
 */
export function showLayer(model, name, isShown) {
  const others = (model.settings.hidden ?? []).filter((each) => each !== name);
  const label = isShown ? t("Show the layer '{layer}'", { layer: name }) : t("Hide the layer '{layer}'", { layer: name });
  return updateSettings(model, { hidden: isShown ? others : [...others, name] }, { label });
}
