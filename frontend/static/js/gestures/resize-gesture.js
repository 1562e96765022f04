/** Resizes a zone or a shape by a handle. */

import { boxOf, SMALLEST_ZONE } from '../model/geometry/boxes.js';
import { reshape } from '../model/commands/style.js';
import { resizeZones } from '../model/commands/zones.js';
import { dragged, endsOf, filling, hasEnds, inProportion, SMALLEST_SHAPE } from '../model/geometry/figures.js';
import { isPicture, isZone } from '../model/items.js';
import { snap } from '../util/geometry.js';
import { resizeTo, sidesOf } from '../view/handles.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('../model/diagram.js').Shape} Shape */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/handles.js').Corner} Corner */

/** @implements {Gesture} */
export class ResizeGesture {
  #editor;
  #item;
  #corner;
  /** @type {Box} Place and size, as the item has them. */
  #fields;

  /**
   * @param {Editor} editor
   * @param {Zone | Shape} item
   * @param {Corner} corner
   */
  constructor(editor, item, corner) {
    this.#editor = editor;
    this.#item = item;
    this.#corner = corner;
    this.#fields = { x: item.x, y: item.y, width: item.width, height: item.height };
  }

  /** @param {Pointer} pointer */
  move({ world, ctrl, shift }) {
    const { step } = this.#editor.options;
    this.#fields = this.#fieldsAt(ctrl ? world : { x: snap(world.x, step), y: snap(world.y, step) }, shift);
    this.#editor.view.reshape(this.#item.id, this.#fields);
  }

  end() {
    const { model, stack, view } = this.#editor;
    const { id } = this.#item;
    stack.execute(isZone(this.#item) ? resizeZones(model, new Map([[id, this.#fields]])) : reshape(model, id, this.#fields));
    view.settle();
  }

  cancel() {
    this.#editor.view.settle();
  }

  /**
   * @param {Point} point
   * @param {boolean} isFree Whether a picture may get other proportions.
   * @returns {Box}
   */
  #fieldsAt(point, isFree) {
    const item = this.#item;
    if (isZone(item)) return resizeTo(item, this.#corner, point, SMALLEST_ZONE);
    if (!hasEnds(item)) {
      const box = resizeTo(boxOf(item), this.#corner, point, SMALLEST_SHAPE);
      return filling(isPicture(item) && !isFree ? inProportion(item, box, sidesOf(this.#corner)) : box);
    }
    const [start, end] = endsOf(item);
    return this.#corner === 'nw' ? dragged(item, point, end) : dragged(item, start, point);
  }
}
