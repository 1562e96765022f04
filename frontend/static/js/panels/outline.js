/**
 * The drawing as a tree, for keyboard and screen reader: everything that the canvas can do can be done here.
 * Only the rows in view are in the page, so that thousands of nodes cost nothing.
 */

import { button, element } from './dom.js';
import { openMenuAt } from './menu.js';
import { buildRow } from './outline-row.js';
import { hasName, outlineRows } from './outline-rows.js';
import { Typeahead } from './typeahead.js';
import { actionsFor } from './item-actions.js';
import { removeItems } from '../model/commands/remove.js';
import { renameItem } from '../model/commands/update.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./outline-rows.js').OutlineRow} OutlineRow */

const ROW = 28;
const ROW_FOR_FINGERS = 40;
const MARGIN = 8;
const HELP = 'Enter: properties. Insert: add. Shift+F10: what can be done. F2: rename. Delete: remove.';

export class Outline {
  #desk;
  #root;
  #tree;
  #inner = element('div', { class: 'outline-rows', role: 'presentation' });
  #addFirst = button({ label: 'Add something', icon: 'plus', look: 'button-small', onClick: () => this.#onAdd(null) });
  #empty = element('div', { class: 'panel-empty' }, element('p', {}, 'Nothing on the drawing yet.'), this.#addFirst);
  #onEdit;
  #onAdd;
  /** @type {OutlineRow[]} */
  #rows = [];
  /** @type {Set<string>} */
  #flipped = new Set();
  /** @type {ReadonlyMap<string, 'error' | 'warning'>} */
  #marks = new Map();
  #at = 0;
  #typeahead = new Typeahead();
  /** How high a row is, in pixels. */
  #height = window.matchMedia('(pointer: coarse)').matches ? ROW_FOR_FINGERS : ROW;
  /** What arrives meanwhile, such as problems, must not take the field away under the hands of who types. */
  #isRenaming = false;
  #isStale = true;

  /**
   * @param {HTMLElement} root
   * @param {Desk} desk
   * @param {object} options
   * @param {() => void} options.onEdit Takes one to the properties of what is selected.
   * @param {(zone: string | null) => void} options.onAdd Lets one add something, into a zone if one is named.
   */
  constructor(root, desk, { onEdit, onAdd }) {
    this.#root = root;
    this.#desk = desk;
    this.#onEdit = onEdit;
    this.#onAdd = onAdd;
    this.#tree = element('div', {
      class: 'outline', role: 'tree', tabindex: 0, 'aria-label': 'Outline of the drawing', 'aria-multiselectable': 'true',
      'aria-description': HELP,
      keydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
      click: (/** @type {MouseEvent} */ event) => this.#onClick(event),
      dblclick: () => this.#onEdit(),
      contextmenu: (/** @type {MouseEvent} */ event) => this.#onContextMenu(event),
    }, this.#inner);
    root.append(this.#tree, this.#empty);
    desk.stack.addEventListener('changed', () => this.refresh());
    desk.selection.addEventListener('changed', () => this.#followSelection());
    root.addEventListener('scroll', () => this.#paint(), { passive: true });
    // In the next frame: new rows within this one may change the size again, which the browser reports as an error.
    new ResizeObserver(() => requestAnimationFrame(() => this.appear())).observe(root);
  }

  /**
   * Mark the rows of items that have problems.
   * @param {ReadonlyMap<string, 'error' | 'warning'>} marks
   */
  mark(marks) {
    this.#marks = marks;
    this.#paint();
  }

  /** Put the focus into the tree. */
  focus() {
    this.refresh();
    this.#tree.focus();
  }

  /** Show what is there and what is selected: it may have been changed and chosen while nobody saw the outline. */
  appear() {
    this.refresh();
    this.#followSelection();
  }

  /** Read the model again, if anybody sees it. */
  refresh() {
    this.#isStale = true;
    if (this.#root.clientHeight === 0) return;
    this.#isStale = false;
    const key = this.#rows[this.#at]?.key;
    this.#rows = outlineRows(this.#desk.model, this.#flipped);
    const focused = document.activeElement;
    this.#empty.hidden = this.#rows.length > 0;
    this.#tree.hidden = this.#rows.length === 0;
    if (this.#root.contains(focused) && !focused?.checkVisibility()) (this.#tree.hidden ? this.#addFirst : this.#tree).focus();
    this.#inner.style.height = `${this.#rows.length * this.#height}px`;
    const again = this.#rows.findIndex((row) => row.key === key);
    this.#at = again >= 0 ? again : Math.min(this.#at, Math.max(0, this.#rows.length - 1));
    this.#paint();
  }

  #followSelection() {
    const { only } = this.#desk.selection;
    const place = this.#rows.findIndex((row) => row.id === only);
    const isHere = this.#rows[this.#at]?.id === only;
    if (only && place >= 0 && !isHere) this.#moveTo(place);
    else this.#paint();
  }

  #paint() {
    if (this.#isStale || this.#isRenaming) return;
    const first = Math.max(0, Math.floor(this.#root.scrollTop / this.#height) - MARGIN);
    const last = Math.ceil((this.#root.scrollTop + this.#root.clientHeight) / this.#height) + MARGIN;
    const shown = this.#rows.slice(first, last).map((row, place) => this.#build(row, first + place));
    this.#inner.replaceChildren(...shown);
    this.#tree.setAttribute('aria-activedescendant', `outline-${this.#at}`);
  }

  /**
   * @param {OutlineRow} row
   * @param {number} index
   */
  #build(row, index) {
    const { pictureOf, selection } = this.#desk;
    return buildRow(row, {
      index,
      height: this.#height,
      picture: pictureOf(row.kind),
      mark: this.#marks.get(row.id),
      isSelected: selection.has(row.id),
      isActive: index === this.#at,
    });
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const index = this.#indexAt(event);
    if (index === null) return;
    const isTwist = event.target instanceof Element && event.target.closest('.is-twisty');
    this.#at = index;
    if (isTwist) return this.#flip(index);
    if (event.target instanceof Element && event.target.closest('.outline-more')) return this.#openMenu({ x: event.clientX, y: event.clientY });
    if (event.ctrlKey || event.metaKey || event.shiftKey) this.#desk.selection.toggle(this.#rows[index].id);
    else this.#desk.reveal(this.#rows[index].id);
    this.#paint();
  }

  /** @param {MouseEvent} event */
  #onContextMenu(event) {
    const index = this.#indexAt(event);
    if (index === null) return;
    event.preventDefault();
    this.#at = index;
    this.#openMenu({ x: event.clientX, y: event.clientY });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const row = this.#rows[this.#at];
    if (!row || event.altKey) return;
    const page = Math.max(1, Math.floor(this.#root.clientHeight / this.#height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) this.#step(steps[/** @type {keyof typeof steps} */ (event.key)], event.ctrlKey);
    else if (event.key === 'ArrowRight') this.#openOrEnter(row);
    else if (event.key === 'ArrowLeft') this.#closeOrLeave(row);
    else if (event.key === ' ' && !this.#typeahead.isOn(event.timeStamp)) this.#desk.selection.toggle(row.id);
    else if (event.key === 'Enter') this.#edit(row);
    else if (event.key === 'Insert') this.#add(row);
    else if (event.key === 'F2') this.#rename(row);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#remove(row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.#openMenuAtRow();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) this.#moveTo(this.#typeahead.find(this.#rows, this.#at, event.key, event.timeStamp), true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * @param {number} by
   * @param {boolean} keepsSelection
   */
  #step(by, keepsSelection) {
    const next = Math.min(this.#rows.length - 1, Math.max(0, this.#at + by));
    this.#moveTo(next, !keepsSelection);
  }

  /**
   * @param {number} index
   * @param {boolean} [selects]
   */
  #moveTo(index, selects = false) {
    if (index < 0) return;
    this.#at = index;
    const top = index * this.#height;
    if (top < this.#root.scrollTop) this.#root.scrollTop = top;
    else if (top + this.#height > this.#root.scrollTop + this.#root.clientHeight) this.#root.scrollTop = top + this.#height - this.#root.clientHeight;
    if (selects) this.#desk.reveal(this.#rows[index].id);
    this.#paint();
  }

  /** @param {OutlineRow} row */
  #openOrEnter(row) {
    if (row.isOpen === false) this.#flip(this.#at);
    else if (row.isOpen) this.#step(1, false);
  }

  /** @param {OutlineRow} row */
  #closeOrLeave(row) {
    if (row.isOpen) return this.#flip(this.#at);
    this.#moveTo(this.#rows.findLastIndex((other, index) => index < this.#at && other.level < row.level), true);
  }

  /** @param {number} index */
  #flip(index) {
    const { key } = this.#rows[index];
    if (!this.#flipped.delete(key)) this.#flipped.add(key);
    this.refresh();
  }

  /** @param {OutlineRow} row */
  #edit(row) {
    this.#desk.reveal(row.id);
    this.#onEdit();
  }

  /** @param {OutlineRow} row */
  #add({ id }) {
    const { model } = this.#desk;
    this.#onAdd(model.zones.has(id) ? id : (model.placed(id)?.zone ?? null));
  }

  /** @param {OutlineRow} row */
  #remove(row) {
    const { model, selection, stack } = this.#desk;
    stack.execute(removeItems(model, selection.has(row.id) ? selection.ids : [row.id]));
  }

  /** @param {OutlineRow} row */
  #rename(row) {
    const { model, stack } = this.#desk;
    const shown = this.#inner.querySelector(`#outline-${this.#at} .outline-label`);
    if (!shown || !hasName(model, row.id)) return;
    const item = /** @type {{ label: string }} */ (model.item(row.id));
    const input = element('input', { class: 'input outline-input', 'aria-label': 'New name', value: item.label });
    this.#isRenaming = true;
    const finish = (/** @type {boolean} */ isKept) => {
      if (!this.#isRenaming) return;
      this.#isRenaming = false;
      if (isKept && input.value !== item.label) stack.execute(renameItem(model, row.id, input.value));
      this.refresh();
      this.#tree.focus();
    };
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Enter' || event.key === 'Escape') finish(event.key === 'Enter');
    });
    input.addEventListener('blur', () => finish(true));
    shown.replaceWith(input);
    input.select();
  }

  #openMenuAtRow() {
    const box = this.#inner.querySelector(`#outline-${this.#at}`)?.getBoundingClientRect();
    if (box) this.#openMenu({ x: box.left + 24, y: box.bottom });
  }

  /** @param {{ x: number, y: number }} point */
  #openMenu(point) {
    const { model, selection } = this.#desk;
    const row = this.#rows[this.#at];
    if (!selection.has(row.id)) selection.set([row.id]);
    const isNamed = selection.only !== null && hasName(model, row.id);
    openMenuAt(point, [
      { label: 'Properties', icon: 'sliders', keys: 'Enter', run: () => this.#edit(row) },
      ...(isNamed ? [{ label: 'Rename', icon: 'pencil', keys: 'F2', run: () => this.#rename(row) }] : []),
      { label: model.zones.has(row.id) ? 'Add in it …' : 'Add beside it …', icon: 'plus', keys: 'Insert', run: () => this.#add(row) },
      null,
      ...actionsFor(this.#desk, [...selection.ids]),
    ]);
  }

  /**
   * Return which row is at *event*. Its target does not tell: a click ends beside the row where that is marked meanwhile.
   * @param {MouseEvent} event
   */
  #indexAt({ clientY }) {
    const index = Math.floor((clientY - this.#inner.getBoundingClientRect().top) / this.#height);
    return index >= 0 && index < this.#rows.length ? index : null;
  }
}
