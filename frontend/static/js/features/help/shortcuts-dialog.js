/** The dialog with all shortcuts and gestures. */

import { showKeys } from '../../actions/keys.js';
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

/**
 * Return the keys of all actions under their headings.
 * @param {import('../../context.js').Editor} editor
 * @returns {ShortcutGroup[]}
 */
export function groupsOf({ actions }) {
  const shown = actions.all.filter(({ group, keys }) => group && keys);
  return [...new Set(shown.map(({ group }) => String(group)))].map((title) => ({
    title,
    entries: shown.filter(({ group }) => group === title).map(({ label, keys = [] }) => ({ label, keys: keys.map((each) => showKeys(each)) })),
  }));
}

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
