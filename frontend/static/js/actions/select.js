/** Actions that select things, go from one to the next, and find them by name. */

import { t } from '../util/text.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./actions.js').Action} Action */

/** @type {readonly Action[]} */
export const SELECTING = [
  {
    name: 'select-all', label: t('Select all'), group: 'Select', keys: ['Ctrl+A'], scope: 'canvas', menus: { canvas: 12 },
    run: ({ model, selection }) =>
      selection.set([...model.zones.keys(), ...model.nodes.keys(), ...model.links.keys(), ...model.access.keys()]),
  },
  {
    name: 'select-none', label: t('Select nothing'), group: 'Select', keys: ['Ctrl+Shift+A'],
    run: ({ selection }) => selection.clear(),
  },
  {
    name: 'escape', label: t('Leave the panel, the tool, the selection'), group: 'Select', keys: ['Escape'], isUnlisted: true,
    run: ({ canvas, host }) => {
      canvas.toolbox.escape();
      host.focus({ preventScroll: true });
      canvas.navigation.leave();
    },
  },
  {
    name: 'next', label: t('Go to the next thing'), group: 'Select', keys: ['Tab'], scope: 'canvas', isShared: true, isUnlisted: true,
    isEnabled: ({ canvas }) => canvas.navigation.canGo(1),
    run: ({ canvas }) => canvas.navigation.go(1),
  },
  {
    name: 'previous', label: t('Go to the one before'), group: 'Select', keys: ['Shift+Tab'], scope: 'canvas', isShared: true, isUnlisted: true,
    isEnabled: ({ canvas }) => canvas.navigation.canGo(-1),
    run: ({ canvas }) => canvas.navigation.go(-1),
  },
  {
    name: 'find', label: t('Find on the drawing'), icon: 'search', group: 'Select', keys: ['Ctrl+F', '/'], menus: { main: 41 },
    run: ({ commandPalette }) => void commandPalette.findItem(),
  },
];
