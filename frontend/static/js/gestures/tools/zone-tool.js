/** The zone tool: drags out a zone; a click places one of the default size. */

import { boxOf, SMALLEST_ZONE } from '../../model/boxes.js';
import { drawZone } from '../../model/commands/zones.js';
import { createZone } from '../../model/diagram.js';
import { nextZoneLabel } from '../../model/names.js';
import { boxBetween, snap } from '../../util/geometry.js';
import { placeAt } from '../placing.js';
import { findFreePlace } from '../../model/placement/auto-place.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** @implements {Tool} */
export class ZoneTool {
  name = 'zone';
  cursor = 'crosshair';
  #editor;
  #done;
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

  activate() {
    this.#corner = null;
    this.#editor.announce(t('Zone: draw its box, or press Enter to place one. Escape puts it away.'));
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
    if (this.#corner) this.#editor.view.hint({ frame: boxBetween(this.#corner, this.#onGrid(world)) });
  }

  /** @param {Pointer} pointer */
  pointerUp({ world }) {
    if (!this.#corner) return;
    const { model, stack, selection, newId } = this.#editor;
    const box = boxBetween(this.#corner, this.#onGrid(world));
    if (box.width < SMALLEST_ZONE || box.height < SMALLEST_ZONE) placeAt(this.#editor, 'zone', world);
    else {
      const id = newId('z');
      stack.execute(drawZone(model, createZone({ id, label: nextZoneLabel(model), ...box })));
      selection.set([id]);
    }
    this.#done();
  }

  /**
   * Enter places a zone of the usual size.
   * @param {string} keys
   */
  pressKey(keys) {
    if (keys !== 'Enter') return false;
    const id = placeAt(this.#editor, 'zone', findFreePlace(this.#editor, 'zone'));
    this.#editor.viewport.reveal(boxOf(/** @type {Zone} */ (this.#editor.model.zones.get(id))));
    this.#done();
    return true;
  }

  cancel() {
    const wasDrawing = this.#corner !== null;
    this.#corner = null;
    this.#editor.view.hint({ frame: null });
    return wasDrawing;
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
