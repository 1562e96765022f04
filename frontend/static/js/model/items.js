/** Type guards for items. */

/** @typedef {import('./diagram.js').Node} Node */
/** @typedef {import('./diagram.js').Zone} Zone */
/** @typedef {import('./diagram.js').Link} Link */
/** @typedef {import('./diagram.js').Access} Access */
/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {import('./diagram.js').Device} Device */

/**
 * Return whether *item* is a zone.
 * @param {Item} item
 * @returns {item is Zone}
 */
export function isZone(item) {
  return 'pod' in item;
}

/**
 * Return whether *item* is a node.
 * @param {Item} item
 * @returns {item is Node}
 */
export function isNode(item) {
  return 'type' in item;
}

/**
 * Return whether *item* is a link.
 * @param {Item} item
 * @returns {item is Link}
 */
export function isLink(item) {
  return 'source' in item;
}

/**
 * Return whether *item* is an access edge.
 * @param {Item} item
 * @returns {item is Access}
 */
export function isAccess(item) {
  return 'users' in item;
}

/**
 * Return whether *item* is a device.
 * @param {Item | undefined} item
 * @returns {item is Device}
 */
export function isDevice(item) {
  return item !== undefined && isNode(item) && item.type === 'device';
}

/**
 * Return whether *node* is a note or a shape: nothing of the lab, but about it.
 * @param {Node} node
 * @returns {node is import('./diagram.js').Note | import('./diagram.js').Shape}
 */
export function isAnnotation(node) {
  return node.type === 'note' || node.type === 'shape';
}

/**
 * Return whether *item* is a picture, which lies behind everything else.
 * @param {Item | undefined} item
 * @returns {item is import('./diagram.js').Shape}
 */
export function isPicture(item) {
  return item !== undefined && isNode(item) && item.type === 'shape' && item.shape === 'picture';
}

/**
 * Return whether *item* is a device for the drawing only.
 * @param {Item | undefined} item
 * @returns {boolean}
 */
export function isScenery(item) {
  return isDevice(item) && item.scenery === true;
}

/**
 * Return which picture *item* has.
 * @param {import('./diagram.js').Item} item
 * @returns {string}
 */
export function kindOf(item) {
  if (isZone(item)) return item.pod === null ? 'zone' : 'pod';
  if ('source' in item) return 'cable';
  if (!('type' in item)) return 'access';
  if (item.type === 'device') return item.kind;
  if (item.type === 'shape') return item.shape;
  return item.type === 'note' && item.plain ? 'text' : item.type;
}
