/** An editor for tools and actions without a page: everything is real but the canvas and the panels, which only remember. */

import { CommandStack } from '../../../frontend/static/js/model/command-stack.js';
import { Selection } from '../../../frontend/static/js/model/selection.js';
import { NO_HINTS } from '../../../frontend/static/js/view/hints.js';
import { ALL_LAYERS } from '../../../frontend/static/js/view/frame.js';
import { Scene } from '../../../frontend/static/js/view/scene.js';
import { Viewport } from '../../../frontend/static/js/view/viewport.js';
import { CanvasOptions } from '../../../frontend/static/js/gestures/canvas-options.js';
import { classroomModel, countingIds } from './labs.js';

/** @typedef {import('../../../frontend/static/js/context.js').Editor} Editor */

/** What a canvas is to the tools. */
class RememberingView {
  hints = NO_HINTS;
  layers = ALL_LAYERS;

  /** @param {import('../../../frontend/static/js/model/diagram-model.js').DiagramModel} model */
  constructor(model) {
    this.scene = new Scene(model);
  }

  /** @param {object} hints */
  hint(hints) {
    this.hints = { ...this.hints, ...hints };
  }

  /** @param {object} layers */
  setLayers(layers) {
    this.layers = { ...this.layers, ...layers };
  }

  /**
   * @param {Set<string>} ids
   * @param {{ x: number, y: number }} by
   */
  shift(ids, by) {
    this.scene.shift(ids, by);
  }

  /**
   * @param {string} id
   * @param {{ x: number, y: number, width: number, height: number }} box
   */
  reshape(id, box) {
    this.scene.reshape(id, box);
  }

  /**
   * @param {string} id
   * @param {readonly { x: number, y: number }[]} bends
   */
  bend(id, bends) {
    this.scene.paths.bend(id, bends);
  }

  settle() {
    this.scene.settle();
  }
}

/** An editor with the classroom, at zoom 1, what its panels were asked for, and what it told a screen reader. */
export function classroomEditor() {
  const model = classroomModel();
  const stack = new CommandStack(model);
  const view = new RememberingView(model);
  stack.addEventListener('changed', (event) => view.scene.update(/** @type {CustomEvent} */ (event).detail));
  const viewport = new Viewport();
  viewport.resize(1000, 800);
  /** @type {string[]} */
  const heard = [];
  /** @type {string[]} */
  const announced = [];
  const editor = /** @type {Editor} */ (/** @type {unknown} */ ({
    host: Object.assign(new EventTarget(), {
      style: { cursor: '' },
      getBoundingClientRect: () => ({ left: 100, top: 50 }),
      focus: () => {},
    }),
    model,
    stack,
    selection: new Selection(),
    viewport,
    view,
    newId: countingIds(),
    options: new CanvasOptions(memory()),
    say: (/** @type {string} */ text) => void heard.push(text),
    announce: (/** @type {string} */ text) => void announced.push(text),
    reveal: (/** @type {string} */ id) => editor.selection.set([id]),
    canvas: {
      rename: (/** @type {string} */ id) => void heard.push(`rename ${id}`),
      renameAfterPress: (/** @type {string} */ id) => void heard.push(`rename ${id}`),
      openPicker: () => void heard.push('picker'),
    },
    menus: { openContextMenu: (/** @type {{ x: number, y: number }} */ point) => void heard.push(`menu at ${point.x},${point.y}`) },
    outline: { tree: undefined },
    sidePanels: { showProperties: () => void heard.push('properties') },
  }));
  return { editor, heard, announced };
}

/** A storage that forgets with the test. */
export function memory() {
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
  };
}

/**
 * Return a pointer at (*x*, *y*) of the drawing, which is at zoom 1 also the place on the screen.
 * @param {number} x
 * @param {number} y
 * @param {Partial<import('../../../frontend/static/js/gestures/pointer.js').Pointer>} [fields]
 * @returns {import('../../../frontend/static/js/gestures/pointer.js').Pointer}
 */
export function at(x, y, fields = {}) {
  const point = { x, y };
  return { screen: point, client: point, world: point, shift: false, ctrl: false, alt: false, isTouch: false, clicks: 1, ...fields };
}

/**
 * Press at the first of *points*, go to the others, and release at the last.
 * @param {import('../../../frontend/static/js/gestures/pointer.js').Tool} tool
 * @param {[number, number][]} points
 * @param {object} [fields]
 */
export function drag(tool, points, fields = {}) {
  tool.pointerMove(at(...points[0], fields), false);
  tool.pointerDown(at(...points[0], fields));
  for (const point of points) tool.pointerMove(at(...point, fields), true);
  tool.pointerUp(at(...points[points.length - 1], fields));
}

/**
 * Click at (*x*, *y*).
 * @param {import('../../../frontend/static/js/gestures/pointer.js').Tool} tool
 * @param {number} x
 * @param {number} y
 * @param {object} [fields]
 */
export function click(tool, x, y, fields = {}) {
  drag(tool, [[x, y]], fields);
}
