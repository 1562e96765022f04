/** Finds the handles under the pointer of the only thing that is selected: corners of a zone or shape, ends and bends of a cable. */

import { findBendHandle, findEndHandle } from '../../view/bend-handles.js';
import { findCorner, isResizable } from '../../view/handles.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../../view/hit-test.js').Hit} Hit */

/**
 * @param {Pointer} pointer
 * @returns {import('../../view/handles.js').HandleSize}
 */
export function sizeFor({ isTouch }) {
  return isTouch ? 'finger' : 'mouse';
}

/**
 * Return the corner under *pointer*, and the zone or shape that it belongs to, or null.
 * @param {Editor} editor
 * @param {Pointer} pointer
 */
export function cornerUnder({ model, selection, viewport }, pointer) {
  const item = model.placed(selection.only ?? '');
  if (!item || !isResizable(item)) return null;
  const corner = findCorner(item, pointer.world, viewport.zoom, sizeFor(pointer));
  return corner && { item, corner };
}

/**
 * Return the end under *pointer*, and its cable, or null.
 * @param {Editor} editor
 * @param {Pointer} pointer
 */
export function endUnder(editor, pointer) {
  const link = selectedCable(editor);
  const end = link && findEndHandle(editor.view.scene, link, pointer.world, { zoom: editor.viewport.zoom, size: sizeFor(pointer) });
  return end ? { link, side: end.side } : null;
}

/**
 * Return the handle of a bend under *pointer*, and its cable, or null.
 * @param {Editor} editor
 * @param {Pointer} pointer
 * @param {Hit | null} hit What else is under the pointer.
 */
export function bendUnder(editor, pointer, hit) {
  const link = selectedCable(editor);
  if (!link) return null;
  const options = { zoom: editor.viewport.zoom, size: sizeFor(pointer), isHit: hit?.id === link.id };
  const handle = findBendHandle(editor.view.scene, link, pointer.world, options);
  return handle && { link, handle };
}

/** @param {Editor} editor */
function selectedCable({ model, options, selection, view }) {
  return options.touchable(view.layers).cables ? model.links.get(selection.only ?? '') : undefined;
}
