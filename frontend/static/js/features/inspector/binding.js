/** Binds fields of the inspector to items of the model: reads values, and writes them through the command stack. */

import { MIXED } from '../../kit/forms/fields.js';
import { isDevice } from '../../model/items.js';
import { updateItems } from '../../model/commands/update.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
/** @typedef {import('../../model/diagram.js').Connection} Connection */

/**
 * @typedef {object} Place Which parameter of which connection.
 * @property {Editor} editor
 * @property {string} id
 * @property {number} place
 * @property {string} name
 */

/**
 * Return a function that executes what *build* makes of the model and the value that a field writes. Commands that
 * one field makes in a row become one step.
 * @template T
 * @param {Editor} editor
 * @param {(value: T) => Command} build
 * @returns {(value: T) => void}
 */
function writer(editor, build) {
  return (value) => editor.stack.execute(build(value));
}

/**
 * Return how the field *field* of the items *ids* is read and written.
 * @template T
 * @param {Editor} editor
 * @param {readonly string[]} ids
 * @param {string} field
 * @returns {{ name: string, read: () => T | typeof MIXED, write: (value: T) => void }}
 */
export function fieldOf(editor, ids, field) {
  const { model } = editor;
  const mergeKey = `${ids.join(' ')} ${field}`;
  return {
    name: field,
    read: () => common(ids.map((id) => model.item(id)).filter((item) => item && field in item), (item) => Reflect.get(item, field)),
    write: writer(editor, (value) => updateItems(model, ids, { [field]: value }, { mergeKey })),
  };
}

/**
 * Return what *read* says of all *items*, or MIXED where they do not agree.
 * @template Item, T
 * @param {readonly Item[]} items
 * @param {(item: NonNullable<Item>) => T} read
 * @returns {T | typeof MIXED}
 */
export function common(items, read) {
  const values = new Set(items.map((item) => read(/** @type {NonNullable<Item>} */ (item))));
  return values.size === 1 ? [...values][0] : MIXED;
}

/**
 * Return the connection at *place* of the device *id*, if both are still there.
 * @param {Editor} editor
 * @param {string} id
 * @param {number} place
 * @returns {Connection | undefined}
 */
export function connectionOf(editor, id, place) {
  const device = editor.model.item(id);
  return isDevice(device) ? device.connections[place] : undefined;
}

/**
 * Return what the catalogue says about a parameter, if it knows it.
 * @param {Place} where
 */
export function specOf({ editor, id, place, name }) {
  const protocol = connectionOf(editor, id, place)?.protocol ?? '';
  return editor.catalogue[protocol]?.parameters.find((spec) => spec.name === name);
}
