/** A link to another item: its picture and name, and what can be done with it. */

import { element } from '../../kit/dom.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { isAnnotation, kindOf } from '../../model/items.js';
import { fullLabel, nameOf } from '../../model/names.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * Return a button that goes to the item *id*, with its picture and name.
 * @param {Editor} editor
 * @param {string} id
 * @param {string} [detail]
 * @param {HTMLElement} [action]
 * @returns {HTMLElement}
 */
export function reference(editor, id, detail = '', action) {
  const item = editor.model.item(id);
  const go = element('button', { type: 'button', class: 'reference-go', click: () => editor.reveal(id) },
    item ? pictureOf(kindOf(item)) : null,
    element('span', { class: 'reference-name' }, fullNameOf(editor, id)),
    detail ? element('span', { class: 'muted' }, detail) : null);
  return element('li', { class: 'reference' }, go, action);
}

/**
 * Return what the item *id* is called, with all its numbers: "PC09…PC19".
 * @param {Editor} editor
 * @param {string} id
 */
function fullNameOf({ model }, id) {
  const node = model.nodes.get(id);
  return (node && !isAnnotation(node) && fullLabel(node)) || nameOf(model, id);
}
