/** The panel with the properties of what is selected. It follows the selection and the drawing. */

import { shaped } from '../../kit/forms/form.js';
import { deviceFields } from './device.js';
import { diagramFields } from './diagram.js';
import { later } from './later.js';
import { accessFields, gatewayFields, linkFields, networkFields, noteFields, zoneFields } from './others.js';
import { usersFields } from './people/users.js';
import { isAccess, isLink, isZone } from '../../model/items.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */
/** @typedef {import('../../model/diagram.js').Item} Item */

const NODE_FIELDS = {
  device: deviceFields,
  users: usersFields,
  network: networkFields,
  gateway: gatewayFields,
  note: noteFields,
};

export class Inspector {
  #desk;
  #root;
  #form;

  /**
   * @param {HTMLElement} root
   * @param {Desk} desk
   */
  constructor(root, desk) {
    this.#root = root;
    this.#desk = desk;
    this.#form = shaped(() => this.#selected().join(' '), () => this.#build(), 'inspector');
    root.append(this.#form.element);
    desk.selection.addEventListener('changed', () => this.#show());
    desk.stack.addEventListener('changed', () => this.update());
    root.addEventListener('focusout', () => desk.stack.seal());
    this.update();
  }

  /** Look at the model again, for example when there are new answers on what a count stands for. */
  update() {
    this.#form.update();
  }

  /** Put the focus into the first field; what is typed next takes the place of what is there. */
  focus() {
    const field = /** @type {HTMLElement | null} */ (this.#root.querySelector('input, select, textarea'));
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }

  #show() {
    this.update();
    this.#root.scrollTop = 0;
  }

  #build() {
    const ids = this.#selected();
    if (ids.length === 0) return diagramFields(this.#desk);
    if (ids.length > 1) return [later(this.#desk, ({ manyFields }) => manyFields(this.#desk, ids), 'connections')];
    const item = /** @type {Item} */ (this.#desk.model.item(ids[0]));
    return this.#fieldsOf(item)(this.#desk, ids[0]);
  }

  /**
   * @param {Item} item
   * @returns {(desk: Desk, id: string) => Field[]}
   */
  #fieldsOf(item) {
    if (isZone(item)) return zoneFields;
    if (isLink(item)) return linkFields;
    if (isAccess(item)) return accessFields;
    return NODE_FIELDS[item.type];
  }

  #selected() {
    return [...this.#desk.selection.ids].filter((id) => this.#desk.model.item(id));
  }
}
