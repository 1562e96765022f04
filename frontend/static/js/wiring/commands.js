/** Everything that can be done, once: for the keyboard, the menus, the command palette and the list of shortcuts. */

import { choose } from '../panels/chooser.js';
import { byId } from '../panels/dom.js';
import { actionsFor, others } from '../panels/item-actions.js';
import { attachMenu, openMenuAt } from '../panels/menu.js';
import { paletteKinds, titleOfKind } from '../panels/palette.js';
import { showShortcuts } from '../panels/shortcuts.js';
import { listCommands } from './command-list.js';
import { isTyping, nameOfKeys, showKeys } from './keys.js';

/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../panels/menu.js').MenuEntry} MenuEntry */
/** @typedef {import('./command-list.js').Command} Command */
/** @typedef {import('./command-list.js').Parts} Parts */

/**
 * Connect keyboard, menus and the command palette.
 * @param {Omit<Parts, 'openPalette' | 'find' | 'showHelp'>} parts
 */
export function connectCommands(parts) {
  const commands = listCommands({
    ...parts,
    openPalette: () => void openPalette(parts.desk, parts.canvas, commands),
    find: () => void find(parts.desk),
    showHelp: () => showShortcuts(groupsOf(commands)),
  });
  const run = (/** @type {string} */ id) => commands.find((command) => command.id === id)?.run();
  listenToKeys(commands);
  byId('import').addEventListener('click', () => run('import'));
  byId('download').addEventListener('click', () => run('download'));
  attachMenu(byId('export'), () => entriesOf(commands, ['export-diagram', 'export-config', 'export-svg', 'export-png']));
  attachMenu(byId('menu'), () => menuEntries(commands, parts));
  byId('canvas').addEventListener('contextmenu', (event) => {
    event.preventDefault();
    if (event.defaultPrevented && parts.canvas.isDragging()) return;
    openMenuAt({ x: event.clientX, y: event.clientY }, contextEntries(commands, parts.desk));
  });
}

/**
 * @param {Command[]} commands
 */
function listenToKeys(commands) {
  /** @type {Map<string, Command>} */
  const byKeys = new Map(commands.flatMap((command) => (command.keys ?? []).map((keys) => [keys, command])));
  document.addEventListener('keydown', (event) => {
    const command = byKeys.get(nameOfKeys(event));
    if (event.defaultPrevented || !command) return;
    if (isTyping(event.target) && !command.isGlobal) return;
    event.preventDefault();
    if (command.isEnabled?.() ?? true) command.run();
  });
}

/**
 * @param {Desk} desk
 * @param {import('./canvas.js').Canvas} canvas
 * @param {Command[]} commands
 */
async function openPalette(desk, canvas, commands) {
  const able = commands.filter((command) => command.id !== 'palette' && (command.isEnabled?.() ?? true));
  const additions = paletteKinds().map((kind) => ({ value: `add ${kind}`, label: `Add ${titleOfKind(kind).toLowerCase()}`, picture: desk.pictureOf(kind) }));
  const choices = able.map(({ id, label, keys }) => ({ value: id, label: label(), keys: keys?.[0] && showKeys(keys[0]) }));
  const chosen = await choose({ title: 'Commands', placeholder: 'What do you want to do?', choices: [...choices, ...additions] });
  if (chosen?.startsWith('add ')) canvas.add(chosen.slice(4));
  else commands.find((command) => command.id === chosen)?.run();
}

/** @param {Desk} desk */
async function find(desk) {
  const choices = others(desk, () => true);
  const id = await choose({ title: 'Find on the drawing', placeholder: 'Name of a device, a zone, users …', choices, nothing: 'Nothing on the drawing has this name.' });
  if (id) desk.reveal(id);
}

/**
 * @param {Command[]} commands
 * @param {string[]} ids
 * @returns {MenuEntry[]}
 */
function entriesOf(commands, ids) {
  return ids.flatMap((id) => {
    const command = commands.find((each) => each.id === id);
    if (!command) return [];
    const { label, keys, run, icon, isEnabled } = command;
    return [{ label: label(), run, icon, keys: keys?.[0] && showKeys(keys[0]), isDisabled: !(isEnabled?.() ?? true) }];
  });
}

/**
 * @param {Command[]} commands
 * @param {Pick<Parts, 'urls' | 'signedIn'>} parts
 * @returns {MenuEntry[]}
 */
function menuEntries(commands, { urls, signedIn }) {
  const account = signedIn
    ? [{ label: 'Account', icon: 'users', href: urls.account }]
    : [{ label: 'Log in', icon: 'users', href: urls.login }, { label: 'Register', href: urls.register }];
  return [
    { label: 'New diagram', icon: 'plus', href: urls.new },
    { label: 'My diagrams', icon: 'grid', href: urls.diagrams },
    { label: 'Convert a file', icon: 'file', href: urls.convert },
    null,
    ...entriesOf(commands, ['import', 'export-diagram', 'export-config', 'example']),
    null,
    ...entriesOf(commands, ['palette', 'find', 'matrix', 'theme', 'help']),
    null,
    ...account,
  ];
}

/**
 * @param {Command[]} commands
 * @param {Desk} desk
 * @returns {MenuEntry[]}
 */
function contextEntries(commands, desk) {
  const ids = [...desk.selection.ids];
  if (ids.length > 0) return [...actionsFor(desk, ids)];
  return entriesOf(commands, ['select-all', 'fit', 'example', 'palette']);
}

/**
 * @param {Command[]} commands
 */
function groupsOf(commands) {
  const titles = [...new Set(commands.map((command) => command.group))];
  return titles.map((title) => ({
    title,
    entries: commands
      .filter((command) => command.group === title && command.keys)
      .map(({ label, keys }) => ({ label: label(), keys: (keys ?? []).map(showKeys) })),
  })).filter((group) => group.entries.length > 0);
}
