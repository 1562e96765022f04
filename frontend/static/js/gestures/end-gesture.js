/** Drags an end of a cable from one device to another one. */

import { moveEnd } from '../model/commands/cabling.js';
import { mayConnect } from '../model/rules.js';
import { hitNode } from '../view/hit-test.js';
import { distance } from '../util/geometry.js';
import { hideLine, showLine } from './joining.js';
import { CLICK_SLOP } from './pointer.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('../model/diagram.js').Link} Link */

/** @implements {Gesture} */
export class EndGesture {
  #editor;
  #start;
  #link;
  #side;
  #isDragged = false;

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   * @param {Link} link
   * @param {'source' | 'target'} side
   */
  constructor(editor, start, link, side) {
    this.#editor = editor;
    this.#start = start;
    this.#link = link;
    this.#side = side;
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    if (!this.#isDragged && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    this.#isDragged = true;
    showLine(this.#editor, this.#stays, pointer.world, this.#under(pointer), (stays, other) => mayConnect(this.#editor.model, stays, other));
  }

  /** @param {Pointer} pointer */
  end(pointer) {
    hideLine(this.#editor);
    const target = this.#isDragged ? this.#under(pointer) : null;
    if (target === null || target === this.#link[this.#side].node) return;
    const { model, say, stack } = this.#editor;
    if (!model.links.has(this.#link.id)) return; // removed by somebody else meanwhile
    const verdict = mayConnect(model, this.#stays, target);
    if (verdict === true) stack.execute(moveEnd(model, this.#link.id, this.#side, target));
    else say(verdict);
  }

  cancel() {
    hideLine(this.#editor);
  }

  /** The node at the end that stays where it is. */
  get #stays() {
    return this.#link[this.#side === 'source' ? 'target' : 'source'].node;
  }

  /** @param {Pointer} pointer */
  #under({ world }) {
    return hitNode(this.#editor.view.scene, world)?.id ?? null;
  }
}
