/**
 * All keys of the editor in one list, for the keyboard, the help dialog, the command palette and the tests.
 *
 * "Ctrl" is Command on a Mac. Keys with the scope `canvas` work only while the focus is on the drawing, so that arrows
 * and letters stay free in the panels; those with `everywhere` work also while somebody types. Those marked `isNative`
 * arrive as events of the browser's own (copy, cut, paste). Chrome on a Mac keeps Command with Shift and brackets for
 * going through its tabs, so these have another name beside.
 */

import { DEVICE_KINDS, KINDS } from '../model/kinds.js';

/** @typedef {import('../model/kinds.js').DeviceKind} DeviceKind */
/** @typedef {'Edit' | 'Select' | 'Arrange' | 'Draw' | 'View' | 'Editor' | 'Place'} Group */

/** @type {readonly DeviceKind[]} What the keys 1 to 9 take in hand. */
export const KINDS_WITH_KEYS = Object.freeze(DEVICE_KINDS.slice(0, 9));

/**
 * @typedef {object} Binding
 * @property {string} action
 * @property {string} label What the help dialog and the command palette call it.
 * @property {Group} group
 * @property {readonly string[]} keys The first is the one that is shown. Empty: only in the command palette.
 * @property {'canvas' | 'everywhere'} [scope]
 * @property {true} [isNative]
 * @property {true} [isShared] While the action is not enabled, the key does what it does in the browser.
 */

/** @type {readonly Binding[]} */
export const KEYMAP = Object.freeze([
  { action: 'undo', label: 'Undo', group: 'Edit', keys: ['Ctrl+Z'] },
  { action: 'redo', label: 'Redo', group: 'Edit', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'] },
  { action: 'cut', label: 'Cut', group: 'Edit', keys: ['Ctrl+X'], isNative: true },
  { action: 'copy', label: 'Copy', group: 'Edit', keys: ['Ctrl+C'], isNative: true },
  { action: 'paste', label: 'Paste', group: 'Edit', keys: ['Ctrl+V'], isNative: true },
  { action: 'duplicate', label: 'Duplicate', group: 'Edit', keys: ['Ctrl+D'] },
  { action: 'delete', label: 'Delete', group: 'Edit', keys: ['Delete', 'Backspace'], scope: 'canvas' },
  { action: 'rename', label: 'Rename', group: 'Edit', keys: ['F2'], scope: 'canvas' },
  { action: 'properties', label: 'Show properties', group: 'Edit', keys: ['Enter'], scope: 'canvas' },
  { action: 'menu', label: 'Open the menu of the selection', group: 'Edit', keys: ['Shift+F10', 'ContextMenu'], scope: 'canvas' },

  { action: 'select-all', label: 'Select all', group: 'Select', keys: ['Ctrl+A'], scope: 'canvas' },
  { action: 'select-none', label: 'Select nothing', group: 'Select', keys: ['Ctrl+Shift+A'] },
  { action: 'escape', label: 'Leave the panel, the tool, the selection', group: 'Select', keys: ['Escape'] },
  { action: 'next', label: 'Go to the next thing', group: 'Select', keys: ['Tab'], scope: 'canvas', isShared: true },
  { action: 'previous', label: 'Go to the one before', group: 'Select', keys: ['Shift+Tab'], scope: 'canvas', isShared: true },
  { action: 'find', label: 'Find on the drawing', group: 'Select', keys: ['Ctrl+F', '/'] },

  { action: 'nudge-left', label: 'Move left', group: 'Arrange', keys: ['ArrowLeft'], scope: 'canvas' },
  { action: 'nudge-right', label: 'Move right', group: 'Arrange', keys: ['ArrowRight'], scope: 'canvas' },
  { action: 'nudge-up', label: 'Move up', group: 'Arrange', keys: ['ArrowUp'], scope: 'canvas' },
  { action: 'nudge-down', label: 'Move down', group: 'Arrange', keys: ['ArrowDown'], scope: 'canvas' },
  { action: 'nudge-far-left', label: 'Move far left', group: 'Arrange', keys: ['Shift+ArrowLeft'], scope: 'canvas' },
  { action: 'nudge-far-right', label: 'Move far right', group: 'Arrange', keys: ['Shift+ArrowRight'], scope: 'canvas' },
  { action: 'nudge-far-up', label: 'Move far up', group: 'Arrange', keys: ['Shift+ArrowUp'], scope: 'canvas' },
  { action: 'nudge-far-down', label: 'Move far down', group: 'Arrange', keys: ['Shift+ArrowDown'], scope: 'canvas' },
  { action: 'group', label: 'Group into a zone', group: 'Arrange', keys: ['Ctrl+G'] },
  { action: 'ungroup', label: 'Ungroup', group: 'Arrange', keys: ['Ctrl+Shift+G'] },
  { action: 'lock', label: 'Lock or unlock', group: 'Arrange', keys: ['Ctrl+Shift+L'] },
  { action: 'forward', label: 'Bring forward', group: 'Arrange', keys: ['Ctrl+]'] },
  { action: 'backward', label: 'Send backward', group: 'Arrange', keys: ['Ctrl+['] },
  { action: 'front', label: 'Bring to the front', group: 'Arrange', keys: ['Ctrl+Shift+]', 'Ctrl+Alt+]'] },
  { action: 'back', label: 'Send to the back', group: 'Arrange', keys: ['Ctrl+Shift+[', 'Ctrl+Alt+['] },
  { action: 'align-left', label: 'Align left', group: 'Arrange', keys: [] },
  { action: 'align-center', label: 'Align centers in a column', group: 'Arrange', keys: [] },
  { action: 'align-right', label: 'Align right', group: 'Arrange', keys: [] },
  { action: 'align-top', label: 'Align top', group: 'Arrange', keys: [] },
  { action: 'align-middle', label: 'Align middles in a row', group: 'Arrange', keys: [] },
  { action: 'align-bottom', label: 'Align bottom', group: 'Arrange', keys: [] },
  { action: 'distribute-across', label: 'Distribute across', group: 'Arrange', keys: [] },
  { action: 'distribute-down', label: 'Distribute down', group: 'Arrange', keys: [] },

  { action: 'select-tool', label: 'Select and move', group: 'Draw', keys: ['V'], scope: 'canvas' },
  { action: 'connect', label: 'Connect, click by click', group: 'Draw', keys: ['L', 'C'], scope: 'canvas' },
  { action: 'access', label: 'Give access, click by click', group: 'Draw', keys: ['A'], scope: 'canvas' },
  { action: 'zone', label: 'Draw a zone', group: 'Draw', keys: ['Z'], scope: 'canvas' },

  { action: 'zoom-in', label: 'Zoom in', group: 'View', keys: ['Ctrl++', 'Ctrl+='] },
  { action: 'zoom-out', label: 'Zoom out', group: 'View', keys: ['Ctrl+-'] },
  { action: 'zoom-100', label: 'Zoom to 100 %', group: 'View', keys: ['Ctrl+0'] },
  { action: 'home', label: 'Show the drawing at 100 %', group: 'View', keys: ['Home'], scope: 'canvas' },
  { action: 'fit-all', label: 'Fit everything', group: 'View', keys: ['Shift+1', 'Ctrl+Shift+H'], scope: 'canvas' },
  { action: 'fit-selection', label: 'Fit the selection', group: 'View', keys: ['Shift+2'], scope: 'canvas' },
  { action: 'toggle-grid', label: 'Show or hide the grid', group: 'View', keys: ["Ctrl+'"] },
  { action: 'toggle-cables', label: 'Show or hide cables', group: 'View', keys: [] },
  { action: 'toggle-access', label: 'Show or hide access', group: 'View', keys: [] },
  { action: 'toggle-labels', label: 'Show or hide labels', group: 'View', keys: [] },
  { action: 'minimap', label: 'Show or hide the map', group: 'View', keys: ['M'], scope: 'canvas' },
  { action: 'toggle-snap', label: 'Snap to the grid, or not', group: 'View', keys: [] },
  { action: 'toggle-wheel', label: 'Zoom or move by the wheel', group: 'View', keys: [] },

  { action: 'commands', label: 'Find a command', group: 'Editor', keys: ['Ctrl+K'], scope: 'everywhere' },
  { action: 'help', label: 'Show all keys', group: 'Editor', keys: ['?'] },
  { action: 'save', label: 'Save a named version', group: 'Editor', keys: ['Ctrl+S'], scope: 'everywhere' },
  { action: 'export-picture', label: 'Export a picture', group: 'Editor', keys: ['Ctrl+Shift+E'], scope: 'everywhere' },

  ...KINDS_WITH_KEYS.map(bindingToPlace),
]);

/**
 * @param {DeviceKind} kind
 * @param {number} place
 * @returns {Binding}
 */
function bindingToPlace(kind, place) {
  return { action: `place-${kind}`, label: KINDS[kind].title, group: 'Place', keys: [String(place + 1)], scope: 'canvas' };
}

/**
 * Return how *keys* are shown: "Ctrl+Shift+Z", on a Mac "⇧⌘Z".
 * @param {string} keys
 * @param {boolean} isMac
 * @returns {string}
 */
export function showKeys(keys, isMac) {
  const parts = splitKeys(keys).map((part) => SHOWN[part] ?? part);
  if (!isMac) return parts.join('+');
  const order = ['Alt', 'Shift', 'Ctrl'];
  const modifiers = order.filter((each) => parts.includes(each)).map((each) => ON_MAC[each]);
  return [...modifiers, ...parts.filter((part) => !order.includes(part))].join('');
}

/** @type {Readonly<Record<string, string>>} */
const SHOWN = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Delete: 'Del',
  Escape: 'Esc',
  ContextMenu: 'Menu',
};

/** @type {Readonly<Record<string, string>>} */
const ON_MAC = { Alt: '⌥', Shift: '⇧', Ctrl: '⌘' };

/**
 * Return the parts of *keys*; a plus sign may be the last of them.
 * @param {string} keys
 * @returns {string[]}
 */
function splitKeys(keys) {
  return keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
}

/**
 * @typedef {object} KeyPress The part of a keyboard event that says which keys are down.
 * @property {string} key
 * @property {string} code
 * @property {boolean} ctrlKey
 * @property {boolean} metaKey
 * @property {boolean} shiftKey
 * @property {boolean} altKey
 */

/**
 * Return the names under which *press* may stand in the keymap. A key is found by what it writes and, for digits
 * and brackets, by where it is, since with Shift it may write something else on each layout.
 * @param {KeyPress} press
 * @returns {string[]}
 */
export function namesOfPress(press) {
  const modifiers = [press.ctrlKey || press.metaKey ? 'Ctrl' : '', press.altKey ? 'Alt' : ''].filter(Boolean);
  const withShift = press.shiftKey ? [...modifiers, 'Shift'] : modifiers;
  const written = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isSymbol = press.key.length === 1 && press.key.toLowerCase() === press.key.toUpperCase();
  const placed = /^Digit[0-9]$/.test(press.code) ? press.code.slice(5) : BRACKETS[press.code];
  const names = [[...withShift, written].join('+')];
  if (isSymbol && press.shiftKey) names.push([...modifiers, written].join('+'));
  if (placed !== undefined) names.push([...withShift, placed].join('+'));
  return names;
}

/** @type {Readonly<Record<string, string>>} */
const BRACKETS = { BracketLeft: '[', BracketRight: ']' };

/**
 * Return the binding of *press*, or null. What a key writes counts before where it is: a German plus is where the
 * bracket is elsewhere.
 * @param {KeyPress} press
 * @returns {Binding | null}
 */
export function findBinding(press) {
  for (const name of namesOfPress(press)) {
    const binding = KEYMAP.find(({ keys }) => keys.includes(name));
    if (binding) return binding;
  }
  return null;
}
