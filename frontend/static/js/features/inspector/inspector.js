/** The inspector panel: shows and edits the properties of the selection. */

import { byId } from '../../kit/dom.js';
import { shaped } from '../../kit/forms/form.js';
import { deviceFields } from './device.js';
import { diagramFields } from './diagram.js';
import { lazyPart, loadWithFirstItem } from './lazy-parts.js';
import { isDevice, isNode } from '../../model/items.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Item} Item */

/**
 * Show the properties of what is selected.
 * @param {Editor} editor
 * @returns {Inspector}
 */
export function connectInspector(editor) {
  const inspector = new Inspector(byId('inspector'), editor);
  loadWithFirstItem(editor, () => inspector.update());
  editor.preview.requests.addEventListener('answer', () => inspector.update());
  return inspector;
}

export class Inspector {
  #editor;
  #root;
  #form;

  /**
   * @param {HTMLElement} root
   * @param {Editor} editor
   */
  constructor(root, editor) {
    this.#root = root;
    this.#editor = editor;
    this.#form = shaped(() => this.#selected().join(' '), () => this.#build(), 'inspector');
    root.append(this.#form.element);
    editor.selection.addEventListener('changed', () => this.#show());
    editor.stack.addEventListener('changed', () => this.update());
    root.addEventListener('focusout', () => editor.stack.seal());
    this.update();
  }

  /** Look at the model again, for example when there are new answers on what a count stands for. */
  update() {
    this.#form.update();
  }

  /**
   * Put the focus into the field *name*, or the first one; what is typed next takes the place of what is there.
   * @param {string} [name]
   */
  focus(name) {
    const all = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll('input, select, textarea')]);
    const field = all.find((each) => each.getAttribute('name') === name) ?? all[0];
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  #show() {
    this.update();
    this.#root.scrollTop = 0;
  }

  #build() {
    const ids = this.#selected();
    if (ids.length === 0) return diagramFields(this.#editor);
    if (ids.length > 1) return [lazyPart(({ manyFields }) => manyFields(this.#editor, ids), { classes: 'connections' })];
    const item = /** @type {Item} */ (this.#editor.model.item(ids[0]));
    if (isDevice(item)) return deviceFields(this.#editor, ids[0]);
    if (isNode(item) && item.type === 'users') return [lazyPart(({ usersFields }) => usersFields(this.#editor, ids[0]), { classes: 'connections' })];
    return [lazyPart(({ otherFields }) => otherFields(this.#editor, item), { classes: 'connections' })];
  }

  #selected() {
    return [...this.#editor.selection.ids].filter((id) => this.#editor.model.item(id));
  }
}
