/** Actions on what is selected: most of them first ask with what, or for whom. */

import { setZone } from '../../model/commands/zones.js';
import { setScenery } from '../../model/commands/scenery.js';
import { isDevice, isScenery } from '../../model/items.js';
import { mayConnectAll, mayGiveAccess } from '../../model/rules.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../actions.js').Action} Action */

/** @type {readonly Action[]} */
export const ITEMS = [
  {
    name: 'connect-to', label: t('Connect to …'), icon: 'cable', menus: { selection: 20, outline: 20 },
    isEnabled: (editor) => placed(editor).length > 0 && isAny(editor.model, (other) => mayConnectAll(editor.model, placed(editor), other)),
    run: (editor) => editor.ask('connectTo', ...placed(editor)),
  },
  {
    name: 'change-kind', label: t('Change the kind …'), icon: 'swap', words: 'replace device type router switch', menus: { selection: 25, outline: 25 },
    isEnabled: (editor) => devices(editor).length > 0,
    run: (editor) => editor.ask('changeKind', ...devices(editor)),
  },
  {
    name: 'insert-into', label: t('Put a device into this cable …'), icon: 'insert', words: 'split between', menus: { selection: 26, outline: 26 },
    isEnabled: ({ model, selection: { only } }) => model.links.has(only ?? ''),
    run: asking('insertInto'),
  },
  {
    name: 'move-end', label: t('Move an end to another device …'), words: 'cable reconnect rewire source target', menus: { selection: 26.5, outline: 26.5 },
    isEnabled: ({ model, selection: { only } }) => model.links.has(only ?? ''),
    run: asking('moveEndOf'),
  },
  {
    name: 'give-access-to', label: t('Give access to …'), icon: 'access', menus: { selection: 21, outline: 21 },
    isEnabled: ({ model, selection: { only } }) => isUsers(model, only),
    run: asking('giveAccessTo'),
  },
  {
    name: 'import-people', label: t('Paste a list of people …'), icon: 'roster', words: 'roster spreadsheet csv class names', menus: { selection: 22, outline: 22 },
    isEnabled: ({ model, selection: { only } }) => isUsers(model, only),
    run: ({ rosterImport, selection }) => void rosterImport.open(/** @type {string} */ (selection.only)),
  },
  {
    name: 'rotate-person', label: t('Rotate the password of one person …'), icon: 'rotate', words: 'new reset',
    isEnabled: ({ model }) => [...model.nodes.keys()].some((id) => isUsers(model, id)),
    run: ({ ask }) => ask('rotateFor'),
  },
  {
    name: 'rotate-person-here', label: t('Rotate one password …'), icon: 'rotate', isUnlisted: true, menus: { selection: 23, outline: 23 },
    isEnabled: ({ model, selection: { only } }) => isUsers(model, only),
    run: asking('rotateFor'),
  },
  {
    name: 'let-reach', label: t('Let users reach this …'), icon: 'access', menus: { selection: 21, outline: 21 },
    isEnabled: ({ model, selection: { only } }) =>
      only !== null && !isUsers(model, only) && isAny(model, (other) => mayGiveAccess(model, other, only)),
    run: asking('letReach'),
  },
  {
    name: 'add-view-only', label: t('Add a view-only copy for …'), icon: 'eye', words: 'watch trainer vnc read-only', menus: { selection: 24, outline: 24 },
    isEnabled: ({ model, selection: { only } }) => showsAllTheSame(model.nodes.get(only ?? '')),
    run: asking('addViewOnlyFor'),
  },
  {
    name: 'move-into-zone', label: t('Move into a zone …'), icon: 'into-zone', menus: { selection: 30, outline: 30 },
    isEnabled: (editor) => placed(editor).length > 0 && editor.model.zones.size > placed(editor).filter((id) => editor.model.zones.has(id)).length,
    run: (editor) => editor.ask('moveIntoZone', ...placed(editor)),
  },
  {
    name: 'take-out-of-zone', label: t('Take out of the zone'), menus: { selection: 31, outline: 31 },
    isEnabled: (editor) => placed(editor).some((id) => editor.model.placed(id)?.zone),
    run: (editor) => editor.stack.execute(setZone(editor.model, placed(editor), null)),
  },
  {
    name: 'scenery', label: t('For the drawing only, or for more'), words: 'scenery picture without connection login', menus: { outline: 35 },
    short: (editor) => (areScenery(editor) ? t('For more than the drawing') : t('For the drawing only')),
    isEnabled: (editor) => devices(editor).length > 0,
    run: (editor) => editor.stack.execute(setScenery(editor.model, devices(editor), !areScenery(editor))),
  },
];

/** @param {Editor} editor */
function areScenery(editor) {
  return devices(editor).every((id) => isScenery(editor.model.item(id)));
}

/**
 * Return what asks *question* about the item that is selected.
 * @param {Parameters<Editor['ask']>[0]} question
 * @returns {(editor: Editor) => void}
 */
function asking(question) {
  return ({ ask, selection }) => ask(question, /** @type {string} */ (selection.only));
}

/**
 * Return whether *node* has a connection by which all see the same screen (`model/copying/view-only.js`).
 * @param {import('../../model/diagram.js').Node | undefined} node
 */
function showsAllTheSame(node) {
  return isDevice(node) && node.connections.some(({ protocol }) => ['vnc', 'telnet'].includes(protocol));
}

/** @param {Editor} editor */
function devices({ model, selection }) {
  return [...selection.ids].filter((id) => isDevice(model.item(id)));
}

/** @param {Editor} editor */
function placed({ model, selection }) {
  return model.placedAmong(selection.ids);
}

/**
 * Return whether *may* lets any node or zone through.
 * @param {Editor['model']} model
 * @param {(id: string) => boolean | string} may
 */
function isAny(model, may) {
  return [...model.nodes.keys(), ...model.zones.keys()].some((id) => may(id) === true);
}

/**
 * @param {Editor['model']} model
 * @param {string | null} id
 */
function isUsers(model, id) {
  return model.nodes.get(id ?? '')?.type === 'users';
}
