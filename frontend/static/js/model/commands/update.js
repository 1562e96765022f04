/** Commands that change fields of items. */

import { ChangeRecorder } from '../change-recorder.js';
import { nameAll, nameOf } from '../names.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {{ label?: string, mergeKey?: string }} Options */

/**
 * Give all *ids* the values *fields*, for example `{ count: 11 }`. Items that lack one of the fields keep theirs.
 * While somebody types, pass one `mergeKey` (such as `r1 label`), and `seal` the stack when the field is left.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {Readonly<Record<string, unknown>>} fields
 * @param {Options} [options]
 * @returns {Command}
 */
export function updateItems(model, ids, fields, options = {}) {
  const recorder = new ChangeRecorder(model);
  const fitting = [...ids].filter((id) => hasFields(model.item(id), fields));
  for (const id of fitting) recorder.update(id, fields);
  return recorder.toCommand(options.label ?? t('Change {names}', { names: nameAll(model, fitting) }), options.mergeKey);
}

/**
 * Call the node or zone *id* *label*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {string} label
 * @param {Options} [options]
 * @returns {Command}
 */
export function renameItem(model, id, label, options = {}) {
  return updateItems(model, [id], { label }, { label: t('Rename {name}', { name: nameOf(model, id) }), ...options });
}

/**
 * Lock or unlock the nodes and zones *ids*: what is locked cannot be moved.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @param {boolean} locked
 * @returns {Command}
 */
export function lockItems(model, ids, locked) {
  const all = [...ids];
  const names = nameAll(model, all);
  return updateItems(model, all, { locked }, { label: locked ? t('Lock {names}', { names }) : t('Unlock {names}', { names }) });
}

/**
 * Name the interface at one end of the link *id*.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {'source' | 'target'} end
 * @param {string} name
 * @param {Options} [options]
 * @returns {Command}
 */
export function nameInterface(model, id, end, name, options = {}) {
  const link = model.links.get(id);
  if (!link) throw new Error(`There is no link '${id}' on the drawing`);
  const fields = { [end]: { ...link[end], interface: name } };
  return updateItems(model, [id], fields, { label: t('Name an interface of {name}', { name: nameOf(model, id) }), ...options });
}

/**
 * @param {object | undefined} item
 * @param {object} fields
 */
function hasFields(item, fields) {
  return item !== undefined && Object.keys(fields).every((name) => name in item);
}
