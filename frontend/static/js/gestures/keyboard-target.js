/** Lets the connect tool choose its target by keyboard: arrow keys and Tab move a ring among the items that can be joined. */

import { boxOf } from '../model/geometry/boxes.js';
import { showLine } from './joining.js';
import { describe, DIRECTIONS, nearestTowards, neighbourOf, pointOf, readingOrder } from './tab-order.js';
import { t } from '../util/text.js';

/** @typedef {import('../context.js').Editor} Editor */

/** @type {Readonly<Record<string, 1 | -1>>} */
const STEPS = { Tab: 1, 'Shift+Tab': -1 };

export class KeyboardTarget {
  #editor;
  #isFit;
  /** @type {string | null} */
  #at = null;

  /**
   * @param {Editor} editor
   * @param {(id: string, source: string | null) => boolean} isFit Whether *id* may be an end, with *source* the other one.
   */
  constructor(editor, isFit) {
    this.#editor = editor;
    this.#isFit = isFit;
  }

  /** What is aimed at, or null. */
  get at() {
    return this.#at;
  }

  /** Aim at nothing. */
  drop() {
    this.#at = null;
  }

  /**
   * Aim at what *keys* lead to: with *source* at what may be joined to it, else at what a line may start at.
   * @param {string} keys
   * @param {string | null} source
   * @returns {boolean} Whether these are keys to aim by.
   */
  press(keys, source) {
    const [step, direction] = [STEPS[keys], DIRECTIONS[keys]];
    if (!step && !direction) return false;
    const { model, selection, announce } = this.#editor;
    const ids = this.#fitting(source);
    const from = this.#at ?? source ?? [...selection.ids].find((id) => model.placed(id)) ?? null;
    const next = direction && from !== null ? nearestTowards(model, ids, from, direction) : this.#around(ids, step ?? 1);
    if (next !== null) this.#show(next, ids, source);
    else if (ids.length === 0) announce(t('Nothing here can be joined.'));
    return true;
  }

  /**
   * Return the id that is *step* further; after the last one comes the first.
   * @param {readonly string[]} ids
   * @param {1 | -1} step
   */
  #around(ids, step) {
    return neighbourOf(ids, this.#at, step) ?? neighbourOf(ids, null, step);
  }

  /**
   * Return what fits; last comes the *source* itself, where a cable may go back to it.
   * @param {string | null} source
   */
  #fitting(source) {
    const fit = readingOrder(this.#editor.model).filter((id) => this.#isFit(id, source));
    return source !== null && fit.includes(source) ? [...fit.filter((id) => id !== source), source] : fit;
  }

  /**
   * @param {string} id
   * @param {readonly string[]} ids
   * @param {string | null} source
   */
  #show(id, ids, source) {
    const { model, view, viewport, announce } = this.#editor;
    this.#at = id;
    viewport.reveal(boxOf(/** @type {import('./tab-order.js').Placed} */ (model.placed(id))));
    if (source === null) view.hint({ target: id });
    else showLine(this.#editor, source, pointOf(model, id), id, () => true);
    announce(describe(model, ids, id));
  }
}
