/** Actions that colour what is selected: one a colour, for the command palette. */

import { colorItems } from '../../model/commands/style.js';
import { COLOR_NAMES, COLORS, isColorable } from '../../model/style-values.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */
/** @typedef {import('../../model/style-values.js').Color} Color */

/** @type {readonly Action[]} */
export const COLORING = [
  ...COLOR_NAMES.map((color) => coloring(color, t('Colour: {name}', { name: COLORS[color] }))),
  coloring(null, t('Colour: none')),
];

/**
 * Return the action that gives the zones, notes, shapes and cables that are selected the colour *color*.
 * @param {Color | null} color
 * @param {string} label
 * @returns {Action}
 */
function coloring(color, label) {
  return {
    name: `color-${color ?? 'none'}`, label, words: 'color paint zone note shape cable',
    isEnabled: (editor) => colorable(editor).length > 0,
    run: (editor) => editor.stack.execute(colorItems(editor.model, colorable(editor), color)),
  };
}

/** @param {Editor} editor */
function colorable({ model, selection }) {
  return [...selection.ids].filter((id) => isColorable(model.item(id)));
}
