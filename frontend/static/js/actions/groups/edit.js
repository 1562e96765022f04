/** Actions that change what is selected, undo changes, and copy and paste. */

import { boxAround } from '../../model/geometry/boxes.js';
import { removeItems } from '../../model/commands/remove.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */

/** @param {Editor} editor */
const hasSelection = ({ selection }) => selection.size > 0;

/** @param {Editor} editor */
const hasPlaced = ({ model, selection }) => model.placedAmong(selection.ids).length > 0;

/** @type {readonly Action[]} */
export const EDITING = [
  {
    name: 'undo', label: t('Undo'), group: 'Edit', keys: ['Ctrl+Z'],
    now: ({ stack }) => (stack.undoLabel ? t('Undo: {step}', { step: stack.undoLabel }) : t('Undo')),
    isEnabled: ({ stack }) => stack.canUndo,
    run: ({ stack }) => stack.undo(),
  },
  {
    name: 'redo', label: t('Redo'), group: 'Edit', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    now: ({ stack }) => (stack.redoLabel ? t('Redo: {step}', { step: stack.redoLabel }) : t('Redo')),
    isEnabled: ({ stack }) => stack.canRedo,
    run: ({ stack }) => stack.redo(),
  },
  {
    name: 'cut', label: t('Cut'), group: 'Edit', keys: ['Ctrl+X'], isNative: true, menus: { selection: 12 },
    isEnabled: hasPlaced,
    run: ({ clipboard }) => clipboard.cut(),
  },
  {
    name: 'copy', label: t('Copy'), icon: 'copy', group: 'Edit', keys: ['Ctrl+C'], isNative: true, menus: { selection: 13 },
    isEnabled: hasPlaced,
    run: ({ clipboard }) => clipboard.copy(),
  },
  {
    name: 'paste', label: t('Paste'), group: 'Edit', keys: ['Ctrl+V'], isNative: true, menus: { canvas: 11, 'empty-canvas': 11 },
    isEnabled: ({ clipboard }) => clipboard.isFilled,
    run: ({ clipboard }) => clipboard.paste(),
  },
  {
    name: 'duplicate', label: t('Duplicate'), group: 'Edit', keys: ['Ctrl+D'], menus: { selection: 14 },
    isEnabled: hasPlaced,
    run: ({ clipboard }) => clipboard.duplicate(),
  },
  {
    name: 'delete', label: t('Delete'), icon: 'trash', group: 'Edit', keys: ['Delete', 'Backspace'], scope: 'canvas', isDanger: true,
    menus: { selection: 40, outline: 40 },
    isEnabled: hasSelection,
    run: ({ model, stack, selection }) => stack.execute(removeItems(model, selection.ids)),
  },
  {
    name: 'rename', label: t('Rename'), icon: 'pencil', group: 'Edit', keys: ['F2'], scope: 'canvas', menus: { selection: 11 },
    isEnabled: ({ model, selection }) => model.placed(selection.only ?? '') !== undefined,
    run: ({ canvas, selection }) => canvas.rename(/** @type {string} */ (selection.only)),
  },
  {
    name: 'properties', label: t('Show properties'), icon: 'sliders', group: 'Edit', keys: ['Enter'], scope: 'canvas', menus: { selection: 10 },
    isEnabled: hasSelection,
    run: ({ sidePanels }) => sidePanels.showProperties(),
  },
  {
    name: 'menu', label: t('Open the menu of the selection'), group: 'Edit', keys: ['Shift+F10', 'ContextMenu'], scope: 'canvas', isUnlisted: true,
    run: openMenuAtSelection,
  },
];

/** @param {Editor} editor */
function openMenuAtSelection({ host, menus, model, selection, viewport }) {
  const box = boxAround(model, selection.ids);
  const point = viewport.toScreen(box ? { x: box.x + box.width, y: box.y } : viewport.middle);
  const frame = host.getBoundingClientRect();
  menus.openContextMenu({ x: point.x + frame.left, y: point.y + frame.top });
}
