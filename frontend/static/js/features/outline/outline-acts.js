/** What can be done at a row of the outline, by its keys and in its menu. */

import { element } from '../../kit/dom.js';
import { whenTyped } from '../../kit/forms/in-place.js';
import { actionsFor } from '../../actions/item-actions.js';
import { openMenuAt } from '../../kit/menu.js';
import { hasName } from './outline-rows.js';
import { removeItems } from '../../model/commands/remove.js';
import { renameItem } from '../../model/commands/update.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('./outline-rows.js').OutlineRow} OutlineRow */

export class OutlineActs {
  #desk;
  #onEdit;
  #onAdd;

  /**
   * @param {Desk} desk
   * @param {object} options
   * @param {() => void} options.onEdit Takes one to the properties of what is selected.
   * @param {(zone: string | null) => void} options.onAdd Lets one add something, into a zone if one is named.
   */
  constructor(desk, { onEdit, onAdd }) {
    this.#desk = desk;
    this.#onEdit = onEdit;
    this.#onAdd = onAdd;
  }

  /** @param {OutlineRow} row */
  edit({ id }) {
    this.#desk.reveal(id);
    this.#onEdit();
  }

  /** @param {OutlineRow} row */
  add({ id }) {
    const { model } = this.#desk;
    this.#onAdd(model.zones.has(id) ? id : (model.placed(id)?.zone ?? null));
  }

  /** @param {OutlineRow} row */
  remove({ id }) {
    const { model, selection, stack } = this.#desk;
    stack.execute(removeItems(model, selection.has(id) ? selection.ids : [id]));
  }

  /**
   * Let somebody type the name of *row* in the place of *shown*, and return whether it can have one.
   * @param {OutlineRow} row
   * @param {Element} shown
   * @param {(isLeft: boolean) => void} end Called when that is over; *isLeft* says whether the focus goes somewhere else.
   * @returns {boolean}
   */
  rename({ id }, shown, end) {
    const { model, stack } = this.#desk;
    if (!hasName(model, id)) return false;
    const { label } = /** @type {{ label: string }} */ (model.item(id));
    const input = element('input', { class: 'input outline-input', 'aria-label': 'New name', value: label });
    whenTyped(input, (isKept, isLeft) => {
      if (isKept && hasName(model, id) && input.value !== label) stack.execute(renameItem(model, id, input.value));
      end(isLeft);
    });
    shown.replaceWith(input);
    input.select();
    return true;
  }

  /**
   * Open the menu of *row*, or of all that is selected with it.
   * @param {OutlineRow} row
   * @param {{ x: number, y: number }} point
   * @param {() => void} rename
   */
  openMenu(row, point, rename) {
    const { model, selection } = this.#desk;
    if (!selection.has(row.id)) selection.set([row.id]);
    const isNamed = selection.only !== null && hasName(model, row.id);
    openMenuAt(point, [
      { label: 'Properties', icon: 'sliders', keys: 'Enter', run: () => this.edit(row) },
      ...(isNamed ? [{ label: 'Rename', icon: 'pencil', keys: 'F2', run: rename }] : []),
      { label: model.zones.has(row.id) ? 'Add in it …' : 'Add beside it …', icon: 'plus', keys: 'Insert', run: () => this.add(row) },
      null,
      ...actionsFor(this.#desk, [...selection.ids]),
    ]);
  }
}
