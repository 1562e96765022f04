/** The people whose random password can be made anew. */

import { listEverybody } from './people.js';

/** @typedef {import('../diagram.js').Users} Users */
/** @typedef {{ users: string, username: string, name: string }} Rotatable Somebody of the users node *users*. */

/**
 * Return everybody of the users nodes *ids* who has a random password; without *ids*, of all of them.
 * @param {import('../diagram-model.js').DiagramModel} model
 * @param {readonly string[]} ids
 * @returns {Rotatable[]}
 */
export function listRotatable(model, ids) {
  const nodes = ids.length > 0 ? ids.map((id) => model.nodes.get(id)) : [...model.nodes.values()];
  return nodes.filter((node) => node?.type === 'users').flatMap((node) => listPeople(/** @type {Users} */ (node)));
}

/** @param {Users} users */
function listPeople(users) {
  if (users.password.mode !== 'random') return [];
  const people = users.roster.length > 0 ? users.roster : listEverybody(users);
  return people.filter(({ password }) => password === null).map(({ username, name = '' }) => ({ users: users.id, username, name }));
}
