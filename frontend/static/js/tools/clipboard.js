/**
 * Copies and pastes parts of the drawing: within it, between tabs and between diagrams.
 *
 * What is copied travels as data of our own kind, and as a list of names for other programs. The browser's events of
 * copying carry it where keys are pressed; what menus do keeps to this tab.
 */

import { clip, middleOfClipping, parseClipping, renew } from '../model/clipping.js';
import { addItems } from '../model/commands/add.js';
import { removeItems } from '../model/commands/remove.js';
import { nameAll } from '../model/names.js';
import { contains, snap } from '../util/geometry.js';
import { GRID } from '../view/paint/background.js';
import { isTyping } from './keyboard.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('../model/clipping.js').Clipping} Clipping */
/** @typedef {import('../util/geometry.js').Point} Point */

export const CLIP_TYPE = 'application/x-labmapper';
const ASIDE = 2 * GRID;

export class Clipboard {
  #bench;
  #pointer;
  #abort = new AbortController();
  /** @type {Clipping | null} */
  #held = null;
  #times = 0;

  /**
   * @param {Bench} bench
   * @param {() => Point | null} pointer Where on the drawing the pointer is.
   */
  constructor(bench, pointer) {
    this.#bench = bench;
    this.#pointer = pointer;
    const options = { signal: this.#abort.signal };
    document.addEventListener('copy', (event) => this.#write(event, () => this.copy()), options);
    document.addEventListener('cut', (event) => this.#write(event, () => this.cut()), options);
    document.addEventListener('paste', (event) => this.#read(event), options);
  }

  /** Whether something was copied in this tab. */
  get isFilled() {
    return this.#held !== null;
  }

  /** Listen no more. */
  destroy() {
    this.#abort.abort();
  }

  /** Copy what is selected. */
  copy() {
    const { model, selection } = this.#bench;
    const clipping = clip(model, selection.ids);
    if (clipping.nodes.length + clipping.zones.length === 0) return null;
    this.#held = clipping;
    this.#times = 0;
    return clipping;
  }

  /** Copy what is selected, and delete it. */
  cut() {
    const { model, stack, selection } = this.#bench;
    const clipping = this.copy();
    if (clipping) {
      const ids = [...selection.ids];
      stack.execute(removeItems(model, ids, `Cut ${nameAll(model, ids)}`));
    }
    return clipping;
  }

  /**
   * Paste *clipping*: under the pointer, else beside where it was, else in the middle of the screen.
   * @param {Clipping | null} [clipping]
   */
  paste(clipping = this.#held) {
    if (!clipping) return;
    const from = middleOfClipping(clipping);
    const to = this.#pointer() ?? this.#placeBeside(from);
    this.#drop(clipping, { x: snap(to.x - from.x, GRID), y: snap(to.y - from.y, GRID) }, 'Paste');
  }

  /** Put a copy of what is selected beside it. */
  duplicate() {
    const { model, selection } = this.#bench;
    const clipping = clip(model, selection.ids);
    if (clipping.nodes.length + clipping.zones.length > 0) this.#drop(clipping, { x: ASIDE, y: ASIDE }, 'Duplicate');
  }

  /**
   * @param {Clipping} clipping
   * @param {Point} by
   * @param {string} verb
   */
  #drop(clipping, by, verb) {
    const { model, stack, selection, newId } = this.#bench;
    const copies = renew(model, clipping, newId, by);
    const items = [...copies.zones, ...copies.nodes];
    const what = items.length === 1 ? items[0].label || '1 item' : `${items.length} items`;
    stack.execute(addItems(model, copies, `${verb} ${what}`));
    selection.set(items.map((item) => item.id));
  }

  /**
   * @param {Point} from
   * @returns {Point}
   */
  #placeBeside(from) {
    const { viewport } = this.#bench;
    this.#times++;
    const beside = { x: from.x + ASIDE * this.#times, y: from.y + ASIDE * this.#times };
    return contains(viewport.box, beside) ? beside : viewport.middle;
  }

  /**
   * @param {ClipboardEvent} event
   * @param {() => Clipping | null} take
   */
  #write(event, take) {
    if (isTyping(event.target) || !getSelection()?.isCollapsed) return;
    const clipping = take();
    if (!clipping || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData(CLIP_TYPE, JSON.stringify(clipping));
    event.clipboardData.setData('text/plain', clipping.nodes.map((node) => node.label).join('\n'));
  }

  /** @param {ClipboardEvent} event */
  #read(event) {
    const text = isTyping(event.target) ? '' : event.clipboardData?.getData(CLIP_TYPE);
    const clipping = text ? parseClipping(text) : null;
    if (!clipping) return;
    event.preventDefault();
    this.paste(clipping);
  }
}
