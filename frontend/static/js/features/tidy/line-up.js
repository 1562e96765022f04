/** Lines up, spreads out and sizes what is selected, by the names of the actions that do it. */

import { alignItems, distributeItems } from '../../model/commands/positions/align.js';
import { makeAlike } from '../../model/commands/positions/geometry.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/changes.js').Command} Command */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */

/** @type {Readonly<Record<string, (model: DiagramModel, ids: string[]) => Command>>} */
const WAYS = {
  'align-left': (model, ids) => alignItems(model, ids, 'left'),
  'align-center': (model, ids) => alignItems(model, ids, 'center'),
  'align-right': (model, ids) => alignItems(model, ids, 'right'),
  'align-top': (model, ids) => alignItems(model, ids, 'top'),
  'align-middle': (model, ids) => alignItems(model, ids, 'middle'),
  'align-bottom': (model, ids) => alignItems(model, ids, 'bottom'),
  'distribute-across': (model, ids) => distributeItems(model, ids, 'x'),
  'distribute-down': (model, ids) => distributeItems(model, ids, 'y'),
  'same-width': (model, ids) => makeAlike(model, ids, ['width']),
  'same-height': (model, ids) => makeAlike(model, ids, ['height']),
  'same-size': (model, ids) => makeAlike(model, ids, ['width', 'height']),
};

/**
 * Line up what is selected in the *way* that is an action's name.
 * @param {Pick<Editor, 'model' | 'selection' | 'stack'>} editor
 * @param {string} way
 */
export function lineUp({ model, selection, stack }, way) {
  stack.execute(WAYS[way](model, model.placedAmong(selection.ids)));
}
