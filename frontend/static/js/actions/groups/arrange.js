/** Actions that move, order, group, lock and tidy up. */

import { onPlaced, placed } from './line-up.js';
import { moveItems } from '../../model/commands/positions/move.js';
import { reorderItems } from '../../model/commands/positions/order.js';
import { lockItems } from '../../model/commands/update.js';
import { ungroup } from '../../model/commands/zones.js';
import { groupItems } from '../../model/grouping.js';
import { GRID } from '../../model/placement/spacing.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../actions.js').Action} Action */

/** How many steps an arrow key goes with Shift. */
const FAR = 5;
const PAN_STEP = 2 * GRID;

/** @type {readonly Action[]} */
export const ARRANGING = [
  ...nudges('', [t('Move left'), t('Move right'), t('Move up'), t('Move down')], '', 1),
  ...nudges('far-', [t('Move far left'), t('Move far right'), t('Move far up'), t('Move far down')], 'Shift+', FAR),
  {
    name: 'group', label: t('Group into a zone'), icon: 'zone', group: 'Arrange', keys: ['Ctrl+G'], menus: { selection: 32, outline: 32 },
    isEnabled: (editor) => placed(editor).length > 0,
    run: (editor) => groupItems(editor, placed(editor)),
  },
  {
    name: 'ungroup', label: t('Ungroup'), group: 'Arrange', keys: ['Ctrl+Shift+G'], menus: { selection: 33, outline: 33 },
    isEnabled: (editor) => placed(editor).some((id) => editor.model.zones.has(id)),
    run: (editor) => editor.stack.execute(ungroup(editor.model, placed(editor))),
  },
  {
    ...onPlaced('lock', t('Lock or unlock'), (model, ids) => lockItems(model, ids, !areLocked(model, ids))),
    keys: ['Ctrl+Shift+L'], menus: { selection: 34, outline: 34 },
    short: (editor) => (areLocked(editor.model, placed(editor)) ? t('Unlock') : t('Lock')),
    icon: (editor) => (areLocked(editor.model, placed(editor)) ? 'unlock' : 'lock'),
  },
  { ...onPlaced('forward', t('Bring forward'), (model, ids) => reorderItems(model, ids, 'forward')), keys: ['Ctrl+]'] },
  { ...onPlaced('backward', t('Send backward'), (model, ids) => reorderItems(model, ids, 'backward')), keys: ['Ctrl+['] },
  // Chrome on a Mac keeps Command with Shift and brackets for going through its tabs, so these have other keys beside.
  { ...onPlaced('front', t('Bring to the front'), (model, ids) => reorderItems(model, ids, 'front')), keys: ['Ctrl+Shift+]', 'Ctrl+Alt+]'] },
  { ...onPlaced('back', t('Send to the back'), (model, ids) => reorderItems(model, ids, 'back')), keys: ['Ctrl+Shift+[', 'Ctrl+Alt+['] },
  { ...tidying('tiers', 'tiers', t('Tidy up in tiers')), menus: { tidy: 10, canvas: 14 } },
  { ...tidying('rings', 'rings', t('Tidy up in rings')), menus: { tidy: 11 } },
  { ...tidying('hub', 'hub', t('Tidy up as hub and spokes')), menus: { tidy: 12 } },
  { ...tidying('force', 'web', t('Tidy up by links')), menus: { tidy: 13 } },
  { ...tidying('grid', 'grid', t('Tidy up in a grid')), menus: { tidy: 14 } },
];

/**
 * Return the four actions of the arrow keys. They move by *steps* steps of the grid, or units where nothing snaps to it;
 * a burst of them is one step of undo. Without a selection they move the view by one step.
 * @param {string} prefix
 * @param {readonly string[]} labels
 * @param {string} modifier
 * @param {number} steps
 * @returns {Action[]}
 */
function nudges(prefix, labels, modifier, steps) {
  const directions = /** @type {const} */ ([['left', 'Left', -1, 0], ['right', 'Right', 1, 0], ['up', 'Up', 0, -1], ['down', 'Down', 0, 1]]);
  return directions.map(([name, key, right, down], index) => ({
    name: `nudge-${prefix}${name}`, label: labels[index], group: 'Arrange', keys: [`${modifier}Arrow${key}`], scope: 'canvas', isUnlisted: true,
    run: (editor) => nudge(editor, right * steps, down * steps),
  }));
}

/**
 * @param {Editor} editor
 * @param {number} right
 * @param {number} down
 */
function nudge(editor, right, down) {
  const { model, stack, selection, viewport, options } = editor;
  const ids = placed(editor);
  if (ids.length === 0) return viewport.panBy(-right * PAN_STEP, -down * PAN_STEP);
  const by = { x: right * options.step, y: down * options.step };
  stack.execute(moveItems(model, ids, by, { mergeKey: `nudge ${[...selection.ids].join(' ')}` }));
}

/**
 * Return the action that has the server find new places in *style*.
 * @param {string} style
 * @param {string} icon
 * @param {string} label
 * @returns {Action}
 */
function tidying(style, icon, label) {
  return { name: `tidy-${style}`, label, icon, words: 'layout arrange', run: ({ tidy }) => void tidy.run(style) };
}

/**
 * @param {DiagramModel} model
 * @param {readonly string[]} ids
 */
function areLocked(model, ids) {
  return ids.every((id) => model.placed(id)?.locked);
}
