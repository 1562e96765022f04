/** Drags nodes and zones with their content; with Alt it drags copies. */

import { boxOf } from '../model/geometry/boxes.js';
import { clip, renew } from '../model/copying/clipping.js';
import { addItems } from '../model/commands/add.js';
import { insertIntoLink } from '../model/commands/cabling.js';
import { findMovers, moveItems } from '../model/commands/positions/move.js';
import { findZoneAround, outermost } from '../model/geometry/containment.js';
import { isZone } from '../model/items.js';
import { nameAll } from '../model/names.js';
import { distance, snap } from '../util/geometry.js';
import { findCableUnder } from './inserting.js';
import { CLICK_SLOP, way } from './pointer.js';
import { findDistances } from './distances.js';
import { alignTo } from './guides.js';
import { t } from '../util/text.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Gesture} Gesture */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('./guides.js').Alignment} Alignment */
/** @typedef {import('../view/hints.js').Distance} Distance */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

/** How near, in pixels, an item must come to a line to stick to it. */
const GUIDE_REACH = 5;
/** With more than this in sight, lines would be everywhere. */
const MOST_NEIGHBOURS = 400;
/** @type {Alignment & { distances: Distance[] }} */
const FREE = { pull: { x: 0, y: 0 }, guides: [], distances: [] };

/** @implements {Gesture} */
export class MoveGesture {
  #editor;
  #start;
  #grip;
  /** Where the item that is held was at first: it stays under the pointer also where another tab moves it meanwhile. */
  #from;
  #roots;
  #movers;
  #onClick;
  #isMoving = false;
  #by = { x: 0, y: 0 };
  /** @type {readonly (Node | Zone)[] | null} What was in sight when *others* was made. */
  #near = null;
  /** @type {Box[]} The boxes of what is in sight and is not dragged. */
  #others = [];

  /**
   * @param {Editor} editor
   * @param {Pointer} start
   * @param {string} grip The item that the pointer holds; it is the one that snaps.
   * @param {() => void} onClick What happens when the pointer is released where it was pressed.
   */
  constructor(editor, start, grip, onClick) {
    this.#editor = editor;
    this.#start = start;
    this.#grip = grip;
    this.#onClick = onClick;
    this.#from = placeOf(editor.model.placed(grip));
    this.#roots = outermost(editor.model, editor.selection.ids).filter((id) => !editor.model.placed(id)?.locked);
    this.#movers = findMovers(editor.model, editor.selection.ids);
  }

  /** @param {Pointer} pointer */
  move(pointer) {
    if (!this.#isMoving && distance(this.#start.screen, pointer.screen) < CLICK_SLOP) return;
    if (this.#movers.size === 0) return;
    this.#isMoving = true;
    const by = add(way(this.#start.world, pointer.world), this.#lag());
    const isFree = pointer.ctrl || !this.#editor.options.snaps;
    const { pull, guides, distances } = isFree ? FREE : this.#alignment(this.#snapped(by));
    this.#by = pointer.ctrl ? by : add(this.#snapped(by), pull);
    this.#show(pointer.alt);
    this.#editor.view.hint({ hover: null, handles: false, target: this.#cableUnder(pointer) ?? this.#zoneUnder(), guides, distances });
  }

  /** @param {Pointer} pointer */
  end(pointer) {
    const { stack, view } = this.#editor;
    view.hint({ target: null, guides: [], distances: [], ghosts: [] });
    if (!this.#isMoving) return this.#onClick();
    if (pointer.alt) this.#dropCopies();
    else stack.execute(this.#drop(pointer));
    view.settle();
  }

  cancel() {
    this.#editor.view.hint({ target: null, guides: [], distances: [], ghosts: [] });
    this.#editor.view.settle();
  }

  /** Return the way from where the item that is held lies now, back to where it was at first. */
  #lag() {
    const item = this.#editor.model.placed(this.#grip);
    return item ? way(item, this.#from) : { x: 0, y: 0 };
  }

  /**
   * Return the command that moves what was dragged; a node alone comes into the cable that it is dropped on.
   * @param {Pointer} pointer
   */
  #drop(pointer) {
    const { model, newId } = this.#editor;
    const [node, link] = [model.nodes.get(this.#grip), this.#cableUnder(pointer)];
    if (node && link !== null) return insertIntoLink(model, newId, link, moved(node, this.#by));
    return moveItems(model, this.#roots, this.#by);
  }

  /** @param {Pointer} pointer */
  #cableUnder({ alt, ctrl }) {
    return this.#movers.size === 1 && !alt && !ctrl ? findCableUnder(this.#editor, this.#grip, this.#by) : null;
  }

  #dropCopies() {
    const { model, stack, selection, newId } = this.#editor;
    const copies = renew(model, clip(model, this.#roots, { keepsOuter: true }), newId, this.#by);
    stack.execute(addItems(model, copies, t('Duplicate {names}', { names: nameAll(model, this.#roots) })));
    selection.set([...copies.zones, ...copies.nodes].map((item) => item.id));
  }

  /**
   * Show what is dragged where it is dragged to; copies are ghosts, and what they come from stays.
   * @param {boolean} isCopying
   */
  #show(isCopying) {
    const { model, view } = this.#editor;
    if (!isCopying) view.shift(this.#movers, this.#by);
    else if (view.scene.shifted.size > 0) view.settle();
    const items = isCopying ? [...this.#movers].flatMap((id) => model.placed(id) ?? []) : [];
    view.hint({ ghosts: items.map((item) => moved(item, this.#by)) });
  }

  /**
   * Return *by* so that the item that is held comes to lie on the grid.
   * @param {Point} by
   * @returns {Point}
   */
  #snapped(by) {
    const item = this.#editor.model.placed(this.#grip);
    if (!item) return by;
    const { step } = this.#editor.options;
    return { x: snap(item.x + by.x, step) - item.x, y: snap(item.y + by.y, step) - item.y };
  }

  /**
   * Return how the item that is held, moved by *by*, lines up with what is in sight of its sort, and how far it is from that.
   * @param {Point} by
   */
  #alignment(by) {
    const { model, view, viewport } = this.#editor;
    const item = model.placed(this.#grip);
    if (!item) return FREE;
    const near = isZone(item) ? view.scene.zonesIn(viewport.box) : view.scene.nodesIn(viewport.box);
    if (near.length > MOST_NEIGHBOURS) return FREE;
    if (near !== this.#near) this.#others = near.filter((other) => !this.#movers.has(other.id)).map(boxOf);
    this.#near = near;
    const others = this.#others;
    const box = boxOf(item);
    const dragged = { ...box, x: box.x + by.x, y: box.y + by.y };
    const { pull, guides } = alignTo(dragged, others, GUIDE_REACH / viewport.zoom);
    return { pull, guides, distances: findDistances({ ...dragged, x: dragged.x + pull.x, y: dragged.y + pull.y }, others) };
  }

  /** Return the zone that would take in what is dragged, where that is another one than now. */
  #zoneUnder() {
    const { model } = this.#editor;
    const held = model.placed(this.#grip);
    if (!held || !this.#roots.includes(this.#grip)) return null;
    const item = moved(held, this.#by);
    const others = [...model.zones.values()].filter((zone) => !this.#movers.has(zone.id));
    const zone = findZoneAround(others, item);
    return zone === item.zone ? null : zone;
  }
}

/**
 * @param {Point | undefined} item
 * @returns {Point}
 */
function placeOf(item) {
  return { x: item?.x ?? 0, y: item?.y ?? 0 };
}

/**
 * Return *item* where it comes to lie by *by*.
 * @template {Node | Zone} T
 * @param {T} item
 * @param {Point} by
 * @returns {T}
 */
function moved(item, by) {
  return { ...item, x: item.x + by.x, y: item.y + by.y };
}

/**
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
function add(a, b) {
  return { x: a.x + b.x, y: a.y + b.y };
}
