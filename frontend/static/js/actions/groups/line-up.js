/** Actions that line up, spread out and size what is selected. */

import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const LINING_UP = [
  { ...lining('align-left', t('Align left'), 2), menus: { tidy: 20 } },
  { ...lining('align-center', t('Align centers in a column'), 2), menus: { tidy: 21 } },
  { ...lining('align-right', t('Align right'), 2), menus: { tidy: 22 } },
  { ...lining('align-top', t('Align top'), 2), menus: { tidy: 23 } },
  { ...lining('align-middle', t('Align middles in a row'), 2), menus: { tidy: 24 } },
  { ...lining('align-bottom', t('Align bottom'), 2), menus: { tidy: 25 } },
  { ...lining('distribute-across', t('Distribute across'), 3), menus: { tidy: 30 } },
  { ...lining('distribute-down', t('Distribute down'), 3), menus: { tidy: 31 } },
  { ...toField('set-gaps', t('Set the gaps between'), 'gap-x', 2), words: 'distribute spacing distance', menus: { tidy: 32 } },
  { ...onZones('same-width', t('Make zones equally wide')), menus: { tidy: 40 } },
  { ...onZones('same-height', t('Make zones equally high')), menus: { tidy: 41 } },
  { ...onZones('same-size', t('Make zones equally large')), menus: { tidy: 42 } },
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
 * Return an action that lines up, in the way called *name*, at least *least* selected nodes and zones.
 * @param {string} name
 * @param {string} label
 * @param {number} least
 * @returns {Action}
 */
function lining(name, label, least) {
  return {
    name, label, group: 'Arrange',
    isEnabled: (editor) => placed(editor).length >= least,
    run: ({ tidy }) => void tidy.lineUp(name),
  };
}

/**
 * Return such an action on at least two selected zones.
 * @param {string} name
 * @param {string} label
 * @returns {Action}
 */
function onZones(name, label) {
  return { ...lining(name, label, 2), words: 'same size', isEnabled: (editor) => placed(editor).filter((id) => editor.model.zones.has(id)).length > 1 };
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
