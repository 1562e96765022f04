/** Cut, copy and paste, also between diagrams and tabs: what is copied is JSON on the clipboard of the computer. */

import { clip, middleOfClipping, renew } from '../model/clipping.js';
import { addItems } from '../model/commands/add.js';
import { removeItems } from '../model/commands/remove.js';
import { nameAll } from '../model/names.js';
import { isTyping } from './keys.js';

/** @typedef {import('../model/clipping.js').Clipping} Clipping */
/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

const MARK = 'labmapper-clipping';
const SHIFT = { x: 32, y: 32 };

/**
 * Let the keys for cut, copy and paste work on the drawing.
 * @param {Desk} desk
 * @param {Viewport} viewport
 */
export function connectClipboard(desk, viewport) {
  document.addEventListener('copy', (event) => take(event, desk));
  document.addEventListener('cut', (event) => {
    if (take(event, desk)) desk.stack.execute(removeItems(desk.model, desk.selection.ids, `Cut ${nameAll(desk.model, [...desk.selection.ids])}`));
  });
  document.addEventListener('paste', (event) => {
    if (isTyping(event.target)) return;
    const clipping = parse(event.clipboardData?.getData('text/plain') ?? '');
    if (!clipping) return;
    event.preventDefault();
    insert(desk, clipping, shiftFor(clipping, viewport), 'Paste');
  });
}

/**
 * Put a copy of what is selected beside it.
 * @param {Desk} desk
 */
export function duplicate(desk) {
  insert(desk, clip(desk.model, desk.selection.ids), SHIFT, 'Duplicate');
}

/**
 * @param {ClipboardEvent} event
 * @param {Desk} desk
 * @returns {boolean} Whether something was taken.
 */
function take(event, { model, selection }) {
  const hasText = !document.getSelection()?.isCollapsed;
  if (isTyping(event.target) || hasText || selection.size === 0) return false;
  event.clipboardData?.setData('text/plain', JSON.stringify({ [MARK]: 1, ...clip(model, selection.ids) }));
  event.preventDefault();
  return true;
}

/**
 * @param {string} text
 * @returns {Clipping | null}
 */
function parse(text) {
  if (!text.includes(MARK)) return null;
  try {
    const { nodes, zones, links, access } = JSON.parse(text);
    return [nodes, zones, links, access].every(Array.isArray) ? { nodes, zones, links, access } : null;
  } catch {
    return null;
  }
}

/**
 * Return how far *clipping* has to go: a little aside where it can be seen, else to the middle of the view.
 * @param {Clipping} clipping
 * @param {Viewport} viewport
 * @returns {Point}
 */
function shiftFor(clipping, viewport) {
  const from = middleOfClipping(clipping);
  const { x, y, width, height } = viewport.box;
  const isInView = from.x > x && from.x < x + width && from.y > y && from.y < y + height;
  if (isInView) return SHIFT;
  return { x: viewport.middle.x - from.x, y: viewport.middle.y - from.y };
}

/**
 * @param {Desk} desk
 * @param {Clipping} clipping
 * @param {Point} by
 * @param {string} verb
 */
function insert(desk, clipping, by, verb) {
  const { model, stack, selection, newId } = desk;
  const fresh = renew(model, clipping, newId, by);
  const ids = [...fresh.nodes, ...fresh.zones].map((item) => item.id);
  if (ids.length === 0) return;
  stack.execute(addItems(model, fresh, `${verb} ${ids.length === 1 ? [...fresh.nodes, ...fresh.zones][0].label : `${ids.length} items`}`));
  selection.set(ids);
}
