/** Actions that select things, go from one to the next, and find them by name. */

import { findSameKind } from '../../model/alike.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */

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
    name: 'select-alike', label: t('Select by kind, zone, protocol or problem …'), short: t('Select by …'), icon: 'marquee', words: 'alike all routers switches ssh rdp errors',
    menus: { canvas: 12.5 },
    isEnabled: ({ model }) => !model.isEmpty,
    run: ({ ask }) => ask('selectAlike'),
  },
  {
    name: 'select-same', label: t('Select all of this kind'), icon: 'marquee', words: 'alike same', menus: { selection: 15, outline: 13 },
    isEnabled: ({ model, selection }) => model.placedAmong(selection.ids).length > 0,
    run: ({ model, selection }) => selection.set(findSameKind(model, selection.ids)),
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
    name: 'find', label: t('Find on the drawing'), icon: 'search', group: 'Select', keys: ['Ctrl+F', '/'], menus: { main: 61 },
    run: ({ commandPalette }) => void commandPalette.findItem(),
  },
];
