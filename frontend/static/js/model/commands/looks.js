/** Commands that change how annotations look: their colours, texts and sizes. */

import { ChangeRecorder } from '../change-recorder.js';
import { isColorable } from '../looks.js';
import { nameAll, nameOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Note} Note */
/** @typedef {import('../diagram.js').Shape} Shape */
/** @typedef {import('../geometry/figures.js').Fields} Fields */
/** @typedef {import('../looks.js').Color} Color */
/** @typedef {Partial<Pick<Note, 'heading' | 'plain' | 'size'>>} NoteLook */

/**
 * Give the zones, notes and shapes among *ids* the colour *color*, or that of their sort with null.
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 * @param {Color | null} color
 * @returns {Command}
 */
export function colorItems(model, ids, color) {
  const recorder = new ChangeRecorder(model);
  const changed = ids.filter((id) => {
    const item = model.item(id);
    return isColorable(item) && (item.color ?? null) !== color;
  });
  for (const id of changed) recorder.update(id, { color });
  return recorder.toCommand(t('Colour {names}', { names: nameAll(model, changed) }));
}

/**
 * Give the note *id* the look *fields*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {NoteLook} fields
 * @param {string} [mergeKey]
 * @returns {Command}
 */
export function setNoteLook(model, id, fields, mergeKey) {
  const recorder = new ChangeRecorder(model);
  recorder.update(id, fields);
  return recorder.toCommand(t('Change {names}', { names: nameOf(model, id) }), mergeKey);
}

/**
 * Give the shape *id* the place and size *fields*, or another figure.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {Fields | Pick<Shape, 'shape'>} fields
 * @returns {Command}
 */
export function reshape(model, id, fields) {
  const recorder = new ChangeRecorder(model);
  recorder.update(id, fields);
  return recorder.toCommand('shape' in fields ? t('Change {names}', { names: nameOf(model, id) }) : t('Resize {name}', { name: nameOf(model, id) }));
}
