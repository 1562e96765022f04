/**
 * The select tool, which is active at first: it selects, moves, resizes, and draws cables and access edges from handles.
 * A press begins one gesture; which one depends on what is under the pointer.
 */

import { findReached, findReachedBy } from '../../model/access.js';
import { bendCable } from '../../model/commands/cable-style.js';
import { removeItems } from '../../model/commands/remove.js';
import { isAnnotation } from '../../model/items.js';
import { contains, inflate } from '../../util/geometry.js';
import { hitTest } from '../../view/hit-test.js';
import { CORNER_CURSORS, isOnHandle } from '../../view/handles.js';
import { tileBox } from '../../view/shapes.js';
import { REACH } from '../pointer.js';
import { BendGesture } from '../bend-gesture.js';
import { ConnectGesture } from '../connect-gesture.js';
import { EndGesture } from '../end-gesture.js';
import { MarqueeGesture } from '../marquee-gesture.js';
import { MoveGesture } from '../move-gesture.js';
import { PanGesture } from '../pan-gesture.js';
import { ResizeGesture } from '../resize-gesture.js';
import { bendUnder, cornerUnder, endUnder, sizeFor } from './selection-handles.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../pointer.js').Gesture} Gesture */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */
/** @typedef {import('../../view/hit-test.js').Hit} Hit */

const NOTHING_LIT = new Set();
/** How far around a tile, in pixels, the pointer may be while its handles stay. */
const HANDLE_ROOM = { mouse: 24, finger: 44 };

/** @implements {Tool} */
export class SelectTool {
  name;
  cursor;
  #editor;
  #connectFrom;
  #addsAlways;
  /** @type {Gesture | null} */
  #gesture = null;

  /**
   * @param {Editor} editor
   * @param {(id: string) => void} connectFrom Goes on to join *id* click by click.
   * @param {{ name?: string, cursor?: string, addsAlways?: boolean }} [options] *addsAlways*: it works as if Shift were held, and
   *   shows no handles: for hands without that key, to select several things one after the other.
   */
  constructor(editor, connectFrom, { name = 'select', cursor = 'default', addsAlways = false } = {}) {
    this.#editor = editor;
    this.#connectFrom = connectFrom;
    this.name = name;
    this.cursor = cursor;
    this.#addsAlways = addsAlways;
  }

  activate() {
    this.#gesture = null;
  }

  deactivate() {
    this.cancel();
    this.#editor.view.hint({ hover: null, handles: false, lit: NOTHING_LIT });
  }

  /** @param {Pointer} given */
  pointerDown(given) {
    const pointer = this.#withShift(given);
    if (pointer.clicks === 2 && !pointer.shift && !pointer.ctrl) return void (this.#gesture = this.#doubleClick(pointer));
    this.#gesture = this.#grabHandle(pointer) ?? this.#grabItem(pointer);
  }

  /**
   * @param {Pointer} given
   * @param {boolean} isDown
   */
  pointerMove(given, isDown) {
    const pointer = this.#withShift(given);
    if (isDown) this.#gesture?.move(pointer);
    else this.#hover(pointer);
  }

  /** @param {Pointer} given */
  pointerUp(given) {
    const pointer = this.#withShift(given);
    const gesture = this.#gesture;
    this.#gesture = null;
    gesture?.end(pointer);
    this.#hover(pointer);
  }

  /**
   * Select what is under *pointer*, unless it is selected already.
   * @param {Pointer} pointer
   */
  selectUnder(pointer) {
    const { selection } = this.#editor;
    const hit = this.#hit(pointer);
    if (!hit) selection.clear();
    else if (!selection.has(hit.id)) selection.set([hit.id]);
  }

  pressKey() {
    return false;
  }

  cancel() {
    const gesture = this.#gesture;
    this.#gesture = null;
    gesture?.cancel();
    return gesture !== null;
  }

  /**
   * @param {Pointer} pointer
   * @returns {Pointer}
   */
  #withShift(pointer) {
    return this.#addsAlways ? { ...pointer, shift: true } : pointer;
  }

  /**
   * @param {Pointer} pointer
   * @returns {Gesture | null}
   */
  #grabHandle(pointer) {
    if (this.#addsAlways) return null;
    const { view, viewport } = this.#editor;
    const node = view.hints.handles ? view.scene.node(view.hints.hover ?? '') : undefined;
    if (node && isOnHandle(node, pointer.world, viewport.zoom, sizeFor(pointer))) {
      return new ConnectGesture(this.#editor, pointer, node.id, () => this.#connectFrom(node.id));
    }
    const end = isPlain(pointer) ? endUnder(this.#editor, pointer) : null;
    if (end) return new EndGesture(this.#editor, pointer, end.link, end.side);
    const bend = isPlain(pointer) ? this.#bendUnder(pointer) : null;
    if (bend) return new BendGesture(this.#editor, pointer, bend.link, bend.handle);
    const grip = cornerUnder(this.#editor, pointer);
    return grip && new ResizeGesture(this.#editor, grip.item, grip.corner);
  }

  /**
   * @param {Pointer} pointer
   * @returns {Gesture | null}
   */
  #grabItem(pointer) {
    const hit = this.#hit(pointer);
    if (!hit && pointer.isTouch && !pointer.shift) return new PanGesture(this.#editor, pointer);
    if (!hit || this.#passesThrough(hit, pointer)) return new MarqueeGesture(this.#editor, pointer);
    const { selection } = this.#editor;
    const isAdding = pointer.shift || pointer.ctrl;
    const wasSelected = selection.has(hit.id);
    if (!wasSelected) {
      if (isAdding) selection.add([hit.id]);
      else selection.set([hit.id]);
    }
    return new MoveGesture(this.#editor, pointer, hit.id, () => {
      if (pointer.alt && !isZonePart(hit)) return this.#delete(hit.id);
      if (!wasSelected) return;
      if (isAdding) selection.toggle(hit.id);
      else selection.set([hit.id]);
    });
  }

  /**
   * Return whether a press on *hit* draws a marquee: in a zone or shape with Shift, and in one that is locked.
   * @param {Hit} hit
   * @param {Pointer} pointer
   */
  #passesThrough(hit, pointer) {
    if (hit.part !== 'zone' && hit.part !== 'shape') return false;
    return pointer.shift || this.#editor.model.placed(hit.id)?.locked === true;
  }

  /** @param {string} id */
  #delete(id) {
    this.#editor.stack.execute(removeItems(this.#editor.model, [id]));
  }

  /**
   * Do what a double click does; a press that was only quick, on a cable that was just selected, may still bend it.
   * @param {Pointer} pointer
   * @returns {Gesture | null}
   */
  #doubleClick(pointer) {
    const bend = this.#bendUnder(pointer);
    const hit = this.#hit(pointer);
    const { model, canvas, sidePanels } = this.#editor;
    if (bend && !bend.handle.isNew) this.#unbend(bend.link, bend.handle.place);
    else if (!hit || hit.part === 'zone') canvas.openPicker(pointer.world);
    else if (model.placed(hit.id)) canvas.renameAfterPress(hit.id);
    else sidePanels.showProperties();
    return bend?.handle.isNew ? new BendGesture(this.#editor, pointer, bend.link, bend.handle) : null;
  }

  /** @param {Pointer} pointer */
  #hover(pointer) {
    const { host, view, model } = this.#editor;
    const hit = this.#hit(pointer);
    if (view.hints.handleSize !== sizeFor(pointer)) view.hint({ handleSize: sizeFor(pointer) });
    if (this.#staysNear(pointer, hit)) return;
    const handle = this.#addsAlways ? null : this.#cursorOfHandle(pointer);
    const id = hit && hit.part !== 'zone' ? hit.id : null;
    host.style.cursor = handle ?? (id === null || this.#addsAlways ? this.cursor : 'pointer');
    if (id === view.hints.hover) return;
    const node = hit?.part === 'node' ? model.nodes.get(hit.id) : undefined;
    view.hint({ hover: id, handles: !this.#addsAlways && node !== undefined && !isAnnotation(node), lit: this.#litBy(id) });
  }

  /** @param {Pointer} pointer */
  #cursorOfHandle(pointer) {
    const grip = cornerUnder(this.#editor, pointer);
    if (grip) return CORNER_CURSORS[grip.corner];
    return endUnder(this.#editor, pointer) ?? this.#bendUnder(pointer) ? 'move' : null;
  }

  /** @param {Pointer} pointer */
  #bendUnder(pointer) {
    return bendUnder(this.#editor, pointer, this.#hit(pointer));
  }

  /**
   * Return whether the pointer is still so near to the node with the handles that they stay.
   * @param {Pointer} pointer
   * @param {Hit | null} hit
   */
  #staysNear(pointer, hit) {
    const { world } = pointer;
    const { host, view, viewport } = this.#editor;
    const node = view.hints.handles ? view.scene.node(view.hints.hover ?? '') : undefined;
    if (!node || hit?.part === 'node') return false;
    if (!contains(inflate(tileBox(node), HANDLE_ROOM[sizeFor(pointer)] / viewport.zoom), world)) return false;
    host.style.cursor = isOnHandle(node, world, viewport.zoom, sizeFor(pointer)) ? 'crosshair' : this.cursor;
    return true;
  }

  /**
   * Return what lights up while the pointer is on *id*: what people reach, or who reaches a device.
   * @param {string | null} id
   * @returns {Set<string>}
   */
  #litBy(id) {
    const node = this.#editor.model.nodes.get(id ?? '');
    if (node?.type === 'users') return findReached(this.#editor.model, node.id);
    return node?.type === 'device' ? findReachedBy(this.#editor.model, node.id) : NOTHING_LIT;
  }

  /**
   * Take the bend at *place* out of *link*.
   * @param {import('../../model/diagram.js').Link} link
   * @param {number} place
   */
  #unbend({ id, bends = [] }, place) {
    this.#editor.stack.execute(bendCable(this.#editor.model, id, bends.filter((_, each) => each !== place)));
  }

  /** @param {Pointer} pointer */
  #hit({ world, isTouch }) {
    const { options, view, viewport } = this.#editor;
    return hitTest(view.scene, world, ((isTouch ? 2 : 1) * REACH) / viewport.zoom, options.touchable(view.layers));
  }
}

/** @param {Pointer} pointer */
function isPlain({ shift, ctrl, alt }) {
  return !shift && !ctrl && !alt;
}

/** @param {Hit} hit */
function isZonePart({ part }) {
  return part === 'zone' || part === 'title';
}
