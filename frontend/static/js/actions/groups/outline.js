/** Actions on the row of the outline that the keys work on. */

import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const OUTLINE = [
  {
    name: 'outline-properties', label: t('Properties'), icon: 'sliders', keys: ['Enter'], scope: 'outline', isUnlisted: true, menus: { outline: 10 },
    run: ({ outline }) => outline.tree?.edit(),
  },
  {
    name: 'outline-rename', label: t('Rename'), icon: 'pencil', keys: ['F2'], scope: 'outline', isUnlisted: true, menus: { outline: 11 },
    isEnabled: ({ outline, selection }) => selection.only !== null && outline.tree?.canRename === true,
    run: ({ outline }) => outline.tree?.rename(),
  },
  {
    name: 'outline-add', label: t('Add beside it …'), icon: 'plus', keys: ['Insert'], scope: 'outline', isUnlisted: true, menus: { outline: 12 },
    short: ({ outline }) => (outline.tree?.isAtZone ? t('Add in it …') : t('Add beside it …')),
    run: ({ outline }) => outline.tree?.add(),
  },
  {
    name: 'outline-delete', label: t('Delete'), keys: ['Delete', 'Backspace'], scope: 'outline', isUnlisted: true,
    run: ({ outline }) => outline.tree?.remove(),
  },
  {
    name: 'outline-menu', label: t('Open the menu of the row'), keys: ['Shift+F10', 'ContextMenu'], scope: 'outline', isUnlisted: true,
    run: ({ outline }) => outline.tree?.openMenu(),
  },
];
