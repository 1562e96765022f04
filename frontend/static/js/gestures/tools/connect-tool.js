/** The connect tool: the first click chooses one end, the second the other. Arrow keys, Tab and Enter do the same. */

import { nameOf } from '../../model/names.js';
import { hitNode } from '../../view/hit-test.js';
import { KeyboardTarget } from '../keyboard-target.js';
import { distance } from '../../util/geometry.js';
import { findEnd, hideLine, join, kindBetween, kindFrom, LOOP_REACH, mayJoin, mayStart, showLine, whyAt } from '../joining.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */

const NEEDS_PEOPLE = t('Access has people at one end. Take the tool for cables with L.');

/** @implements {Tool} */
export class ConnectTool {
  name = 'connect';
  cursor = 'crosshair';
  #editor;
  /** @type {string | null} */
  #source = null;
  #target;
  #isForAccess = false;
  /** @type {Pointer | null} The press that took the first end, until it is released. */
  #press = null;
  /** Whether that press has led away from the first end, so that it may come back. */
  #wasAway = false;
  /** Whether the first end was pressed, and not only selected before: pressing it is then not yet a way back to it. */
  #isPressed = false;

  /** @param {Editor} editor */
  constructor(editor) {
    this.#editor = editor;
    this.#target = new KeyboardTarget(editor, (id, source) => (source === null ? this.#isFirst(id) : this.#mayJoin(source, id) === true));
  }

  /** The end that has been taken, or null. */
  get source() {
    return this.#source;
  }

  /**
   * Draw access only, or cables too.
   * @param {boolean} isForAccess
   */
  take(isForAccess) {
    this.#isForAccess = isForAccess;
  }

  activate() {
    const { selection, model } = this.#editor;
    const id = selection.only;
    this.#target.drop();
    if (id !== null && model.nodes.has(id) && mayStart(model, id) === true) this.startAt(id);
    else {
      this.#editor.announce(this.#isForAccess
        ? t('Give access: arrow keys or Tab go to one end, Enter takes it, Escape leaves.')
        : t('Connect: arrow keys or Tab go to one end, Enter takes it, Escape leaves.'));
    }
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
    this.#target.drop();
    this.#editor.view.hint({ target: id, why: null });
    const name = nameOf(this.#editor.model, id);
    this.#editor.announce(this.#isForAccess
      ? t('Give access {name}: arrow keys or Tab go to the other end, Enter takes it, Escape leaves.', { name })
      : t('Connect {name}: arrow keys or Tab go to the other end, Enter takes it, Escape leaves.', { name }));
  }

  /** @param {Pointer} pointer */
  pointerDown(pointer) {
    if (this.#source === null) this.#takeFirst(pointer);
    else if (pointer.clicks !== 2) this.#takeSecond(this.#source, pointer);
  }

  /** @param {Pointer} pointer */
  pointerMove(pointer) {
    this.#target.drop();
    if (this.#press && distance(this.#press.screen, pointer.screen) > LOOP_REACH) this.#wasAway = true;
    if (this.#source !== null) return this.#showLine(this.#source, pointer);
    const { model, view } = this.#editor;
    const hit = hitNode(view.scene, pointer.world);
    const verdict = hit === null || mayStart(model, hit.id);
    view.hint({ target: hit && verdict === true ? hit.id : null, why: whyAt(verdict, pointer.world) });
  }

  /**
   * A press that is dragged to the other end joins as well.
   * @param {Pointer} pointer
   */
  pointerUp(pointer) {
    if (this.#source === null) return;
    const target = findEnd(this.#editor, this.#source, pointer.world, this.#wasAway);
    this.#press = null;
    this.#wasAway = false;
    if (target !== null) this.#takeSecond(this.#source, pointer);
  }

  /**
   * Arrows and Tab choose an end, Enter takes it.
   * @param {string} keys
   */
  pressKey(keys) {
    if (keys !== 'Enter') return this.#target.press(keys, this.#source);
    const { at } = this.#target;
    if (at === null) return true;
    if (this.#source === null) this.startAt(at);
    else this.#join(this.#source, at);
    return true;
  }

  cancel() {
    const hadSource = this.#source !== null;
    this.#release();
    return hadSource;
  }

  /**
   * @param {string} source
   * @param {Pointer} pointer
   */
  #showLine(source, { world }) {
    const target = findEnd(this.#editor, source, world, this.#press === null || this.#wasAway);
    showLine(this.#editor, source, world, target, (a, b) => this.#mayJoin(a, b));
  }

  /** @param {Pointer} pointer */
  #takeFirst(pointer) {
    const { model, view, say } = this.#editor;
    const hit = hitNode(view.scene, pointer.world);
    if (!hit) return;
    const verdict = mayStart(model, hit.id);
    if (verdict === true) {
      this.startAt(hit.id);
      this.#holdFirst(pointer);
    } else say(verdict);
  }

  /** @param {Pointer} pointer */
  #holdFirst(pointer) {
    this.#press = pointer;
    this.#wasAway = false;
    this.#isPressed = true;
  }

  /**
   * @param {string} source
   * @param {Pointer} pointer
   */
  #takeSecond(source, pointer) {
    const target = findEnd(this.#editor, source, pointer.world, true);
    if (target === null) return;
    if (target === source && !this.#isPressed) return this.#holdFirst(pointer);
    const verdict = this.#mayJoin(source, target);
    if (verdict === true) this.#join(source, target);
    else this.#editor.say(verdict);
  }

  /**
   * @param {string} source
   * @param {string} target
   */
  #join(source, target) {
    this.#release();
    join(this.#editor, source, target);
  }

  /**
   * Return whether keys offer *id* as the first end: for access only people.
   * @param {string} id
   */
  #isFirst(id) {
    const { model } = this.#editor;
    return mayStart(model, id) === true && (!this.#isForAccess || kindFrom(model, id) === 'access');
  }

  /**
   * @param {string} source
   * @param {string} target
   */
  #mayJoin(source, target) {
    const { model } = this.#editor;
    return this.#isForAccess && kindBetween(model, source, target) === 'cable' ? NEEDS_PEOPLE : mayJoin(model, source, target);
  }

  #release() {
    this.#source = null;
    this.#press = null;
    this.#isPressed = false;
    this.#target.drop();
    hideLine(this.#editor);
  }
}
