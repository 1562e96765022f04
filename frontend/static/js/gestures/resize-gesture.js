/** Resizes a zone by a handle. */

import { SMALLEST_ZONE } from '../model/boxes.js';
import { resizeZones } from '../model/commands/zones.js';
import { snap } from '../util/geometry.js';
import { resizeTo } from '../view/handles.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../view/handles.js').Corner} Corner */

/** @implements {Gesture} */
export class ResizeGesture {
  #editor;
  #zone;
  #corner;
  /** @type {Box} */
  #box;

  /**
   * @param {Editor} editor
   * @param {Zone} zone
   * @param {Corner} corner
   */
  constructor(editor, zone, corner) {
    this.#editor = editor;
    this.#zone = zone;
    this.#corner = corner;
    this.#box = { x: zone.x, y: zone.y, width: zone.width, height: zone.height };
  }

  /** @param {Pointer} pointer */
  move({ world, ctrl }) {
    const { step } = this.#editor.options;
    const point = ctrl ? world : { x: snap(world.x, step), y: snap(world.y, step) };
    this.#box = resizeTo(this.#zone, this.#corner, point, SMALLEST_ZONE);
    this.#editor.view.reshape(this.#zone.id, this.#box);
  }

  end() {
    const { model, stack, view } = this.#editor;
    stack.execute(resizeZones(model, new Map([[this.#zone.id, this.#box]])));
    view.settle();
  }

  cancel() {
    this.#editor.view.settle();
  }
}
