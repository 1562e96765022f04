/**
 * What a command is made of: changes as plain data, how to turn them round, and how to join two.
 *
 * A change names one item. `before` is null when the item is new, `after` is null when it goes. Where the
 * item leaves its list, `from` is its place in the list before the command; where it enters, `to` is its place
 * in the list after the command. A command names an item at most once.
 */

/** @typedef {import('./diagram.js').CollectionName} CollectionName */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {import('./diagram.js').Settings} Settings */

/**
 * @typedef {object} ItemChange
 * @property {CollectionName} collection
 * @property {string} id
 * @property {Item | null} before
 * @property {Item | null} after
 * @property {number} [from]
 * @property {number} [to]
 */

/**
 * @typedef {object} DiagramChange A change of the title or the settings.
 * @property {'diagram'} collection
 * @property {'title' | 'settings'} id
 * @property {string | Settings} before
 * @property {string | Settings} after
 */

/** @typedef {ItemChange | DiagramChange} Change */

/**
 * @typedef {object} Command A step that can be undone, as data.
 * @property {string} label What it does, for "Undo …": "Move R1".
 * @property {readonly Change[]} changes
 * @property {string} [mergeKey] Commands in a row with one key become one step.
 */

/**
 * Return the changes that take back *changes*.
 * @param {readonly Change[]} changes
 * @returns {Change[]}
 */
export function invert(changes) {
  return changes.map((change) => /** @type {Change} */ (invertChange(change)));
}

/**
 * Return the changes that do what *first* and then *second* do, or null where they cannot be joined,
 * because an item enters, leaves or moves in its list.
 * @param {readonly Change[]} first
 * @param {readonly Change[]} second
 * @returns {Change[] | null}
 */
export function join(first, second) {
  if (![...first, ...second].every(staysInPlace)) return null;
  const joined = new Map(first.map((change) => [keyOf(change), change]));
  for (const change of second) {
    const earlier = joined.get(keyOf(change));
    const before = earlier ? earlier.before : change.before;
    joined.set(keyOf(change), /** @type {Change} */ ({ ...change, before }));
  }
  return [...joined.values()];
}

/** @param {Change} change */
function invertChange(change) {
  const turned = { ...change, before: change.after, after: change.before };
  if (change.collection === 'diagram') return turned;
  return { ...turned, from: change.to, to: change.from };
}

/** @param {Change} change */
function staysInPlace(change) {
  return change.collection === 'diagram' || (change.from === undefined && change.to === undefined);
}

/** @param {Change} change */
function keyOf(change) {
  return `${change.collection} ${change.id}`;
}
