/** Commands on the title, the settings and the diagram as a whole. */

import { COLLECTIONS } from '../diagram.js';
import { placesIn } from '../change-recorder.js';
import { isDeepEqual } from '../../util/deep-equal.js';
import { frozenCopy } from '../../util/freeze.js';
import { t } from '../../util/text.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../changes.js').Change} Change */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').CollectionName} CollectionName */
/** @typedef {import('../diagram.js').Diagram} Diagram */
/** @typedef {import('../diagram.js').Item} Item */
/** @typedef {import('../diagram.js').Settings} Settings */

/**
 * Call the diagram *title*.
 * @param {DiagramModel} model
 * @param {string} title
 * @param {{ mergeKey?: string }} [options]
 * @returns {Command}
 */
export function setTitle(model, title, options = {}) {
  return { label: t('Rename the diagram'), changes: titleChange(model, title), ...options };
}

/**
 * Change the settings *fields*.
 * @param {DiagramModel} model
 * @param {Partial<Settings>} fields
 * @param {{ label?: string }} [options]
 * @returns {Command}
 */
export function updateSettings(model, fields, options = {}) {
  return { label: t('Change the settings'), changes: settingsChange(model, { ...model.settings, ...fields }), ...options };
}

/**
 * Put the whole *diagram* in the place of what is on the drawing: an import, an example, an older revision.
 * @param {DiagramModel} model
 * @param {Diagram} diagram
 * @param {string} label
 * @returns {Command}
 */
export function replaceDiagram(model, diagram, label) {
  const items = COLLECTIONS.flatMap((collection) => listChanges(model, collection, diagram[collection]));
  return { label, changes: [...titleChange(model, diagram.title), ...settingsChange(model, diagram.settings), ...items] };
}

/**
 * @param {DiagramModel} model
 * @param {string} title
 * @returns {Change[]}
 */
function titleChange(model, title) {
  return title === model.title ? [] : [{ collection: 'diagram', id: 'title', before: model.title, after: title }];
}

/**
 * @param {DiagramModel} model
 * @param {Settings} settings
 * @returns {Change[]}
 */
function settingsChange(model, settings) {
  if (isDeepEqual(settings, model.settings)) return [];
  return [{ collection: 'diagram', id: 'settings', before: model.settings, after: { ...settings } }];
}

/**
 * @param {DiagramModel} model
 * @param {CollectionName} collection
 * @param {readonly Item[]} items
 * @returns {Change[]}
 */
function listChanges(model, collection, items) {
  const from = placesIn(model[collection]);
  const after = new Map(items.map((item, to) => [item.id, { item: frozenCopy(item), to }]));
  return [...new Set([...from.keys(), ...after.keys()])].map((id) => ({
    collection,
    id,
    before: model[collection].get(id) ?? null,
    after: after.get(id)?.item ?? null,
    from: from.get(id),
    to: after.get(id)?.to,
  }));
}
