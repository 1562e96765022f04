/**
 * The drawing as a tree, for keyboard and screen reader: everything that the canvas can do can be done here.
 * Only the rows in view are in the page, so that thousands of nodes cost nothing.
 */

import { button, element } from '../../kit/dom.js';
import { OutlineActs } from './outline-acts.js';
import { buildRow } from './outline-row.js';
import { outlineRows } from './outline-rows.js';
import { RowWindow } from '../../kit/row-window.js';
import { Typeahead } from '../../kit/typeahead.js';

/** @typedef {import('../../gestures/desk.js').Desk} Desk */
/** @typedef {import('./outline-rows.js').OutlineRow} OutlineRow */

const HELP = 'Enter: properties. Insert: add. Shift+F10: what can be done. F2: rename. Delete: remove.';

export class Outline {
  #desk;
  #root;
  #window;
  #tree;
  #inner = element('div', { class: 'outline-rows', role: 'presentation' });
  #addFirst;
  #empty;
  #acts;
  /** @type {OutlineRow[]} */
  #rows = [];
  /** @type {Set<string>} */
  #flipped = new Set();
  /** @type {ReadonlyMap<string, 'error' | 'warning'>} */
  #marks = new Map();
  #at = 0;
  #typeahead = new Typeahead();
  /** What arrives meanwhile, such as problems, must not take the field away under the hands of who types. */
  #isRenaming = false;
  /** Nor a row under a press: browsers forget the click that this would become. */
  #isPressed = false;
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
    this.#window = new RowWindow(root, this.#inner);
    this.#desk = desk;
    this.#acts = new OutlineActs(desk, { onEdit, onAdd });
    this.#addFirst = button({ label: 'Add something', icon: 'plus', look: 'button-small', onClick: () => onAdd(null) });
    this.#empty = element('div', { class: 'panel-empty' }, element('p', {}, 'Nothing on the drawing yet.'), this.#addFirst);
    this.#tree = element('div', {
      class: 'outline', role: 'tree', tabindex: 0, 'aria-label': 'Outline of the drawing', 'aria-multiselectable': 'true',
      'aria-description': HELP,
      keydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
      pointerdown: () => (this.#isPressed = true),
      click: (/** @type {MouseEvent} */ event) => this.#onClick(event),
      dblclick: () => this.#isRenaming || onEdit(),
      contextmenu: (/** @type {MouseEvent} */ event) => this.#onContextMenu(event),
    }, this.#inner);
    root.append(this.#tree, this.#empty);
    desk.stack.addEventListener('changed', () => this.refresh());
    desk.selection.addEventListener('changed', () => this.#followSelection());
    root.addEventListener('scroll', () => this.#paint(), { passive: true });
    for (const type of ['pointerup', 'pointercancel']) window.addEventListener(type, () => this.#release());
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
    if (!this.#window.isSeen) return;
    this.#isStale = false;
    const key = this.#rows[this.#at]?.key;
    this.#rows = outlineRows(this.#desk.model, this.#flipped);
    const focused = document.activeElement;
    this.#empty.hidden = this.#rows.length > 0;
    this.#tree.hidden = this.#rows.length === 0;
    if (this.#root.contains(focused) && !focused?.checkVisibility()) (this.#tree.hidden ? this.#addFirst : this.#tree).focus();
    this.#window.resize(this.#rows.length);
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
    if (this.#isStale || this.#isRenaming || this.#isPressed) return;
    const { first, end } = this.#window.range;
    const shown = this.#rows.slice(first, end).map((row, place) => this.#build(row, first + place));
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
      height: this.#window.height,
      picture: pictureOf(row.kind),
      mark: this.#marks.get(row.id),
      isSelected: selection.has(row.id),
      isActive: index === this.#at,
    });
  }

  /** Paint what waited for the end of a press, once its click is through. */
  #release() {
    if (!this.#isPressed) return;
    setTimeout(() => {
      this.#isPressed = false;
      this.#paint();
    });
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const index = this.#indexAt(event);
    if (index === null) return;
    const pressed = /** @type {Element} */ (event.target);
    this.#at = index;
    if (pressed.closest('.is-twisty')) return this.#flip(index);
    if (pressed.closest('.outline-more')) return this.#openMenu({ x: event.clientX, y: event.clientY });
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
    const { page } = this.#window;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) this.#step(steps[/** @type {keyof typeof steps} */ (event.key)], event.ctrlKey);
    else if (event.key === 'ArrowRight') this.#openOrEnter(row);
    else if (event.key === 'ArrowLeft') this.#closeOrLeave(row);
    else if (event.key === ' ' && !this.#typeahead.isOn(event.timeStamp)) this.#desk.selection.toggle(row.id);
    else if (event.key === 'Enter') this.#acts.edit(row);
    else if (event.key === 'Insert') this.#acts.add(row);
    else if (event.key === 'F2') this.#rename(row);
    else if (event.key === 'Delete' || event.key === 'Backspace') this.#acts.remove(row);
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
    this.#window.reveal(index);
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
  #rename(row) {
    const shown = this.#inner.querySelector(`#outline-${this.#at} .outline-label`);
    this.#isRenaming = shown !== null && this.#acts.rename(row, shown, (isLeft) => {
      this.#isRenaming = false;
      this.refresh();
      if (!isLeft) this.#tree.focus();
    });
  }

  #openMenuAtRow() {
    const box = this.#inner.querySelector(`#outline-${this.#at}`)?.getBoundingClientRect();
    if (box) this.#openMenu({ x: box.left + 24, y: box.bottom });
  }

  /** @param {{ x: number, y: number }} point */
  #openMenu(point) {
    const row = this.#rows[this.#at];
    this.#acts.openMenu(row, point, () => this.#rename(row));
  }

  /**
   * Return which row is at *event*.
   * @param {MouseEvent} event
   */
  #indexAt({ clientY }) {
    const index = this.#window.placeAt(clientY);
    return index >= 0 && index < this.#rows.length ? index : null;
  }
}
