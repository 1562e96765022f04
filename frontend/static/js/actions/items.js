/** Actions that join what is selected with something that is chosen by name, or bring it into a zone. */

import { choose } from '../kit/dialogs/chooser.js';
import { choicesOfItems } from '../kit/item-choices.js';
import { giveAccess } from '../model/commands/access.js';
import { connect } from '../model/commands/add.js';
import { setZone } from '../model/commands/zones.js';
import { createLink } from '../model/diagram.js';
import { nameAll, nameOf } from '../model/names.js';
import { mayConnect, mayContain, mayGiveAccess } from '../model/rules.js';
import { t } from '../util/text.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./actions.js').Action} Action */

/** @type {readonly Action[]} */
export const ITEMS = [
  {
    name: 'connect-to', label: t('Connect to …'), icon: 'cable', isUnlisted: true, menus: { selection: 20, outline: 20 },
    isEnabled: ({ model, selection: { only } }) => only !== null && isAny(model, (other) => mayConnect(model, only, other)),
    run: (editor) => void connectTo(editor, /** @type {string} */ (editor.selection.only)),
  },
  {
    name: 'give-access-to', label: t('Give access to …'), icon: 'access', isUnlisted: true, menus: { selection: 21, outline: 21 },
    isEnabled: ({ model, selection: { only } }) => isUsers(model, only),
    run: (editor) => void giveAccessTo(editor, /** @type {string} */ (editor.selection.only)),
  },
  {
    name: 'import-people', label: t('Paste a list of people …'), icon: 'import', words: 'roster spreadsheet csv class names', menus: { selection: 22, outline: 22 },
    isEnabled: ({ model, selection: { only } }) => isUsers(model, only),
    run: ({ rosterImport, selection }) => void rosterImport.open(/** @type {string} */ (selection.only)),
  },
  {
    name: 'let-reach', label: t('Let users reach this …'), icon: 'access', isUnlisted: true, menus: { selection: 21, outline: 21 },
    isEnabled: ({ model, selection: { only } }) =>
      only !== null && !isUsers(model, only) && isAny(model, (other) => mayGiveAccess(model, other, only)),
    run: (editor) => void letReach(editor, /** @type {string} */ (editor.selection.only)),
  },
  {
    name: 'move-into-zone', label: t('Move into a zone …'), icon: 'import', isUnlisted: true, menus: { selection: 30, outline: 30 },
    isEnabled: (editor) => placed(editor).length > 0 && editor.model.zones.size > placed(editor).filter((id) => editor.model.zones.has(id)).length,
    run: (editor) => void moveIntoZone(editor, placed(editor)),
  },
  {
    name: 'take-out-of-zone', label: t('Take out of the zone'), isUnlisted: true, menus: { selection: 31, outline: 31 },
    isEnabled: (editor) => placed(editor).some((id) => editor.model.placed(id)?.zone),
    run: (editor) => editor.stack.execute(setZone(editor.model, placed(editor), null)),
  },
];

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

/**
 * Ask what to connect *id* to, and connect it.
 * @param {Editor} editor
 * @param {string} id
 */
async function connectTo({ model, stack, newId }, id) {
  const target = await choose({
    title: t('Connect {name} to', { name: nameOf(model, id) }),
    placeholder: t('Connect {name} to …', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayConnect(model, id, other)),
  });
  if (target) stack.execute(connect(model, createLink(newId('l'), id, target)));
}

/**
 * Ask what the users node *id* shall reach, and give access to it.
 * @param {Editor} editor
 * @param {string} id
 */
async function giveAccessTo({ model, stack, newId }, id) {
  const target = await choose({
    title: t('Give {name} access to', { name: nameOf(model, id) }),
    placeholder: t('Give {name} access to …', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayGiveAccess(model, id, other)),
    nothing: t('Nothing to reach fits what you typed.'),
  });
  if (target) stack.execute(giveAccess(model, newId, id, [target]));
}

/**
 * Ask which users shall reach *id*, and give them access.
 * @param {Editor} editor
 * @param {string} id
 */
async function letReach({ model, stack, newId }, id) {
  const users = await choose({
    title: t('Who shall reach {name}', { name: nameOf(model, id) }),
    placeholder: t('Who shall reach {name}', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayGiveAccess(model, other, id)),
  });
  if (users) stack.execute(giveAccess(model, newId, users, [id]));
}

/**
 * Ask for a zone, and put *ids* into it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
async function moveIntoZone({ model, stack }, ids) {
  const zone = await choose({
    title: t('Move {names} into', { names: nameAll(model, ids) }),
    placeholder: t('Move {names} into …', { names: nameAll(model, ids) }),
    choices: choicesOfItems(model, (other) => model.zones.has(other) && ids.every((id) => mayContain(model, other, id) === true)),
  });
  if (zone) stack.execute(setZone(model, ids, zone));
}
