/** The box tool: drags out a zone or a shape; a click places one of the usual size. */

import { boxOf, SMALLEST_ZONE } from '../../model/geometry/boxes.js';
import { addNode } from '../../model/commands/add.js';
import { drawZone } from '../../model/commands/zones.js';
import { findZoneAround } from '../../model/geometry/containment.js';
import { createShape, createZone } from '../../model/diagram.js';
import { dragged, SMALLEST_SHAPE } from '../../model/geometry/figures.js';
import { titleOfKind } from '../../model/kinds.js';
import { nextZoneLabel } from '../../model/names.js';
import { boxBetween, distance, snap } from '../../util/geometry.js';
import { placeAt } from '../placing.js';
import { findFreePlace } from '../../model/placement/auto-place.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/kinds.js').ShapeKind} ShapeKind */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** @implements {Tool} */
export class BoxTool {
  cursor = 'crosshair';
  #editor;
  #done;
  /** @type {'zone' | ShapeKind} */
  #kind = 'zone';
  /** @type {Point | null} */
  #corner = null;

  /**
   * @param {Editor} editor
   * @param {() => void} done Goes back to the tool for selecting.
   */
  constructor(editor, done) {
    this.#editor = editor;
    this.#done = done;
  }

  get name() {
    return this.#kind === 'zone' ? 'zone' : 'shape';
  }

  /**
   * Take *kind* in hand.
   * @param {'zone' | ShapeKind} kind
   */
  take(kind) {
    this.#kind = kind;
  }

  activate() {
    this.#corner = null;
    this.#editor.announce(this.#kind === 'zone'
      ? t('Zone: draw its box, or press Enter to place one. Escape puts it away.')
      : t('{kind}: draw it, or press Enter to place one. Escape puts it away.', { kind: titleOfKind(this.#kind) }));
  }

  deactivate() {
    this.cancel();
  }

  /** @param {Pointer} pointer */
  pointerDown({ world }) {
    this.#corner = this.#onGrid(world);
  }

  /** @param {Pointer} pointer */
  pointerMove({ world }) {
    if (!this.#corner) return;
    const { view } = this.#editor;
    if (this.#kind === 'zone') view.hint({ frame: boxBetween(this.#corner, this.#onGrid(world)) });
    else view.hint({ ghosts: [this.#shapeTo('ghost', this.#kind, this.#corner, this.#onGrid(world))] });
  }

  /** @param {Pointer} pointer */
  pointerUp({ world }) {
    if (!this.#corner) return;
    const end = this.#onGrid(world);
    if (this.#kind === 'zone') this.#drawZone(this.#corner, end, world);
    else this.#drawShape(this.#kind, this.#corner, end, world);
    this.#done();
  }

  /**
   * Enter places one of the usual size.
   * @param {string} keys
   */
  pressKey(keys) {
    if (keys !== 'Enter') return false;
    const id = placeAt(this.#editor, this.#kind, findFreePlace(this.#editor, this.#kind));
    this.#editor.viewport.reveal(boxOf(/** @type {Zone | Node} */ (this.#editor.model.placed(id))));
    this.#done();
    return true;
  }

  cancel() {
    const wasDrawing = this.#corner !== null;
    this.#corner = null;
    this.#editor.view.hint({ frame: null, ghosts: [] });
    return wasDrawing;
  }

  /**
   * @param {Point} corner
   * @param {Point} end
   * @param {Point} world
   */
  #drawZone(corner, end, world) {
    const { model, stack, selection, newId } = this.#editor;
    const box = boxBetween(corner, end);
    if (box.width < SMALLEST_ZONE || box.height < SMALLEST_ZONE) return void placeAt(this.#editor, 'zone', world);
    const id = newId('z');
    stack.execute(drawZone(model, createZone({ id, label: nextZoneLabel(model), ...box })));
    selection.set([id]);
  }

  /**
   * @param {ShapeKind} kind
   * @param {Point} corner
   * @param {Point} end
   * @param {Point} world
   */
  #drawShape(kind, corner, end, world) {
    const { model, stack, selection, newId } = this.#editor;
    if (distance(corner, end) < SMALLEST_SHAPE) return void placeAt(this.#editor, kind, world);
    const shape = this.#shapeTo(newId('n'), kind, corner, end);
    stack.execute(addNode(model, { ...shape, zone: findZoneAround(model.zones.values(), shape) }));
    selection.set([shape.id]);
  }

  /**
   * @param {string} id
   * @param {ShapeKind} kind
   * @param {Point} corner
   * @param {Point} end
   */
  #shapeTo(id, kind, corner, end) {
    return createShape({ id, shape: kind, ...dragged({ shape: kind }, corner, end) });
  }

  /**
   * @param {Point} point
   * @returns {Point}
   */
  #onGrid({ x, y }) {
    const { step } = this.#editor.options;
    return { x: snap(x, step), y: snap(y, step) };
  }
}
