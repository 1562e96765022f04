/** The style of things: how cables, zones, notes and shapes look beside what they are, and what of it others can take over. */

import { isLink, isNode, isPicture, isZone } from './items.js';

/** @typedef {import('./diagram.js').Item} Item */
/** @typedef {Readonly<Record<string, unknown>>} Style By the names of fields; what a thing leaves out is null. */

const CABLE = ['color', 'width', 'dash', 'route'];
const NOTE = ['color', 'plain', 'size'];
const COLOR = ['color'];
const PICTURE = ['opacity'];

/**
 * Return the style of *item*, or null where it has none.
 * @param {Item | undefined} item
 * @returns {Style | null}
 */
export function styleOf(item) {
  const fields = item ? fieldsOf(item) : [];
  if (!item || fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(item, field) ?? null]));
}

/**
 * Return what *item* takes over of *style*: a note takes the colour of a zone, and nothing of the width of a cable.
 * @param {Item} item
 * @param {Style} style
 * @returns {Style}
 */
export function takenOver(item, style) {
  return Object.fromEntries(fieldsOf(item).filter((field) => field in style).map((field) => [field, style[field] ?? EMPTY[field] ?? null]));
}

/** What stands for no value, where that is not null. @type {Readonly<Record<string, unknown>>} */
const EMPTY = { plain: false };

/** @param {Item} item */
function fieldsOf(item) {
  if (isLink(item)) return CABLE;
  if (isZone(item)) return COLOR;
  if (!isNode(item)) return [];
  return item.type === 'note' ? NOTE : item.type === 'shape' ? (isPicture(item) ? PICTURE : COLOR) : [];
}
