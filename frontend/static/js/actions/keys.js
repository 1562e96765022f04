/**
 * Names of keys: how a press is named, such as `Ctrl+Shift+Z`, and how such a name is shown to a person.
 *
 * "Ctrl" stands for Command on a Mac.
 */

const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

/**
 * Return how *keys* are shown: "Ctrl+Shift+Z", on a Mac "⇧⌘Z".
 * @param {string} keys
 * @param {boolean} [isMac]
 * @returns {string}
 */
export function showKeys(keys, isMac = IS_MAC) {
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
 * Return the names that *press* may have. A key is found by what it writes and, for digits
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
