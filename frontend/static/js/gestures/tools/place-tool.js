/**
 * The place tool: a click places a node, on a cable into that; with Shift the tool stays active.
 * For the keyboard a ghost shows where Enter places it, and the arrow keys move the ghost.
 */

import { boxOf } from '../../model/geometry/boxes.js';
import { titleOf } from '../../model/names.js';
import { snap } from '../../util/geometry.js';
import { GRID } from '../../model/placement/spacing.js';
import { findCableFor, placeOrInsert } from '../inserting.js';
import { createNode, placeAt } from '../placing.js';
import { findFreePlace } from '../../model/placement/auto-place.js';
import { DIRECTIONS } from '../tab-order.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../../model/kinds.js').ShapeKind} ShapeKind */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */
/** @typedef {import('../../util/geometry.js').Point} Point */

const FAR = 5;

/** @implements {Tool} */
export class PlaceTool {
  name = 'place';
  cursor = 'copy';
  #editor;
  #done;
  /** @type {Exclude<PlacedKind, 'zone' | ShapeKind>} */
  #kind = 'generic';
  /** @type {Point} */
  #spot = { x: 0, y: 0 };

  /**
   * @param {Editor} editor
   * @param {() => void} done Goes back to the tool for selecting.
   */
  constructor(editor, done) {
    this.#editor = editor;
    this.#done = done;
  }

  /**
   * Take *kind* in hand.
   * @param {Exclude<PlacedKind, 'zone' | ShapeKind>} kind
   */
  take(kind) {
    this.#kind = kind;
  }

  activate() {
    const { view, viewport, announce } = this.#editor;
    view.hint({ hover: null, handles: false });
    const ghost = this.#show(findFreePlace(this.#editor, this.#kind), GRID);
    viewport.reveal(boxOf(ghost));
    announce(t('{kind}: Enter places it, arrow keys move it first, Escape puts it away.', { kind: titleOf(ghost) }));
  }

  deactivate() {
    this.#editor.view.hint({ ghosts: [], target: null });
  }

  pointerDown() {
    // It places on release, so that a press can still be given up.
  }

  /** @param {Pointer} pointer */
  pointerMove({ world, isTouch }) {
    if (isTouch) return;
    this.#show(world, this.#editor.options.step);
    this.#editor.view.hint({ target: findCableFor(this.#editor, this.#kind, world) });
  }

  /** @param {Pointer} pointer */
  pointerUp({ world, shift }) {
    placeOrInsert(this.#editor, this.#kind, world, this.#editor.options.step);
    if (!shift) this.#done();
  }

  /**
   * Enter places, arrows move what will be placed.
   * @param {string} keys
   */
  pressKey(keys) {
    const way = DIRECTIONS[keys.replace('Shift+', '')];
    if (way) {
      const by = this.#editor.options.step * (keys.startsWith('Shift+') ? FAR : 1);
      this.#show({ x: this.#spot.x + way.x * by, y: this.#spot.y + way.y * by }, 1);
      return true;
    }
    if (keys !== 'Enter') return false;
    placeAt(this.#editor, this.#kind, this.#spot, 1);
    this.#done();
    return true;
  }

  cancel() {
    return false;
  }

  /**
   * Show what will be placed at *point*, brought onto a grid of *step*, and return it.
   * @param {Point} point
   * @param {number} step
   */
  #show({ x, y }, step) {
    this.#spot = { x: snap(x, step), y: snap(y, step) };
    const ghost = createNode(this.#editor.model, 'ghost', this.#kind, this.#spot);
    this.#editor.view.hint({ ghosts: [ghost] });
    return ghost;
  }
}
