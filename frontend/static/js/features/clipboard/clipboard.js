/**
 * Copies and pastes parts of the drawing: within it, between tabs and between diagrams.
 *
 * What is copied travels as data of our own kind, and as a list of names for other programs. The browser's events of
 * copying carry it, which menus ask for; what menus paste is in the shared clipboard, since no page may read the clipboard.
 * Text of other programs is named as what it is (`take-text.js`), and files are opened.
 */

import { boxAround } from '../../model/geometry/boxes.js';
import { clip, middleOfClipping, parseClipping, renew } from '../../model/copying/clipping.js';
import { addItems } from '../../model/commands/add.js';
import { removeItems } from '../../model/commands/remove.js';
import { nameAll } from '../../model/names.js';
import { contains, snap } from '../../util/geometry.js';
import { GRID } from '../../model/placement/spacing.js';
import { isTyping } from '../../kit/dom.js';
import { arePictures } from '../../kit/picture-files.js';
import { openChannel, openStorage } from '../../storage/browser-storage.js';
import { SharedClipboard } from './shared-clipboard.js';
import { findPastePlace } from '../../model/placement/paste-place.js';
import { fill, plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/copying/clipping.js').Clipping} Clipping */
/** @typedef {import('../../util/geometry.js').Point} Point */

const CLIP_TYPE = 'application/x-labmapper';

export class Clipboard {
  #editor;
  #shared;
  #takeText;

  /**
   * @param {Editor} editor
   * @param {SharedClipboard} shared
   */
  constructor(editor, shared) {
    this.#editor = editor;
    this.#shared = shared;
    this.#takeText = editor.lazy(() => import('./take-text.js'), ({ takeText }, /** @type {string} */ text, /** @type {Point} */ at) => takeText(editor, text, at));
    document.addEventListener('copy', (event) => this.#write(event, () => this.#copy()));
    document.addEventListener('cut', (event) => this.#write(event, () => this.#cut()));
    document.addEventListener('paste', (event) => this.#read(event));
  }

  /** Whether something was copied in this tab, or in one that is open with it. */
  get isFilled() {
    return this.#shared.text !== null;
  }

  /** Copy what is selected. */
  copy() {
    this.#askFor('copy', () => this.#copy());
  }

  /** Copy what is selected with all that is joined to it, and delete it. */
  cut() {
    this.#askFor('cut', () => this.#cut());
  }

  /**
   * Paste *clipping*: under the pointer, else where it was, else in the middle of the screen, and aside where that is taken.
   * @param {Clipping | null} [clipping]
   */
  paste(clipping = parseClipping(this.#shared.text ?? '')) {
    if (!clipping) return;
    const { canvas, viewport } = this.#editor;
    const from = middleOfClipping(clipping);
    const to = canvas.pointer.position ?? (contains(viewport.box, from) ? from : viewport.middle);
    this.#drop(clipping, { x: snap(to.x - from.x, GRID), y: snap(to.y - from.y, GRID) }, t('Paste {what}'));
  }

  /** Put a copy of what is selected beside it, joined to the same cables and reached by the same people. */
  duplicate() {
    const { model, selection } = this.#editor;
    const clipping = clip(model, selection.ids, { keepsOuter: true });
    if (!isEmpty(clipping)) this.#drop(clipping, { x: 0, y: 0 }, t('Duplicate {what}'));
  }

  /**
   * Let the browser copy or cut, so that its keys paste what a menu copied; where it will not, *act* at least.
   * @param {'copy' | 'cut'} verb
   * @param {() => void} act
   */
  #askFor(verb, act) {
    getSelection()?.removeAllRanges();
    let isDone = false;
    const note = (/** @type {Event} */ event) => (isDone = event.defaultPrevented);
    document.addEventListener(verb, note);
    document.execCommand(verb);
    document.removeEventListener(verb, note);
    if (!isDone) act();
  }

  #copy() {
    return this.#keep(clip(this.#editor.model, this.#editor.selection.ids));
  }

  #cut() {
    const { model, stack, selection } = this.#editor;
    const ids = [...selection.ids];
    const clipping = this.#keep(clip(model, ids, { keepsOuter: true }));
    if (clipping) stack.execute(removeItems(model, ids, t('Cut {names}', { names: nameAll(model, ids) })));
    return clipping;
  }

  /**
   * Keep *clipping* for pasting, and return it; null where there is nothing in it.
   * @param {Clipping} clipping
   */
  #keep(clipping) {
    if (isEmpty(clipping)) return null;
    this.#shared.put(JSON.stringify(clipping), Date.now());
    return clipping;
  }

  /**
   * @param {Clipping} clipping
   * @param {Point} by
   * @param {string} label With a place for what it is.
   */
  #drop(clipping, by, label) {
    const { model, stack, selection, viewport, newId } = this.#editor;
    const copies = renew(model, clipping, newId, findPastePlace(this.#editor, clipping, by));
    const items = [...copies.zones, ...copies.nodes];
    const what = (items.length === 1 && items[0].label) || plural('{count} item', '{count} items', items.length);
    stack.execute(addItems(model, copies, fill(label, { what })));
    selection.set(items.map((item) => item.id));
    const box = boxAround(model, selection.ids);
    if (box) viewport.reveal(box);
  }

  /**
   * @param {ClipboardEvent} event
   * @param {() => Clipping | null} take
   */
  #write(event, take) {
    if (isTyping(event.target) || !getSelection()?.isCollapsed) return;
    const clipping = take();
    if (!clipping || !event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData(CLIP_TYPE, JSON.stringify(clipping));
    event.clipboardData.setData('text/plain', clipping.nodes.map((node) => node.label).join('\n'));
  }

  /** @param {ClipboardEvent} event */
  #read(event) {
    const data = event.clipboardData;
    if (!data || isTyping(event.target)) return;
    event.preventDefault();
    const { canvas, importExport, placedPictures, viewport } = this.#editor;
    const clipping = parseClipping(data.getData(CLIP_TYPE));
    const text = data.getData('text/plain');
    if (clipping) this.paste(clipping);
    else if (arePictures([...data.files])) void placedPictures.take([...data.files], canvas.pointer.position ?? undefined);
    else if (data.files.length > 0) void importExport.open(data.files[0]);
    else if (text.trim() !== '') void this.#takeText(text, canvas.pointer.position ?? viewport.middle);
  }
}

/**
 * Let things be copied and pasted, and return how.
 * @param {Editor} editor
 * @returns {Clipboard}
 */
export function connectClipboard(editor) {
  // By who is logged in: whoever logs in after that does not find what was copied.
  const key = `labmapper-clipboard ${editor.username ?? ''}`;
  return new Clipboard(editor, new SharedClipboard(openStorage(() => window.sessionStorage), openChannel(key), key));
}

/** @param {Clipping} clipping */
function isEmpty(clipping) {
  return clipping.nodes.length + clipping.zones.length === 0;
}
