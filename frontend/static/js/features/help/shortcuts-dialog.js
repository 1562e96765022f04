/** The list of shortcuts and gestures. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';

/** @typedef {{ title: string, entries: { label: string, keys: string[] }[] }} ShortcutGroup */

/** @type {ShortcutGroup} */
const GESTURES = {
  title: 'With the mouse',
  entries: [
    { label: 'Select several', keys: ['Drag on empty canvas', 'Shift+click'] },
    { label: 'Duplicate', keys: ['Alt+drag'] },
    { label: 'Delete', keys: ['Alt+click'] },
    { label: 'Connect, give access', keys: ['Drag from a handle'] },
    { label: 'Add something here', keys: ['Double-click empty canvas'] },
    { label: 'Move around', keys: ['Wheel', 'Space+drag', 'Middle or right drag'] },
    { label: 'Move off the grid', keys: ['Ctrl+drag'] },
    { label: 'Zoom', keys: ['Ctrl+wheel', 'Pinch'] },
  ],
};

/** @param {ShortcutGroup[]} groups */
export function showShortcuts(groups) {
  showDialog({
    title: 'Shortcuts',
    look: 'dialog-wide',
    content: [element('div', { class: 'shortcuts' }, ...[...groups, GESTURES].map(groupOf))],
  });
}

/** @param {ShortcutGroup} group */
function groupOf({ title, entries }) {
  const rows = entries.map(({ label, keys }) => element('div', { class: 'shortcut' },
    element('dt', {}, label), element('dd', {}, ...keys.map((key) => element('kbd', {}, key)))));
  return element('section', {}, element('h3', {}, title), element('dl', {}, ...rows));
}
