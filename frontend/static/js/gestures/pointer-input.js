/**
 * Pointer input: passes the events of mouse, pen and touch on the canvas to the active tool.
 * Panning and zooming work with every tool: Space, the middle or right button, the wheel, two fingers.
 */

import { distance } from '../util/geometry.js';
import { AutoPan } from './auto-pan.js';
import { CLICK_SLOP } from './pointer.js';
import { Pinch } from './pinch.js';
import { turnWheel } from './wheel.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('./pointer.js').Pointer} Pointer */
/** @typedef {import('./tools/toolbox.js').Toolbox} Toolbox */
/** @typedef {import('../util/geometry.js').Point} Point */

const LEFT = 0;
const MIDDLE = 1;
const RIGHT = 2;
const LONG_PRESS = 550;
const DOUBLE_CLICK = 400;
/** A finger never rests quite still, and never comes down twice on one spot. */
const FINGER_SLOP = 12;

export class PointerInput {
  #editor;
  #toolbox;
  #isSpaceDown = false;
  #isDown = false;
  /** Whether the pointer that is down has moved, so that #last says where it is. */
  #isDragging = false;
  /** @type {{ last: Point, start: Point, button: number } | null} */
  #pan = null;
  #pinch;
  #autoPan;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #longPress;
  /** @type {{ screen: Point, time: number } | null} */
  #lastPress = null;
  /** @type {Point} Where the button went down. */
  #downAt = { x: 0, y: 0 };
  /** @type {Pointer | null} */
  #last = null;
  /** @type {Point | null} Where on the drawing a menu was opened, until the pointer comes back to the canvas. */
  #menuAt = null;

  /**
   * @param {Editor} editor
   * @param {Toolbox} toolbox
   */
  constructor(editor, toolbox) {
    this.#editor = editor;
    this.#toolbox = toolbox;
    this.#pinch = new Pinch(editor.viewport);
    this.#autoPan = new AutoPan(editor.viewport, () => this.#stay());
    const { host } = editor;
    host.addEventListener('pointerdown', (event) => this.#down(event));
    host.addEventListener('pointermove', (event) => this.#move(event));
    host.addEventListener('pointerup', (event) => this.#up(event));
    host.addEventListener('pointercancel', (event) => this.#giveUp(event));
    host.addEventListener('pointerleave', (event) => this.#leave(event));
    host.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    // The menu of the editor opens on release instead, because a drag with the right button pans.
    host.addEventListener('contextmenu', (event) => event.preventDefault());
    // What is dragged stays under the pointer, whatever another tab has brought meanwhile: the view shows all of it where it lies now.
    editor.stack.addEventListener('changed', () => this.#isDown && this.#isDragging && this.#stay());
    // Two clicks with different tools, on what has moved or grown between them, or with a key between them, are no double click.
    for (const changed of [toolbox, editor.viewport]) changed.addEventListener('changed', () => (this.#lastPress = null));
    window.addEventListener('keydown', (event) => {
      this.#lastPress = null;
      this.#space(event, true);
    });
    window.addEventListener('keyup', (event) => this.#space(event, false));
    window.addEventListener('blur', () => (this.#isSpaceDown = false));
  }

  /** @returns {Point | null} Where on the drawing the pointer is or opened a menu, or null where it is elsewhere. */
  get position() {
    return this.#last ? this.#editor.viewport.toWorld(this.#last.screen) : this.#menuAt;
  }

  /** @param {PointerEvent} event */
  #down(event) {
    // The mouse that browsers play after a tap would take the focus from what a double tap has opened.
    if (event.pointerType === 'touch') event.preventDefault();
    this.#editor.host.focus({ preventScroll: true });
    this.#editor.host.setPointerCapture(event.pointerId);
    const pointer = this.#read(event);
    if (event.pointerType === 'touch' && this.#pinch.down(event.pointerId, pointer.screen)) return this.#abandon();
    if (event.button === MIDDLE || event.button === RIGHT || this.#isSpaceDown) {
      this.#pan = { last: pointer.screen, start: pointer.screen, button: event.button };
      if (event.button === MIDDLE) event.preventDefault();
      return;
    }
    if (event.button !== LEFT) return;
    this.#isDown = true;
    this.#isDragging = false;
    this.#downAt = pointer.screen;
    this.#toolbox.current.pointerDown({ ...pointer, clicks: this.#countClicks(event, pointer) });
    if (pointer.isTouch) this.#awaitLongPress(pointer);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const pointer = this.#read(event);
    if (event.pointerType === 'touch' && this.#pinch.move(event.pointerId, pointer.screen)) return;
    this.#last = pointer;
    this.#menuAt = null;
    if (this.#pan) return this.#drag(this.#pan, pointer.screen);
    if (this.#isDown) this.#noteDrag(pointer);
    this.#toolbox.current.pointerMove(pointer, this.#isDown);
    if (this.#isDown && !pointer.isTouch) this.#autoPan.follow(pointer.screen);
  }

  /**
   * What has become a drag is neither a long press nor the first half of a double click.
   * @param {Pointer} pointer
   */
  #noteDrag(pointer) {
    if (distance(this.#downAt, pointer.screen) <= slopOf(pointer)) return;
    this.#isDragging = true;
    clearTimeout(this.#longPress);
    this.#lastPress = null;
  }

  /** The pointer stays on the screen while the drawing moves under it. */
  #stay() {
    if (!this.#last) return;
    this.#last = { ...this.#last, world: this.#editor.viewport.toWorld(this.#last.screen) };
    this.#toolbox.current.pointerMove(this.#last, true);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    clearTimeout(this.#longPress);
    this.#autoPan.stop();
    const wasPinching = this.#pinch.isActive;
    this.#pinch.up(event.pointerId);
    if (wasPinching) return;
    const pointer = this.#read(event);
    if (this.#pan) return this.#endPan(this.#pan, pointer);
    if (!this.#isDown) return;
    this.#isDown = false;
    this.#toolbox.current.pointerUp(pointer);
  }

  /** @param {PointerEvent} event */
  #giveUp(event) {
    this.#pinch.up(event.pointerId);
    this.#pan = null;
    this.#abandon();
  }

  /**
   * A finger that is lifted leaves too, but what it touched keeps its handles.
   * @param {PointerEvent} event
   */
  #leave(event) {
    if (this.#isDown || this.#pan || event.pointerType === 'touch') return;
    this.#last = null;
    this.#editor.view.hint({ hover: null, handles: false, ghosts: [], lit: new Set(), why: null });
  }

  /** Give up what the tool is doing, because a second finger or a long press makes it something else. */
  #abandon() {
    clearTimeout(this.#longPress);
    this.#lastPress = null;
    this.#autoPan.stop();
    if (this.#isDown) this.#toolbox.current.cancel();
    this.#isDown = false;
  }

  /**
   * @param {{ last: Point }} pan
   * @param {Point} to
   */
  #drag(pan, to) {
    this.#editor.host.style.cursor = 'grabbing';
    this.#editor.viewport.panBy(to.x - pan.last.x, to.y - pan.last.y);
    pan.last = to;
  }

  /**
   * @param {{ start: Point, button: number }} pan
   * @param {Pointer} pointer
   */
  #endPan(pan, pointer) {
    this.#pan = null;
    this.#editor.host.style.cursor = this.#isSpaceDown ? 'grab' : this.#toolbox.current.cursor;
    if (pan.button === RIGHT && distance(pan.start, pointer.screen) < CLICK_SLOP) this.#openMenu(pointer);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    turnWheel(this.#editor, event, this.#screenOf(event));
  }

  /** @param {Pointer} pointer */
  #openMenu(pointer) {
    this.#toolbox.selectUnder(pointer);
    this.#menuAt = pointer.world;
    this.#editor.menus.openContextMenu(pointer.client);
  }

  /** @param {Pointer} pointer */
  #awaitLongPress(pointer) {
    clearTimeout(this.#longPress);
    this.#longPress = setTimeout(() => {
      this.#abandon();
      this.#openMenu(pointer);
    }, LONG_PRESS);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} isDown
   */
  #space(event, isDown) {
    if (event.code !== 'Space') return;
    const { host } = this.#editor;
    if (isDown && document.activeElement !== host && document.activeElement !== document.body) return;
    if (isDown) event.preventDefault();
    if (isDown === this.#isSpaceDown) return;
    this.#isSpaceDown = isDown;
    host.style.cursor = isDown ? 'grab' : this.#toolbox.current.cursor;
  }

  /**
   * @param {PointerEvent} event
   * @param {Pointer} pointer
   */
  #countClicks(event, pointer) {
    const last = this.#lastPress;
    const { screen } = pointer;
    const isSecond = last !== null && event.timeStamp - last.time < DOUBLE_CLICK && distance(last.screen, screen) < 2 * slopOf(pointer);
    this.#lastPress = { screen, time: isSecond ? -Infinity : event.timeStamp };
    return isSecond ? 2 : 1;
  }

  /**
   * @param {PointerEvent} event
   * @returns {Pointer}
   */
  #read(event) {
    const screen = this.#screenOf(event);
    return {
      screen,
      client: { x: event.clientX, y: event.clientY },
      world: this.#editor.viewport.toWorld(screen),
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      isTouch: event.pointerType === 'touch',
      clicks: 1,
    };
  }

  /** @param {MouseEvent} event */
  #screenOf(event) {
    const frame = this.#editor.host.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }
}

/** @param {Pointer} pointer */
function slopOf({ isTouch }) {
  return isTouch ? FINGER_SLOP : CLICK_SLOP;
}
