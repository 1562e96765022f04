/** The command that gives the style of one thing to others. */

import { ChangeRecorder } from '../change-recorder.js';
import { nameAll } from '../names.js';
import { takenOver } from '../style.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Give the items *ids* what each can take over of *style*.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {import('../style.js').Style} style
 * @returns {Command}
 */
export function giveStyle(model, ids, style) {
  const recorder = new ChangeRecorder(model);
  const changed = [...ids].filter((id) => {
    const item = model.item(id);
    const fields = item ? Object.entries(takenOver(item, style)) : [];
    return fields.some(([field, value]) => ((item && Reflect.get(item, field)) || null) !== (value || null));
  });
  for (const id of changed) recorder.update(id, takenOver(/** @type {import('../diagram.js').Item} */ (model.item(id)), style));
  return recorder.toCommand(t('Style {names}', { names: nameAll(model, changed) }));
}
