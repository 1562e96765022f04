/** Asks with what, or for whom, something is done, and does it. Each question is a dialog with a list to choose from. */

import { choose } from '../../kit/dialogs/chooser.js';
import { choicesOfItems } from '../../kit/item-choices.js';
import { giveAccess } from '../../model/commands/access.js';
import { connect } from '../../model/commands/add.js';
import { rotatePerson } from '../../model/commands/people.js';
import { setZone } from '../../model/commands/zones.js';
import { clip } from '../../model/copying/clipping.js';
import { addViewOnly } from '../../model/copying/view-only.js';
import { findPastePlace } from '../../model/placement/paste-place.js';
import { createLink } from '../../model/diagram.js';
import { nameAll, nameOf } from '../../model/names.js';
import { listRotatable } from '../../model/roster/rotatable.js';
import { mayConnect, mayContain, mayGiveAccess } from '../../model/rules.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * Ask what to connect the one of *ids* to, and connect it.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function connectTo({ model, stack, newId }, [id]) {
  const target = await choose({
    title: t('Connect {name} to', { name: nameOf(model, id) }),
    placeholder: t('Connect {name} to …', { name: nameOf(model, id) }),
    choices: choicesOfItems(model, (other) => mayConnect(model, id, other)),
  });
  if (target) stack.execute(connect(model, createLink(newId('l'), id, target)));
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
 * Ask which users shall look on at the device in *ids*, and add a view-only copy of it for them.
 * @param {Editor} editor
 * @param {readonly string[]} ids
 */
export async function addViewOnlyFor(editor, [id]) {
  const { model, stack, newId } = editor;
  const users = await choose({
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
