/** Asks with what, or for whom, something is done, and does it. Each question is a dialog with a list to choose from. */

import { choose } from '../../kit/dialogs/chooser.js';
import { choicesOfItems } from '../../kit/item-choices.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { insertInMiddle } from '../../gestures/inserting.js';
import { findAlike } from '../../model/alike.js';
import { giveAccess } from '../../model/commands/access.js';
import { connectAll, moveEnd } from '../../model/commands/cabling.js';
import { rotatePerson } from '../../model/commands/people.js';
import { updateItems } from '../../model/commands/update.js';
import { setZone } from '../../model/commands/zones.js';
import { clip } from '../../model/copying/clipping.js';
import { addViewOnly } from '../../model/copying/view-only.js';
import { findPastePlace } from '../../model/placement/paste-place.js';
import { DEVICE_KINDS, titleOfKind, wordsOfKind } from '../../model/kinds.js';
import { nameAll, nameOf } from '../../model/names.js';
import { listRotatable } from '../../model/roster/rotatable.js';
import { mayConnect, mayConnectAll, mayContain, mayGiveAccess } from '../../model/rules.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * Ask what to connect *ids* to, and connect each of them.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function connectTo({ model, stack, newId }, ids) {
  const target = await choose({
    title: t('Connect {name} to', { name: nameAll(model, ids) }),
    placeholder: t('Connect {name} to …', { name: nameAll(model, ids) }),
    choices: choicesOfItems(model, (other) => mayConnectAll(model, ids, other)),
  });
  if (target) stack.execute(connectAll(model, newId, ids, target));
}

/**
 * Ask which end of the cable in *ids* goes elsewhere, and where, and move it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function moveEndOf({ model, stack }, [id]) {
  const link = /** @type {import('../../model/diagram.js').Link} */ (model.links.get(id));
  const cable = nameOf(model, id);
  const ends = (/** @type {const} */ (['source', 'target'])).map((side) => ({ value: side, label: nameOf(model, link[side].node), detail: link[side].interface }));
  const side = /** @type {'source' | 'target' | null} */ (await choose({ title: t('Move an end of {cable}', { cable }), placeholder: t('Which end?'), choices: ends }));
  if (!side) return;
  const stays = link[side === 'source' ? 'target' : 'source'].node;
  const target = await choose({
    title: t('Move the end at {name} to', { name: nameOf(model, link[side].node) }),
    placeholder: t('Where does it go?'),
    choices: choicesOfItems(model, (other) => other !== link[side].node && mayConnect(model, stays, other)),
  });
  // Somebody else may have removed one of them meanwhile.
  if (target && model.links.has(id) && model.nodes.has(target)) stack.execute(moveEnd(model, id, side, target));
}

/**
 * Ask which kind the devices among *ids* shall be of; they keep all else.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function changeKind({ model, stack }, ids) {
  const names = nameAll(model, ids);
  const kind = await choose({
    title: t('Change the kind of {names}', { names }),
    placeholder: t('What is it?'),
    choices: DEVICE_KINDS.map((each) => choiceOfKind(each)),
  });
  if (kind) stack.execute(updateItems(model, ids, { kind }, { label: t('Change the kind of {names}', { names }) }));
}

/**
 * Ask what to put into the cable in *ids*, and put it there.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function insertInto(editor, [id]) {
  const kind = await choose({
    title: t('Put something into {cable}', { cable: nameOf(editor.model, id) }),
    placeholder: t('What shall be here?'),
    choices: [...DEVICE_KINDS, /** @type {const} */ ('network')].map((each) => choiceOfKind(each)),
  });
  if (kind) editor.reveal(insertInMiddle(editor, /** @type {import('../../model/kinds.js').DeviceKind} */ (kind), id));
}

/**
 * Ask what the things have in common that shall be selected, and select them.
 * @param {Editor} editor
 */
export async function selectAlike({ catalogue, model, preview, selection, announce }) {
  const groups = findAlike(model, preview.problems, (protocol) => catalogue[protocol]?.title ?? protocol);
  const chosen = await choose({
    title: t('Select all that have something in common'),
    placeholder: t('Which kind, zone, protocol or problem?'),
    choices: groups.map(({ title, sort, ids }, place) => ({ value: String(place), label: title, words: sort, detail: t('{sort}, {count}', { sort, count: ids.length }) })),
    nothing: t('Nothing on the drawing has this in common.'),
  });
  if (chosen === null) return;
  const { ids } = groups[Number(chosen)];
  selection.set(ids);
  announce(plural('{count} thing is selected.', '{count} things are selected.', ids.length));
}

/**
 * Ask what the users node in *ids* shall reach, and give access to it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function giveAccessTo({ model, stack, newId }, [id]) {
  const target = await choose({
    title: t('Give {name} access to', { name: nameOf(model, id) }),
    placeholder: t('Give {name} access to …', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayGiveAccess(model, id, other)),
    nothing: t('Nothing to reach fits what you typed.'),
  });
  if (target) stack.execute(giveAccess(model, newId, id, [target]));
}

/**
 * Ask which users shall reach the one of *ids*, and give them access.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function letReach({ model, stack, newId }, [id]) {
  const users = await choose({
    title: t('Who shall reach {name}', { name: nameOf(model, id) }),
    placeholder: t('Who shall reach {name}', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayGiveAccess(model, other, id)),
  });
  if (users) stack.execute(giveAccess(model, newId, users, [id]));
}

/**
 * Add a view-only copy of the device that is the first of *ids* for the users who are the second; ask who, where nobody is.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function addViewOnlyFor(editor, [id, known]) {
  const { model, stack, newId } = editor;
  const users = known ?? await choose({
    title: t('Add a view-only copy of {name} for', { name: nameOf(model, id) }),
    placeholder: t('Who shall look on at {name}?', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => model.nodes.get(other)?.type === 'users'),
  });
  if (!users) return;
  const place = findPastePlace(editor, clip(model, [id]), { x: 0, y: 0 });
  const { command, copy } = addViewOnly(model, newId, id, users, place);
  stack.execute(command);
  editor.reveal(copy);
}

/**
 * Ask for a zone, and put *ids* into it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function moveIntoZone({ model, stack }, ids) {
  const zone = await choose({
    title: t('Move {names} into', { names: nameAll(model, ids) }),
    placeholder: t('Move {names} into …', { names: nameAll(model, ids) }),
    choices: choicesOfItems(model, (other) => model.zones.has(other) && ids.every((id) => mayContain(model, other, id) === true)),
  });
  if (zone) stack.execute(setZone(model, ids, zone));
}

/**
 * Ask whose random password is made anew, among the people of the groups *ids* or of all groups, and rotate it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function rotateFor({ model, stack, say }, ids) {
  const people = listRotatable(model, ids);
  const chosen = await choose({
    title: t('Rotate the password of one person'),
    placeholder: t('Who gets a new password?'),
    choices: people.map(({ users, username, name }, place) => ({ value: String(place), label: username, detail: name || nameOf(model, users) })),
    nothing: t('Nobody with a random password is called so.'),
  });
  if (chosen === null) return;
  const { users, username } = people[Number(chosen)];
  stack.execute(rotatePerson(model, users, username));
  say(t('{name} gets a new password with the next file. Undo takes that back.', { name: username }));
}

/** @param {import('../../model/kinds.js').PlacedKind} kind */
function choiceOfKind(kind) {
  return { value: kind, label: titleOfKind(kind), words: wordsOfKind(kind), picture: pictureOf(kind) };
}
