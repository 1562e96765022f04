/** Actions that open panels, dialogs and menus, and what helps to find one's way. */

/** @typedef {import('./actions.js').Action} Action */

/** @type {readonly Action[]} */
export const PANELS = [
  {
    name: 'commands', label: 'Find a command', icon: 'menu', group: 'Editor', keys: ['Ctrl+K'], scope: 'everywhere', isUnlisted: true,
    menus: { main: 40, canvas: 15, 'empty-canvas': 13 },
    run: ({ commandPalette }) => void commandPalette.open(),
  },
  {
    name: 'help', label: 'Show all keys', icon: 'help', words: 'shortcuts keyboard', group: 'Editor', keys: ['?'], menus: { main: 44 },
    run: ({ help }) => void help.show(),
  },
  {
    name: 'problems', label: 'Show problems', icon: 'alert',
    run: ({ sidePanels }) => sidePanels.showProblems(),
  },
  {
    name: 'outline', label: 'Go to the outline', icon: 'list',
    run: ({ sidePanels }) => sidePanels.showOutline(),
  },
  {
    name: 'palette', label: 'Go to the palette', icon: 'plus',
    run: ({ sidePanels }) => sidePanels.showPalette(),
  },
  {
    name: 'matrix', label: 'Show who reaches what', icon: 'access', words: 'access matrix table', menus: { main: 42 },
    run: ({ preview }) => preview.drawer.openAt('tab-matrix'),
  },
  {
    name: 'tour', label: 'Show me around', icon: 'help', words: 'help', menus: { main: 45 },
    run: ({ tour }) => void tour.start(),
  },
  {
    name: 'theme', label: 'Switch between light and dark', icon: 'moon', words: 'dark mode', menus: { main: 43 },
    run: () => void document.dispatchEvent(new Event('themetoggle')),
  },
];
