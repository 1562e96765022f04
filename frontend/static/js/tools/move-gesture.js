/** Drags nodes and zones, with what is in them; with Alt it leaves them and drags copies. */

import { renew, clip } from '../model/clipping.js';
import { addItems } from '../model/commands/add.js';
import { findMovers, moveItems } from '../model/commands/move.js';
import { findZoneAround, outermost } from '../model/containment.js';
import { nameAll } from '../model/names.js';
import { distance, snap } from '../util/geometry.js';
import { GRID } from '../view/paint/background.js';
import { CLICK_SLOP, way } from './bench.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').Gesture} Gesture */
/** @typedef {import('./bench.js').Pointer} Pointer */
/** @typedef {import('../util/geometry.js').Point} Point */

/** @implements {Gesture} */
export class MoveGesture {
  #bench;
  #start;
  #grip;
  #roots;
  #movers;
  #onClick;
  #isMoving = false;
  #by = { x: 0, y: 0 };

  /**
   * @param {Bench} bench
   * @param {Pointer} start
   * @param {string} grip The item that the pointer holds; it is the one that snaps.
   * @param {() => void} onClick What happens when the pointer is released where it was pressed.
   */
  constructor(bench, start, grip, onClick) {
    this.#bench = bench;
    this.#start = start;
    this.#grip = grip;
    this.#onClick = onClick;
    this.#roots = outermost(bench.model, bench.selection.ids).filter((id) => !bench.model.placed(id)?.locked);
    this.#movers = findMovers(bench.model, bench.selection.ids);
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    if (!this.#isMoving && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    if (this.#movers.size === 0) return;
    this.#isMoving = true;
    this.#by = this.#snapped(way(this.#start.world, pointer.world), pointer.ctrl);
    this.#bench.view.shift(this.#movers, this.#by);
    this.#bench.view.hint({ hover: null, handles: false, target: this.#zoneUnder() });
  }

  /** @param {Pointer} pointer */
  end(pointer) {
    const { model, stack, view } = this.#bench;
    view.hint({ target: null });
    if (!this.#isMoving) return this.#onClick();
    if (pointer.alt) this.#dropCopies();
    else stack.execute(moveItems(model, this.#roots, this.#by));
    view.settle();
  }

  cancel() {
    this.#bench.view.hint({ target: null });
    this.#bench.view.settle();
  }

  #dropCopies() {
    const { model, stack, selection, newId } = this.#bench;
    const copies = renew(model, clip(model, this.#roots), newId, this.#by);
    stack.execute(addItems(model, copies, `Duplicate ${nameAll(model, this.#roots)}`));
    selection.set([...copies.zones, ...copies.nodes].map((item) => item.id));
  }

  /**
   * @param {Point} by
   * @param {boolean} isFree
   * @returns {Point}
   */
  #snapped(by, isFree) {
    const item = this.#bench.model.placed(this.#grip);
    if (!item || isFree) return by;
    return { x: snap(item.x + by.x, GRID) - item.x, y: snap(item.y + by.y, GRID) - item.y };
  }

  /** Return the zone that would take in what is dragged, where that is another one than now. */
  #zoneUnder() {
    const { model, view } = this.#bench;
    const item = view.scene.node(this.#grip) ?? view.scene.zone(this.#grip);
    if (!item || !this.#roots.includes(this.#grip)) return null;
    const others = [...model.zones.values()].filter((zone) => !this.#movers.has(zone.id));
    const zone = findZoneAround(others, item);
    return zone === item.zone ? null : zone;
  }
}
