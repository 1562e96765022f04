/** The canvas with its tools, in the page. */

import { openChannel, openStorage } from '../storage/browser-storage.js';
import { boxAround } from '../model/boxes.js';
import { isAccess, isLink } from '../model/items.js';
import { choose } from '../kit/dialogs/chooser.js';
import { byId } from '../kit/dom.js';
import { DRAG_TYPE, paletteKinds, titleOfKind, wordsOfKind } from '../features/palette/palette.js';
import { renameInPlace } from '../features/canvas/rename-field.js';
import { createActions } from '../actions/canvas-actions.js';
import { Clipboard } from '../features/clipboard/clipboard.js';
import { Keyboard } from '../gestures/keyboard.js';
import { Options } from '../gestures/options.js';
import { placeAt } from '../gestures/placing.js';
import { PointerInput } from '../gestures/pointer-input.js';
import { SharedClipboard } from '../features/clipboard/shared-clipboard.js';
import { findFreePlace } from '../model/placement/auto-place.js';
import { Toolbox } from '../gestures/tools/toolbox.js';
import { CanvasView } from '../view/canvas-view.js';

/** @typedef {import('../gestures/desk.js').Desk} Desk */
/** @typedef {import('../gestures/bench.js').Bench} Bench */
/** @typedef {import('../gestures/bench.js').PlacedKind} PlacedKind */
/** @typedef {import('../gestures/bench.js').Shell} Shell */
/** @typedef {import('../util/geometry.js').Point} Point */
/** @typedef {import('../view/viewport.js').Viewport} Viewport */

/** @typedef {ReturnType<typeof connectCanvas>} Canvas */

/**
 * Put the canvas into the page, and return what can be asked of it. Menus and properties are connected later, as
 * `hooks`: they belong to panels, which themselves need the canvas.
 * @param {object} parts
 * @param {Desk} parts.desk
 * @param {Viewport} parts.viewport
 * @param {string | null} parts.owner Who is logged in.
 * @param {() => boolean} parts.lookAgain Shows what was seen last, or returns false.
 */
export function connectCanvas({ desk, viewport, owner, lookAgain }) {
  const { model, stack, selection, newId } = desk;
  const host = byId('canvas');
  const view = new CanvasView({ host, model, stack, selection, viewport });
  const options = new Options(desk.storage);
  /** @type {Pick<Shell, 'openMenu' | 'showProperties'>} */
  const hooks = { openMenu: () => {}, showProperties: () => {} };
  /** @type {Bench} */
  const bench = {
    host, model, stack, selection, viewport, view, newId, options,
    shell: {
      say: desk.say,
      announce: (text) => (byId('announcer').textContent = text),
      rename: (id) => afterPress(() => renameInPlace(host, desk, viewport, id)),
      openMenu: (point) => hooks.openMenu(point),
      openPicker: (at) => afterClick(host, () => void pick(desk, at)),
      showProperties: () => hooks.showProperties(),
    },
  };
  const toolbox = new Toolbox(bench);
  const input = new PointerInput(bench, toolbox);
  const actions = createActions(bench, toolbox, new Clipboard(bench, openSharedClipboard(owner), () => input.position));
  const keyboard = new Keyboard(host, actions, toolbox);
  const stage = /** @type {HTMLElement} */ (host.parentElement);
  const showFirst = () => {
    if (!lookAgain()) actions.get('fit-all')?.run();
  };
  fitAtFirst(host, showFirst);
  selection.addEventListener('changed', () => stack.seal());
  stack.addEventListener('changed', () => queueMicrotask(() => selection.retain((id) => model.item(id) !== undefined)));

  /** @param {string} id */
  const reveal = (id) => {
    selection.set([id]);
    show(desk, viewport, id);
  };
  /**
   * @param {string} kind
   * @param {string | null} [zoneId]
   */
  const add = (kind, zoneId = null) => {
    const placed = /** @type {PlacedKind} */ (kind);
    const id = placeAt(desk, placed, findFreePlace(bench, placed, zoneId));
    show(desk, viewport, id);
    return id;
  };
  /** @param {Point} point Of the window. */
  const toDrawing = ({ x, y }) => {
    const { left, top } = host.getBoundingClientRect();
    return viewport.toWorld({ x: x - left, y: y - top });
  };
  /** @param {Point} point Of the window. */
  const askWhatToAddAt = (point) => pick(desk, toDrawing(point));
  /** @param {string | null} zoneId */
  const askWhatToAdd = async (zoneId) => {
    const kind = await askForKind(desk, 'Add something');
    if (kind) add(kind, zoneId);
  };
  /**
   * Place *kind* at a point of the window, if that is on the canvas or on what lies over it.
   * @param {string} kind
   * @param {Point} point
   */
  const drop = (kind, { x, y }) => {
    if (!stage.contains(document.elementFromPoint(x, y))) return;
    placeAt(desk, /** @type {PlacedKind} */ (kind), toDrawing({ x, y }));
    host.focus({ preventScroll: true });
  };
  acceptDrops(stage, drop);
  return { host, view, options, toolbox, actions, keyboard, hooks, reveal, add, drop, askWhatToAdd, askWhatToAddAt, showFirst };
}

/**
 * Return what *owner* has copied in the tabs of this browser: whoever logs in after that does not find it.
 * @param {string | null} owner
 */
function openSharedClipboard(owner) {
  const key = `labmapper-clipboard ${owner ?? ''}`;
  return new SharedClipboard(openStorage(() => window.sessionStorage), openChannel(key), key);
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

/**
 * Bring the item *id* into view, if it is not.
 * @param {Desk} desk
 * @param {Viewport} viewport
 * @param {string} id
 */
function show({ model }, viewport, id) {
  const item = model.item(id);
  if (!item) return;
  const ends = isLink(item) ? [item.source.node, item.target.node] : isAccess(item) ? [item.users, item.target] : [id];
  const box = boxAround(model, ends);
  if (box) viewport.reveal(box);
}

/**
 * Ask what to place at a point of the drawing.
 * @param {Desk} desk
 * @param {Point} at
 */
async function pick(desk, at) {
  const kind = await askForKind(desk, 'Add something here');
  if (kind) placeAt(desk, kind, at);
}

/**
 * @param {Desk} desk
 * @param {string} title
 * @returns {Promise<PlacedKind | null>}
 */
async function askForKind(desk, title) {
  const choices = paletteKinds().map((kind) => ({ value: kind, label: titleOfKind(kind), words: wordsOfKind(kind), picture: desk.pictureOf(kind) }));
  return /** @type {PlacedKind | null} */ (await choose({ title, placeholder: 'What shall be here?', choices }));
}

/**
 * Let things that a mouse drags out of the palette be dropped on *stage*.
 * @param {HTMLElement} stage
 * @param {(kind: string, point: Point) => void} drop
 */
function acceptDrops(stage, drop) {
  stage.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes(DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  stage.addEventListener('drop', (event) => {
    const kind = event.dataTransfer?.getData(DRAG_TYPE);
    if (!kind) return;
    event.preventDefault();
    drop(kind, { x: event.clientX, y: event.clientY });
  });
}
