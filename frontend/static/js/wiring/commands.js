/** Everything that can be done, once: for the menus, the command palette and the list of shortcuts. */

import { choose } from '../kit/dialogs/chooser.js';
import { button, byId, element } from '../kit/dom.js';
import { actionsFor, others } from '../actions/item-actions.js';
import { attachMenu, openMenuAt } from '../kit/menu.js';
import { paletteKinds, titleOfKind, wordsOfKind } from '../features/palette/palette.js';
import { fillToolBar } from '../features/tool-bar/tool-bar.js';
import { KEYMAP, showKeys } from '../gestures/keymap.js';

/** @typedef {import('../gestures/desk.js').Desk} Desk */
/** @typedef {import('../kit/menu.js').MenuEntry} MenuEntry */
/** @typedef {import('../kit/menu.js').MenuItem} MenuItem */
/** @typedef {import('../actions/canvas-actions.js').Action} Action */

/**
 * @typedef {object} Parts What commands act on.
 * @property {import('../server/api.js').Api} api
 * @property {Desk} desk
 * @property {import('./canvas.js').Canvas} canvas
 * @property {import('./panels.js').Panels} panels
 * @property {import('../features/import-export/import-export.js').Files} files
 * @property {Record<string, string>} urls
 * @property {string | null} username Who has logged in.
 * @property {import('../features/saving/autosave.js').Autosave} autosave
 * @property {import('../features/unsaved-work/unsaved-work.js').UnsavedWork} unsavedWork
 * @property {import('../kit/lazy-load.js').LazyLoad} lazy
 * @property {ReturnType<typeof import('../features/minimap/minimap.js').connectMinimap>} map
 * @property {import('../kit/notices.js').Notices} notices
 */

const IS_MAC = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');

/** What has no place in the command palette: it is quicker by hand, or opens the palette itself. */
const NOT_OFFERED = /^(nudge|place-|next$|previous$|commands$|escape$|menu$)/;

/** What the keymap does not name, because it has no keys. @type {Readonly<Record<string, { label: string, icon?: string }>>} */
const KEYLESS = {
  download: { label: 'Download user-mapping.xml', icon: 'download' },
  import: { label: 'Import a file', icon: 'import' },
  'export-config': { label: 'Export config.yaml', icon: 'file' },
  'export-credentials': { label: 'Export passwords to hand out (CSV)', icon: 'key' },
  'tidy-tiers': { label: 'Tidy up in tiers', icon: 'grid' },
  'tidy-force': { label: 'Tidy up by links', icon: 'grid' },
  'tidy-grid': { label: 'Tidy up in a grid', icon: 'grid' },
  history: { label: 'History', icon: 'rotate' },
  kept: { label: 'Work kept in this browser', icon: 'file' },
  'export-diagram': { label: 'Export the diagram (JSON)', icon: 'export' },
  example: { label: 'Start from an example', icon: 'grid' },
  new: { label: 'New diagram', icon: 'plus' },
  diagrams: { label: 'My diagrams', icon: 'list' },
  problems: { label: 'Show problems', icon: 'alert' },
  outline: { label: 'Go to the outline', icon: 'list' },
  palette: { label: 'Go to the palette', icon: 'plus' },
  xml: { label: 'Show the XML', icon: 'drawer' },
  yaml: { label: 'Show the YAML', icon: 'drawer' },
  matrix: { label: 'Show who reaches what', icon: 'access' },
  theme: { label: 'Switch between light and dark', icon: 'moon' },
  tour: { label: 'Show me around', icon: 'help' },
};

/** @type {Readonly<Record<string, string>>} Icons of commands that the keymap names. */
const ICONS = { find: 'search', commands: 'menu', help: 'help', 'fit-all': 'fit', 'export-picture': 'export', save: 'check', rename: 'pencil', properties: 'sliders', copy: 'copy' };

/** @type {Readonly<Record<string, string>>} What else one may type to find a command. */
const WORDS = {
  matrix: 'access matrix table', help: 'shortcuts keyboard', theme: 'dark mode', history: 'versions revisions',
  'tidy-tiers': 'layout arrange', 'tidy-force': 'layout arrange', 'tidy-grid': 'layout arrange',
  'export-picture': 'png svg image', 'export-diagram': 'save file', kept: 'drafts', tour: 'help',
};

/**
 * Connect menus, the tool bar, the command palette and the help, and add their actions to those of the canvas.
 * @param {Parts} parts
 */
export function connectCommands(parts) {
  const { canvas, desk, panels } = parts;
  const { actions, hooks } = canvas;
  for (const [name, run] of Object.entries(shellActions(parts))) actions.set(name, { run, isEnabled: () => true });

  byId('import').addEventListener('click', () => actions.get('import')?.run());
  byId('download').addEventListener('click', () => actions.get('download')?.run());
  attachMenu(byId('export'), () => entriesOf(parts, ['export-diagram', 'export-config', 'export-credentials', 'export-picture']));
  attachMenu(byId('menu'), () => mainMenu(parts));
  hooks.showProperties = panels.showProperties;
  hooks.openMenu = (point) => openMenuAt(point, contextMenu(parts, desk, point));
  connectToolBar(parts);
}

/**
 * @param {Parts} parts
 * @returns {Record<string, () => void>}
 */
function shellActions(parts) {
  const { autosave, desk, files, unsavedWork, lazy, map, panels, urls } = parts;
  const tidy = lazy(() => import('../features/tidy/tidy.js'), ({ tidyUp }, /** @type {string} */ style) => tidyUp(parts, style));
  const nameVersion = lazy(loadHistory, ({ History }) => new History(parts).saveVersion());
  return {
    find: () => void find(desk),
    commands: () => void openPalette(parts),
    help: lazy(() => import('../features/help/shortcuts-dialog.js'), ({ showShortcuts }) => showShortcuts(shortcutGroups(parts))),
    'export-picture': lazy(() => import('../features/pictures/export-picture.js'), ({ exportPicture }) => exportPicture(parts)),
    minimap: map.toggle,
    save: () => {
      autosave.saveNow();
      void nameVersion();
    },
    history: lazy(loadHistory, ({ History }) => new History(parts).show()),
    kept: () => void unsavedWork.show(),
    download: () => void files.download(),
    import: () => files.chooseFile(),
    'export-config': () => void files.exportConfig(),
    'export-credentials': () => void files.exportCredentials(),
    'export-diagram': () => files.exportDiagram(),
    'tidy-tiers': () => void tidy('tiers'),
    'tidy-force': () => void tidy('force'),
    'tidy-grid': () => void tidy('grid'),
    example: panels.chooseExample,
    new: () => location.assign(urls.new),
    diagrams: () => location.assign(urls.diagrams),
    problems: panels.showProblems,
    outline: panels.showOutline,
    palette: panels.showPalette,
    xml: () => panels.drawer.openAt('tab-xml'),
    yaml: () => panels.drawer.openAt('tab-yaml'),
    matrix: () => panels.drawer.openAt('tab-matrix'),
    tour: panels.startTour,
    theme: () => void document.dispatchEvent(new Event('themetoggle')),
  };
}

function loadHistory() {
  return import('../features/history/history.js');
}

/** @param {Parts} parts */
function connectToolBar(parts) {
  const { canvas: { toolbox, host }, desk } = parts;
  const taking = (/** @type {() => void} */ take) => () => {
    take();
    host.focus({ preventScroll: true });
  };
  const mark = fillToolBar(byId('tools'), [
    { name: 'select', label: 'Select', icon: 'cursor', title: 'Select and move (V)', take: taking(() => toolbox.select()) },
    { name: 'connect', label: 'Connect', icon: 'cable', title: 'Click both ends: cables between devices, access from users (L)', take: taking(() => joinFromNothing(desk, toolbox)) },
    { name: 'zone', label: 'Zone', icon: 'zone', title: 'Draw a box around devices (Z)', take: taking(() => toolbox.arm('zone')) },
  ]);
  toolbox.addEventListener('changed', () => mark(toolbox.current.name));
  mark(toolbox.current.name);
  const tidy = button({ label: 'Tidy up', icon: 'grid', title: 'Arrange what is selected, or everything', look: 'button-quiet button-small', onClick: () => {} });
  tidy.setAttribute('aria-haspopup', 'menu');
  tidy.setAttribute('aria-expanded', 'false');
  attachMenu(tidy, () => entriesOf(parts, ['tidy-tiers', 'tidy-force', 'tidy-grid']));
  byId('tools').append(element('div', { class: 'tools-line' }), tidy);
}

/**
 * Whoever goes to the tool bar clicks both ends next; what happens to be selected is none of them.
 * @param {Desk} desk
 * @param {import('../gestures/tools/toolbox.js').Toolbox} toolbox
 */
function joinFromNothing(desk, toolbox) {
  desk.selection.clear();
  toolbox.connect();
}

/** @param {Parts} parts */
async function openPalette(parts) {
  const { canvas, desk } = parts;
  const names = [...canvas.actions.keys()].filter((name) => !NOT_OFFERED.test(name) && canvas.actions.get(name)?.isEnabled());
  const additions = paletteKinds().map((kind) => ({ value: `add ${kind}`, label: `Add ${titleOfKind(kind).toLowerCase()}`, words: wordsOfKind(kind), picture: desk.pictureOf(kind) }));
  const choices = names.map((name) => ({ value: name, label: labelOf(desk, name), words: WORDS[name], keys: keysOf(name)[0] }));
  const chosen = await choose({ title: 'Commands', placeholder: 'What do you want to do?', choices: [...choices, ...additions] });
  if (chosen?.startsWith('add ')) canvas.add(chosen.slice(4));
  else if (chosen) canvas.actions.get(chosen)?.run();
}

/** @param {Desk} desk */
async function find(desk) {
  const id = await choose({
    title: 'Find on the drawing',
    placeholder: 'Name of a device, a zone, users …',
    choices: others(desk, () => true),
    nothing: 'Nothing on the drawing has this name.',
  });
  if (id) desk.reveal(id);
}

/**
 * @param {Parts} parts
 * @param {string[]} names
 * @returns {MenuItem[]}
 */
function entriesOf({ canvas: { actions }, desk }, names) {
  return names.filter((name) => actions.has(name)).map((name) => {
    const action = /** @type {Action} */ (actions.get(name));
    return { label: labelOf(desk, name), icon: iconOf(name), keys: keysOf(name)[0], run: action.run, isDisabled: !action.isEnabled() };
  });
}

/**
 * @param {Parts} parts
 * @returns {MenuEntry[]}
 */
function mainMenu(parts) {
  const { autosave, urls, username } = parts;
  const account = username
    ? [{ label: `Account of ${username}`, icon: 'users', href: urls.account }, { label: 'Log out', icon: 'export', run: () => void logOut(urls.logout, autosave) }]
    : [{ label: 'Log in', icon: 'import', href: urls.login }, { label: 'Register', icon: 'users', href: urls.register }];
  return [
    { label: 'New diagram', icon: 'plus', href: urls.new },
    { label: 'My diagrams', icon: 'list', href: urls.diagrams },
    { label: 'Convert a file', icon: 'file', href: urls.convert },
    ...account,
    null,
    ...entriesOf(parts, ['history', 'save', 'kept']),
    null,
    ...entriesOf(parts, ['example', 'import', 'export-credentials', 'export-config', 'export-diagram', 'export-picture']),
    null,
    ...entriesOf(parts, ['commands', 'find', 'matrix', 'theme', 'help', 'tour']),
  ];
}

/**
 * Logging out is a write, so it is a form with a token, as on every other page. What is not saved is saved before: a
 * draft that stays behind on a shared computer is out of sight, but it stays.
 * @param {string} url
 * @param {import('../features/saving/autosave.js').Autosave} autosave
 */
async function logOut(url, autosave) {
  if (autosave.isBehind) await autosave.flush().catch(() => autosave.keepDraft());
  const token = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="csrf-token"]'))?.content;
  const form = element('form', { method: 'post', action: url, hidden: true },
    element('input', { type: 'hidden', name: 'csrf_token', value: token }));
  document.body.append(form);
  form.submit();
}

/**
 * @param {Parts} parts
 * @param {Desk} desk
 * @param {import('../util/geometry.js').Point} point Of the window.
 * @returns {MenuEntry[]}
 */
function contextMenu(parts, desk, point) {
  const ids = [...desk.selection.ids];
  if (ids.length === 0) {
    const add = { label: 'Add something here …', icon: 'plus', run: () => void parts.canvas.askWhatToAddAt(point) };
    const first = desk.model.isEmpty ? ['example'] : ['select-all', 'fit-all', 'tidy-tiers'];
    return [add, ...entriesOf(parts, ['paste', ...first, 'commands'])];
  }
  return [...entriesOf(parts, ['properties', 'rename', 'cut', 'copy', 'duplicate']).filter((entry) => !entry.isDisabled), null, ...actionsFor(desk, ids)];
}

/** @param {Parts} parts */
function shortcutGroups({ canvas: { actions } }) {
  const shown = KEYMAP.filter((binding) => binding.keys.length > 0 && actions.has(binding.action));
  return [...new Set(shown.map((binding) => binding.group))].map((title) => ({
    title,
    entries: shown.filter((binding) => binding.group === title).map(({ label, action }) => ({ label, keys: keysOf(action) })),
  }));
}

/**
 * @param {Desk} desk
 * @param {string} name
 */
function labelOf({ stack }, name) {
  if (name === 'undo' && stack.undoLabel) return `Undo: ${stack.undoLabel}`;
  if (name === 'redo' && stack.redoLabel) return `Redo: ${stack.redoLabel}`;
  return KEYLESS[name]?.label ?? bindingOf(name)?.label ?? name;
}

/** @param {string} name */
function iconOf(name) {
  return KEYLESS[name]?.icon ?? ICONS[name];
}

/** @param {string} name */
function keysOf(name) {
  return (bindingOf(name)?.keys ?? []).map((keys) => showKeys(keys, IS_MAC));
}

/** @param {string} name */
function bindingOf(name) {
  return KEYMAP.find((binding) => binding.action === name);
}
