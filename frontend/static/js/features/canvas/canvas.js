/** Connects the canvas: its tools, pointer input, keyboard and Tab navigation, and what it shows when the page opens. */

import { connectKeyboard } from '../../actions/keyboard.js';
import { PointerInput } from '../../gestures/pointer-input.js';
import { TabNavigation } from '../../gestures/tab-navigation.js';
import { Toolbox } from '../../gestures/tools/toolbox.js';
import { connectAdding } from './adding.js';
import { renameInPlace } from './rename-field.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * @typedef {object} CanvasParts
 * @property {Toolbox} toolbox The tools, and which of them is in hand.
 * @property {TabNavigation} navigation Goes from thing to thing by Tab.
 * @property {PointerInput} pointer
 * @property {(id: string) => void} rename Lets the label of an item be edited in place.
 * @property {(id: string) => void} renameAfterPress Does so when the press of the pointer that leads to it is over.
 * @property {(at: Point) => void} openPicker Asks what to place at a point of the drawing, once the click there is over.
 * @property {() => void} showFirst Shows what was seen last time, else everything.
 */

/** @typedef {CanvasParts & import('./adding.js').Adding} Canvas */

/**
 * Let pointer and keys work on the canvas.
 * @param {Editor} editor
 * @returns {Canvas}
 */
export function connectCanvas(editor) {
  const { actions, host, model, rememberedViewport, selection, stack } = editor;
  const toolbox = new Toolbox(editor);
  const adding = connectAdding(editor);
  const showFirst = () => {
    if (!rememberedViewport.show()) actions.run('fit-all');
  };
  connectKeyboard(editor);
  fitAtFirst(host, showFirst);
  selection.addEventListener('changed', () => stack.seal());
  stack.addEventListener('changed', () => queueMicrotask(() => selection.retain((id) => model.item(id) !== undefined)));
  return {
    ...adding,
    toolbox,
    navigation: new TabNavigation(editor),
    pointer: new PointerInput(editor, toolbox),
    // At once: what is typed next, however soon, is the name.
    rename: (id) => renameInPlace(editor, id),
    renameAfterPress: (id) => afterPress(() => renameInPlace(editor, id)),
    openPicker: (at) => afterClick(host, () => void adding.askWhatToPlaceAt(at)),
    showFirst,
  };
}

/**
 * Show what there is to see by *fit* when the page opens, and again while panels still take their room beside *host*; from the
 * first press on, what is shown is up to whoever draws.
 * @param {HTMLElement} host
 * @param {() => void} fit
 */
function fitAtFirst(host, fit) {
  const sizes = new ResizeObserver(fit);
  const pressed = new AbortController();
  const stop = () => {
    sizes.disconnect();
    pressed.abort();
  };
  fit();
  sizes.observe(host);
  for (const type of ['pointerdown', 'keydown', 'wheel']) document.addEventListener(type, stop, { capture: true, passive: true, signal: pressed.signal });
}

/**
 * Do *act* when the browser is through with the press that led to it: it would take the focus back to the canvas.
 * @param {() => void} act
 */
function afterPress(act) {
  setTimeout(act);
}

/**
 * Do *act* when the click is over that the press on *host* becomes: it would hit what opens under the finger. A press that
 * becomes no click is forgotten with the next one.
 * @param {HTMLElement} host
 * @param {() => void} act
 */
function afterClick(host, act) {
  const waiting = new AbortController();
  const { signal } = waiting;
  host.addEventListener('pointerdown', () => waiting.abort(), { signal });
  host.addEventListener('click', () => {
    waiting.abort();
    afterPress(act);
  }, { signal });
}
