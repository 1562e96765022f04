/** The outline: the drawing as an accessible tree. Only the visible rows are in the page, so that large drawings stay fast. */

import { button, element } from '../../kit/dom.js';
import { openMenuAt } from '../../kit/menu.js';
import { pictureOf } from '../../kit/kind-picture.js';
import { removeItems } from '../../model/commands/remove.js';
import { renameRow } from './rename-row.js';
import { buildRow } from './outline-row.js';
import { hasName, outlineRows } from './outline-rows.js';
import { RowWindow } from '../../kit/row-window.js';
import { Typeahead } from '../../kit/typeahead.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./outline-rows.js').OutlineRow} OutlineRow */

const HELP = 'Enter: properties. Insert: add. Shift+F10: what can be done. F2: rename. Delete: remove.';

export class OutlineTree {
  #editor;
  #root;
  #window;
  #tree;
  #inner = element('div', { class: 'outline-rows', role: 'presentation' });
  #addFirst;
  #empty;
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
   * @param {Editor} editor
   */
  constructor(root, editor) {
    this.#root = root;
    this.#window = new RowWindow(root, this.#inner);
    this.#editor = editor;
    this.#addFirst = button({ label: t('Add something'), icon: 'plus', classes: 'button-small', onClick: () => void editor.canvas.askWhatToAdd(null) });
    this.#empty = element('div', { class: 'panel-empty' }, element('p', {}, t('Nothing on the drawing yet.')), this.#addFirst);
    this.#tree = element('div', {
      class: 'outline', role: 'tree', tabindex: 0, 'aria-label': t('Outline of the drawing'), 'aria-multiselectable': 'true',
      'aria-description': HELP,
      keydown: (/** @type {KeyboardEvent} */ event) => this.#onKey(event),
      pointerdown: () => (this.#isPressed = true),
      click: (/** @type {MouseEvent} */ event) => this.#onClick(event),
      dblclick: () => this.#isRenaming || editor.sidePanels.showProperties(),
      contextmenu: (/** @type {MouseEvent} */ event) => this.#onContextMenu(event),
    }, this.#inner);
    root.append(this.#tree, this.#empty);
    editor.stack.addEventListener('changed', () => this.refresh());
    editor.selection.addEventListener('changed', () => this.#followSelection());
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

  /** Select the item of the row, and go to its properties. */
  edit() {
    if (!this.#row) return;
    this.#editor.reveal(this.#row.id);
    this.#editor.sidePanels.showProperties();
  }

  /** Ask what to add into the zone of the row, or beside its item. */
  add() {
    const { canvas, model } = this.#editor;
    const id = this.#row?.id ?? '';
    void canvas.askWhatToAdd(model.zones.has(id) ? id : (model.placed(id)?.zone ?? null));
  }

  /** Whether the row is that of a zone. */
  get isAtZone() {
    return this.#editor.model.zones.has(this.#row?.id ?? '');
  }

  /** Delete the item of the row, with all that is selected if it is. */
  remove() {
    const { model, selection, stack } = this.#editor;
    if (this.#row) stack.execute(removeItems(model, selection.has(this.#row.id) ? selection.ids : [this.#row.id]));
  }

  /** Whether the item of the row can have a name. */
  get canRename() {
    return hasName(this.#editor.model, this.#row?.id ?? '');
  }

  /** Let somebody type the name of the row. */
  rename() {
    const shown = this.#inner.querySelector(`#outline-${this.#at} .outline-label`);
    if (!this.#row || !shown || !this.canRename) return;
    this.#isRenaming = true;
    renameRow(this.#editor, this.#row.id, shown, (isLeft) => {
      this.#isRenaming = false;
      this.refresh();
      if (!isLeft) this.#tree.focus();
    });
  }

  /**
   * Open the menu of the row, or of all that is selected with it, at *point* or beside the row.
   * @param {{ x: number, y: number } | null} [point]
   */
  openMenu(point = this.#besideRow) {
    const { actions, selection } = this.#editor;
    if (!this.#row || !point) return;
    if (!selection.has(this.#row.id)) selection.set([this.#row.id]);
    openMenuAt(point, actions.menu('outline', { hidesDisabled: true }));
  }

  get #besideRow() {
    const box = this.#inner.querySelector(`#outline-${this.#at}`)?.getBoundingClientRect();
    return box ? { x: box.left + 24, y: box.bottom } : null;
  }

  /** The row that the keys work on. */
  get #row() {
    return this.#rows.at(this.#at);
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
    this.#rows = outlineRows(this.#editor.model, this.#flipped);
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
    const { only } = this.#editor.selection;
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
    return buildRow(row, {
      index,
      height: this.#window.height,
      picture: pictureOf(row.kind),
      mark: this.#marks.get(row.id),
      isSelected: this.#editor.selection.has(row.id),
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
    if (pressed.closest('.outline-more')) return this.openMenu({ x: event.clientX, y: event.clientY });
    if (event.ctrlKey || event.metaKey || event.shiftKey) this.#editor.selection.toggle(this.#rows[index].id);
    else this.#editor.reveal(this.#rows[index].id);
    this.#paint();
  }

  /** @param {MouseEvent} event */
  #onContextMenu(event) {
    const index = this.#indexAt(event);
    if (index === null) return;
    event.preventDefault();
    this.#at = index;
    this.openMenu({ x: event.clientX, y: event.clientY });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const row = this.#row;
    if (!row || event.altKey) return;
    const action = this.#editor.actions.find(event, true);
    const { page } = this.#window;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) this.#step(steps[/** @type {keyof typeof steps} */ (event.key)], event.ctrlKey);
    else if (event.key === 'ArrowRight') this.#openOrEnter(row);
    else if (event.key === 'ArrowLeft') this.#closeOrLeave(row);
    else if (event.key === ' ' && !this.#typeahead.isOn(event.timeStamp)) this.#editor.selection.toggle(row.id);
    else if (action) action.run?.(this.#editor);
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
    if (selects) this.#editor.reveal(this.#rows[index].id);
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

  /**
   * Return which row is at *event*.
   * @param {MouseEvent} event
   */
  #indexAt({ clientY }) {
    const index = this.#window.placeAt(clientY);
    return index >= 0 && index < this.#rows.length ? index : null;
  }
}
