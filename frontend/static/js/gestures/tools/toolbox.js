/** The toolbox: all tools, and the active one. Dispatches `changed` when another tool becomes active. */

import { BoxTool } from './box-tool.js';
import { ConnectTool } from './connect-tool.js';
import { PlaceTool } from './place-tool.js';
import { SelectTool } from './select-tool.js';
import { isShapeKind } from '../../model/kinds.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../model/kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../pointer.js').Pointer} Pointer */
/** @typedef {import('../pointer.js').Tool} Tool */

export class Toolbox extends EventTarget {
  #editor;
  #select;
  #several;
  #connect;
  #place;
  #box;
  /** @type {Tool} */
  #current;

  /** @param {Editor} editor */
  constructor(editor) {
    super();
    this.#editor = editor;
    const done = () => this.select();
    this.#select = new SelectTool(editor, (id) => this.connectFrom(id));
    this.#several = new SelectTool(editor, (id) => this.connectFrom(id), { name: 'select-several', cursor: 'copy', addsAlways: true });
    this.#connect = new ConnectTool(editor);
    this.#place = new PlaceTool(editor, done);
    this.#box = new BoxTool(editor, done);
    this.#current = this.#select;
    this.#current.activate();
  }

  /** The tool in hand. */
  get current() {
    return this.#current;
  }

  /** Take the tool that selects and moves. */
  select() {
    this.#take(this.#select);
  }

  /** Take the tool that selects several things one after the other. */
  selectSeveral() {
    this.#take(this.#several);
  }

  /**
   * Take the tool that joins click by click.
   * @param {boolean} [isForAccess] Whether it draws access only.
   */
  connect(isForAccess = false) {
    this.#connect.take(isForAccess);
    this.#take(this.#connect);
  }

  /**
   * Go on to join *id* with what is clicked next.
   * @param {string} id
   */
  connectFrom(id) {
    this.#connect.take(false);
    this.#take(this.#connect);
    this.#connect.startAt(id);
  }

  /**
   * Let the next click place *kind*.
   * @param {PlacedKind} kind
   */
  arm(kind) {
    if (kind === 'zone' || isShapeKind(kind)) {
      this.#box.take(kind);
      return this.#take(this.#box);
    }
    this.#place.take(kind);
    this.#take(this.#place);
  }

  /**
   * Put the tool away and select what is under *pointer*, unless it is selected already.
   * @param {Pointer} pointer
   */
  selectUnder(pointer) {
    this.select();
    this.#select.selectUnder(pointer);
  }

  /** Escape: give up what is on its way, else put the tool away, else select nothing. */
  escape() {
    if (this.#current.cancel()) return;
    if (this.#current === this.#select) this.#editor.selection.clear();
    else this.select();
  }

  /** @param {Tool} tool */
  #take(tool) {
    this.#current.deactivate();
    this.#current = tool;
    tool.activate();
    this.#editor.host.style.cursor = tool.cursor;
    this.dispatchEvent(new Event('changed'));
  }
}
