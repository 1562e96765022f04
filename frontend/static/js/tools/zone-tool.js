/** Draws a zone from corner to corner; a click puts one of the usual size. */

import { drawZone } from '../model/commands/zones.js';
import { createZone } from '../model/diagram.js';
import { boxBetween, snap } from '../util/geometry.js';
import { GRID } from '../view/paint/background.js';
import { nextZoneLabel, placeAt } from './placing.js';
import { SMALLEST_ZONE } from './resize-gesture.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Pointer} Pointer */
/** @typedef {import('./bench.js').Tool} Tool */
/** @typedef {import('../util/geometry.js').Point} Point */

/** @implements {Tool} */
export class ZoneTool {
  name = 'zone';
  cursor = 'crosshair';
  #bench;
  #done;
  /** @type {Point | null} */
  #corner = null;

  /**
   * @param {Bench} bench
   * @param {() => void} done Goes back to the tool for selecting.
   */
  constructor(bench, done) {
    this.#bench = bench;
    this.#done = done;
  }

  activate() {
    this.#corner = null;
  }

  deactivate() {
    this.cancel();
  }

  /** @param {Pointer} pointer */
  pointerDown({ world }) {
    this.#corner = onGrid(world);
  }

  /** @param {Pointer} pointer */
  pointerMove({ world }) {
    if (this.#corner) this.#bench.view.hint({ frame: boxBetween(this.#corner, onGrid(world)) });
  }

  /** @param {Pointer} pointer */
  pointerUp({ world }) {
    if (!this.#corner) return;
    const { model, stack, selection, newId } = this.#bench;
    const box = boxBetween(this.#corner, onGrid(world));
    if (box.width < SMALLEST_ZONE || box.height < SMALLEST_ZONE) placeAt(this.#bench, 'zone', world);
    else {
      const id = newId('z');
      stack.execute(drawZone(model, createZone({ id, label: nextZoneLabel(model), ...box })));
      selection.set([id]);
    }
    this.#done();
  }

  cancel() {
    const wasDrawing = this.#corner !== null;
    this.#corner = null;
    this.#bench.view.hint({ frame: null });
    return wasDrawing;
  }
}

/**
 * @param {Point} point
 * @returns {Point}
 */
function onGrid({ x, y }) {
  return { x: snap(x, GRID), y: snap(y, GRID) };
}
