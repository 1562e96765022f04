/** Actions that open panels, dialogs and menus, and what helps to find one's way. */

import { t } from '../../util/text.js';

/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const PANELS = [
  {
    name: 'command-palette', label: t('Find a command'), icon: 'command', group: 'Editor', keys: ['Ctrl+K'], scope: 'everywhere', isUnlisted: true,
    menus: { main: 60, canvas: 15, 'empty-canvas': 13 },
    run: ({ commandPalette }) => void commandPalette.open(),
  },
  {
    name: 'help', label: t('Show all keys'), icon: 'help', words: 'shortcuts keyboard', group: 'Editor', keys: ['?'], menus: { main: 64 },
    run: ({ help }) => void help.show(),
  },
  {
    name: 'problems', label: t('Show problems'), icon: 'alert',
    run: ({ sidePanels }) => sidePanels.showProblems(),
  },
  {
    name: 'outline', label: t('Go to the outline'), icon: 'list',
    run: ({ sidePanels }) => sidePanels.showOutline(),
  },
  {
    name: 'palette', label: t('Go to the palette'), icon: 'plus',
    run: ({ sidePanels }) => sidePanels.showPalette(),
  },
  {
    name: 'matrix', label: t('Show who reaches what'), icon: 'table', words: 'access matrix table', menus: { main: 62 },
    run: ({ preview }) => preview.drawer.openAt('tab-matrix'),
  },
  {
    name: 'tour', label: t('Show me around'), icon: 'compass', words: 'help', menus: { main: 65 },
    run: ({ tour }) => void tour.start(),
  },
  {
    name: 'theme', label: t('Switch between light and dark'), icon: 'moon', words: 'dark mode', menus: { main: 63 },
    run: () => void document.dispatchEvent(new Event('themetoggle')),
  },
];
