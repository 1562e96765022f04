/** Actions that line up, spread out and size what is selected. */

import { alignItems, distributeItems } from '../../model/commands/positions/align.js';
import { makeAlike } from '../../model/commands/positions/geometry.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const LINING_UP = [
  { ...onPlaced('align-left', t('Align left'), (model, ids) => alignItems(model, ids, 'left'), 2), menus: { tidy: 20 } },
  { ...onPlaced('align-center', t('Align centers in a column'), (model, ids) => alignItems(model, ids, 'center'), 2), menus: { tidy: 21 } },
  { ...onPlaced('align-right', t('Align right'), (model, ids) => alignItems(model, ids, 'right'), 2), menus: { tidy: 22 } },
  { ...onPlaced('align-top', t('Align top'), (model, ids) => alignItems(model, ids, 'top'), 2), menus: { tidy: 23 } },
  { ...onPlaced('align-middle', t('Align middles in a row'), (model, ids) => alignItems(model, ids, 'middle'), 2), menus: { tidy: 24 } },
  { ...onPlaced('align-bottom', t('Align bottom'), (model, ids) => alignItems(model, ids, 'bottom'), 2), menus: { tidy: 25 } },
  { ...onPlaced('distribute-across', t('Distribute across'), (model, ids) => distributeItems(model, ids, 'x'), 3), menus: { tidy: 30 } },
  { ...onPlaced('distribute-down', t('Distribute down'), (model, ids) => distributeItems(model, ids, 'y'), 3), menus: { tidy: 31 } },
  { ...toField('set-gaps', t('Set the gaps between'), 'gap-x', 2), words: 'distribute spacing distance', menus: { tidy: 32 } },
  { ...onZones('same-width', t('Make zones equally wide'), (model, ids) => makeAlike(model, ids, ['width'])), menus: { tidy: 40 } },
  { ...onZones('same-height', t('Make zones equally high'), (model, ids) => makeAlike(model, ids, ['height'])), menus: { tidy: 41 } },
  { ...onZones('same-size', t('Make zones equally large'), (model, ids) => makeAlike(model, ids, ['width', 'height'])), menus: { tidy: 42 } },
  { ...toField('set-place', t('Set the position and size'), 'x'), words: 'x y width height coordinates', menus: { tidy: 43 } },
];

/**
 * Return an action that executes what *make* makes of the selected nodes and zones, where there are at least *least*.
 * @param {string} name
 * @param {string} label
 * @param {(model: DiagramModel, ids: string[]) => Command} make
 * @param {number} [least]
 * @returns {Action}
 */
export function onPlaced(name, label, make, least = 1) {
  return {
    name, label, group: 'Arrange',
    isEnabled: (editor) => placed(editor).length >= least,
    run: (editor) => editor.stack.execute(make(editor.model, placed(editor))),
  };
}

/**
 * Return the nodes and zones that are selected.
 * @param {Editor} editor
 * @returns {string[]}
 */
export function placed({ model, selection }) {
  return model.placedAmong(selection.ids);
}

/**
 * Return an action on at least two selected zones.
 * @param {string} name
 * @param {string} label
 * @param {(model: DiagramModel, ids: string[]) => Command} make
 * @returns {Action}
 */
function onZones(name, label, make) {
  return { ...onPlaced(name, label, make), words: 'same size', isEnabled: (editor) => placed(editor).filter((id) => editor.model.zones.has(id)).length > 1 };
}

/**
 * Return an action that brings the focus to the field *field* of the properties of at least *least* nodes and zones.
 * @param {string} name
 * @param {string} label
 * @param {string} field
 * @param {number} [least]
 * @returns {Action}
 */
function toField(name, label, field, least = 1) {
  return {
    name, label, group: 'Arrange',
    isEnabled: (editor) => placed(editor).length >= least,
    run: ({ sidePanels }) => sidePanels.showProperties(field),
  };
}
