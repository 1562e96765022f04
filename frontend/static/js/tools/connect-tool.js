/** Joins click by click: the first click takes one end, the second the other; Escape leaves. */

import { hitNode } from '../view/hit-test.js';
import { findEnd, join, mayJoin, mayStart, showLine } from './joining.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Pointer} Pointer */
/** @typedef {import('./bench.js').Tool} Tool */

/** @implements {Tool} */
export class ConnectTool {
  name = 'connect';
  cursor = 'crosshair';
  #bench;
  /** @type {string | null} */
  #source = null;

  /** @param {Bench} bench */
  constructor(bench) {
    this.#bench = bench;
  }

  /** The end that has been taken, or null. */
  get source() {
    return this.#source;
  }

  activate() {
    const { selection, model } = this.#bench;
    const id = selection.only;
    this.#source = id !== null && model.nodes.has(id) && mayStart(model, id) === true ? id : null;
    if (this.#source !== null) this.#bench.view.hint({ target: this.#source });
  }

  deactivate() {
    this.#release();
  }

  /**
   * Take *id* as one end.
   * @param {string} id
   */
  startAt(id) {
    this.#source = id;
    this.#bench.view.hint({ target: id });
  }

  /** @param {Pointer} pointer */
  pointerDown(pointer) {
    if (this.#source === null) this.#takeFirst(pointer);
    else this.#takeSecond(this.#source, pointer);
  }

  /** @param {Pointer} pointer */
  pointerMove(pointer) {
    if (this.#source !== null) return showLine(this.#bench, this.#source, pointer.world);
    const hit = hitNode(this.#bench.view.scene, pointer.world);
    const isFit = hit !== null && mayStart(this.#bench.model, hit.id) === true;
    this.#bench.view.hint({ target: isFit ? hit.id : null });
  }

  /**
   * A press that is dragged to the other end joins as well.
   * @param {Pointer} pointer
   */
  pointerUp(pointer) {
    if (this.#source === null) return;
    const target = findEnd(this.#bench, this.#source, pointer.world);
    if (target !== null) this.#takeSecond(this.#source, pointer);
  }

  cancel() {
    const hadSource = this.#source !== null;
    this.#release();
    return hadSource;
  }

  /** @param {Pointer} pointer */
  #takeFirst(pointer) {
    const { model, view, shell } = this.#bench;
    const hit = hitNode(view.scene, pointer.world);
    if (!hit) return;
    const verdict = mayStart(model, hit.id);
    if (verdict === true) this.startAt(hit.id);
    else shell.say(verdict);
  }

  /**
   * @param {string} source
   * @param {Pointer} pointer
   */
  #takeSecond(source, pointer) {
    const target = findEnd(this.#bench, source, pointer.world);
    if (target === null) return;
    const verdict = mayJoin(this.#bench.model, source, target);
    if (verdict !== true) return this.#bench.shell.say(verdict);
    this.#release();
    join(this.#bench, source, target);
  }

  #release() {
    this.#source = null;
    this.#bench.view.hint({ rubber: null, target: null });
  }
}
