/** The dialog with all shortcuts and gestures. */

import { showKeys } from '../../actions/keys.js';
import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { t } from '../../util/text.js';

/** @typedef {{ title: string, entries: { label: string, keys: string[] }[] }} ShortcutGroup */

/** @type {ShortcutGroup} */
const GESTURES = {
  title: t('With the mouse'),
  entries: [
    { label: t('Select several'), keys: [t('Drag on empty canvas'), t('Shift+click')] },
    { label: t('Duplicate'), keys: [t('Alt+drag')] },
    { label: t('Delete'), keys: [t('Alt+click')] },
    { label: t('Connect, give access'), keys: [t('Drag from a handle')] },
    { label: t('Add something here'), keys: [t('Double-click empty canvas')] },
    { label: t('Move around'), keys: [t('Wheel'), t('Space+drag'), t('Middle or right drag')] },
    { label: t('Move off the grid'), keys: [t('Ctrl+drag')] },
    { label: t('Zoom'), keys: [t('Ctrl+wheel'), t('Pinch')] },
  ],
};

/** @type {Readonly<Record<string, string>>} */
const TITLES = {
  Edit: t('Edit'), Select: t('Select'), Arrange: t('Arrange'), Draw: t('Draw'), View: t('View'), Editor: t('Editor'), Place: t('Place'),
};

/**
 * Return the keys of all actions under their headings.
 * @param {import('../../context.js').Editor} editor
 * @returns {ShortcutGroup[]}
 */
export function groupsOf({ actions }) {
  const shown = actions.all.filter(({ group, keys }) => group && keys);
  return [...new Set(shown.map(({ group }) => String(group)))].map((title) => ({
    title: TITLES[title] ?? title,
    entries: shown.filter(({ group }) => group === title).map(({ label, keys = [] }) => ({ label, keys: keys.map((each) => showKeys(each)) })),
  }));
}

/** @param {ShortcutGroup[]} groups */
export function showShortcuts(groups) {
  showDialog({
    title: t('Shortcuts'),
    classes: 'dialog-wide',
    content: [element('div', { class: 'shortcuts' }, ...[...groups, GESTURES].map(groupOf))],
  });
}

/** @param {ShortcutGroup} group */
function groupOf({ title, entries }) {
  const rows = entries.map(({ label, keys }) => element('div', { class: 'shortcut' },
    element('dt', {}, label), element('dd', {}, ...keys.map((key) => element('kbd', {}, key)))));
  return element('section', {}, element('h3', {}, title), element('dl', {}, ...rows));
}
