/** Commands that change the style of things: colours, sizes of text, figures, and what others take over. */

import { ChangeRecorder } from '../change-recorder.js';
import { isColorable } from '../style-values.js';
import { nameAll, nameOf } from '../names.js';
import { takenOver } from '../style.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Note} Note */
/** @typedef {import('../diagram.js').Shape} Shape */
/** @typedef {import('../geometry/figures.js').Fields} Fields */
/** @typedef {import('../style-values.js').Color} Color */
/** @typedef {Partial<Pick<Note, 'heading' | 'plain' | 'size'>>} NoteStyle */

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
 * Give the note *id* the style *fields*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {NoteStyle} fields
 * @param {string} [mergeKey]
 * @returns {Command}
 */
export function setNoteStyle(model, id, fields, mergeKey) {
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
