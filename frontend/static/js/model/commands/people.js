/** Commands on single people of a group. */

import { t } from '../../util/text.js';
import { updateItems } from './update.js';

/** @typedef {import('../changes.js').Command} Command */
/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */

/**
 * Make the random password of *username* anew, and of nobody else. Throws an error where the users node *id* has none.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {string} username
 * @returns {Command}
 */
export function rotatePerson(model, id, username) {
  const users = model.nodes.get(id);
  if (users?.type !== 'users' || users.password.mode !== 'random') throw new Error(`There are no random passwords in '${id}'`);
  const { rotations } = users.password;
  const before = Object.hasOwn(rotations, username) ? rotations[username] : 0;
  const password = { ...users.password, rotations: { ...rotations, [username]: before + 1 } };
  return updateItems(model, [id], { password }, { label: t('Rotate the password of {name}', { name: username }) });
}
