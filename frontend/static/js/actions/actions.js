/**
 * What one can do in the editor: what a record of an action says, and how keys, menus and lists find the records.
 *
 * The records stand in `table.js`. The tool bar, menus, command palette, help dialog, keyboard and outline read them
 * through `editor.actions`; none of them names actions of its own.
 */

import { namesOfPress, showKeys } from './keys.js';
import { LONGEST_PLAIN_MENU, SECTION_TITLES } from './menu-sections.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('../kit/menu.js').MenuEntry} MenuEntry */
/** @typedef {import('../kit/menu.js').MenuItem} MenuItem */
/** @typedef {'Edit' | 'Select' | 'Arrange' | 'Draw' | 'View' | 'Editor' | 'Place'} Group The headings of the help dialog. */
/** @typedef {'main' | 'export' | 'tidy' | 'view' | 'tools' | 'canvas' | 'empty-canvas' | 'selection' | 'outline'} MenuName */

/**
 * @typedef {object} Action
 * @property {string} name
 * @property {string} label What the help dialog and the command palette call it.
 * @property {string | ((editor: Editor) => string)} [short] What menus and the tool bar call it, where that is not the label.
 * @property {(editor: Editor) => string} [now] What the command palette calls it, where that depends on the drawing.
 * @property {string} [hint] What the tool bar says on hover, where that is not the label.
 * @property {string | ((editor: Editor) => string)} [icon]
 * @property {string} [words] What else one may type to find it.
 * @property {readonly string[]} [keys] Such as `Ctrl+Z`; the first is the one that is shown.
 * @property {'canvas' | 'everywhere' | 'outline'} [scope] Where its keys work. `canvas`: only while the focus is on the
 *   drawing, so that arrows and letters stay free in the panels. `everywhere`: also while somebody types. `outline`: in
 *   the outline alone. Without: wherever nobody types.
 * @property {Group} [group] The heading under which the help dialog shows its keys; without, it does not show them.
 * @property {true} [isNative] Its keys arrive as events of the browser's own (copy, cut, paste).
 * @property {true} [isShared] While it is not possible, its key does what it does in the browser.
 * @property {true} [isUnlisted] Not in the command palette: it is quicker by hand, or depends on where one points.
 * @property {true} [isDanger]
 * @property {Readonly<Partial<Record<MenuName, number>>>} [menus] Its place in each menu it is in; each ten is a section.
 * @property {string} [tool] The tool that it takes in hand.
 * @property {true} [isForTouch] In the tool bar only where there is a touch screen: whoever has a keyboard has a key for it.
 * @property {string} [picture] The kind of item whose picture the command palette shows.
 * @property {(editor: Editor) => boolean} [isChecked] Whether it is switched on; without, it is nothing to switch.
 * @property {(editor: Editor) => boolean} [isOffered] Whether lists and menus have it at all; without, they do.
 * @property {(editor: Editor) => boolean} [isEnabled] Whether it is possible now; without, it always is.
 * @property {(editor: Editor) => string} [href] The page that it goes to, in place of `run`.
 * @property {(editor: Editor) => void} [run]
 */

export class Actions {
  #editor;
  #actions;

  /**
   * @param {Editor} editor What the actions act on.
   * @param {readonly Action[]} actions Each with a name of its own; an error is thrown where two have the same.
   */
  constructor(editor, actions) {
    this.#editor = editor;
    this.#actions = new Map(actions.map((action) => [action.name, action]));
    if (this.#actions.size < actions.length) throw new Error('Two actions have the same name');
  }

  /** @returns {Action[]} All actions, in the order of the table. */
  get all() {
    return [...this.#actions.values()];
  }

  /**
   * Return the action *name*. Throws an error where there is none.
   * @param {string} name
   * @returns {Action}
   */
  get(name) {
    const action = this.#actions.get(name);
    if (!action) throw new Error(`There is no action '${name}'`);
    return action;
  }

  /**
   * Return whether *action* is possible now.
   * @param {Action} action
   * @returns {boolean}
   */
  isEnabled({ isEnabled, isOffered }) {
    return (isOffered?.(this.#editor) ?? true) && (isEnabled?.(this.#editor) ?? true);
  }

  /**
   * Do the action *name*, or nothing while it is not possible.
   * @param {string} name
   */
  run(name) {
    const action = this.get(name);
    if (!this.isEnabled(action)) return;
    if (action.href) location.assign(action.href(this.#editor));
    else action.run?.(this.#editor);
  }

  /**
   * Return the action whose keys *press* are, or null. What a key writes counts before where it is: a German plus is
   * where the bracket is elsewhere.
   * @param {import('./keys.js').KeyPress} press
   * @param {boolean} [isInOutline] Whether the keys of the outline are meant.
   * @returns {Action | null}
   */
  find(press, isInOutline = false) {
    const meant = this.all.filter(({ scope }) => (scope === 'outline') === isInOutline);
    for (const name of namesOfPress(press)) {
      const action = meant.find(({ keys }) => keys?.includes(name));
      if (action) return action;
    }
    return null;
  }

  /**
   * Return the keys of the action *name* as they are shown, or an empty text.
   * @param {string} name
   */
  keysOf(name) {
    return shownKeys(this.get(name)) ?? '';
  }

  /**
   * Return the actions of the menu *name* in its order.
   * @param {MenuName} name
   * @returns {Action[]}
   */
  inMenu(name) {
    const members = this.all.filter(({ menus, isOffered }) => menus?.[name] && (isOffered?.(this.#editor) ?? true));
    return members.sort((a, b) => placeIn(a, name) - placeIn(b, name));
  }

  /**
   * Return the entries of the menu *name*, with lines between its sections; where there are many, with headings over them.
   * @param {MenuName} name
   * @param {{ hidesDisabled?: boolean }} [options] Whether what is not possible now is left out, rather than grey.
   * @returns {MenuEntry[]}
   */
  menu(name, { hidesDisabled = false } = {}) {
    const shown = this.inMenu(name).filter((action) => !hidesDisabled || this.isEnabled(action));
    const titles = (shown.length > LONGEST_PLAIN_MENU && SECTION_TITLES[name]) || {};
    return shown.flatMap((action, place) => {
      const section = sectionIn(action, name);
      const isNewSection = place === 0 || sectionIn(shown[place - 1], name) !== section;
      /** @type {MenuEntry[]} */
      const parting = titles[section] ? [{ heading: titles[section] }] : place > 0 ? [null] : [];
      return isNewSection ? [...parting, this.#entryOf(action)] : [this.#entryOf(action)];
    });
  }

  /**
   * Return what the command palette offers.
   * @returns {{ action: Action, label: string, keys: string | undefined }[]}
   */
  listed() {
    const offered = this.all.filter((action) => !action.isUnlisted && this.isEnabled(action));
    return offered.map((action) => ({ action, label: action.now?.(this.#editor) ?? action.label, keys: shownKeys(action) }));
  }

  /** @param {string | ((editor: Editor) => string) | undefined} text */
  #now(text) {
    return typeof text === 'function' ? text(this.#editor) : text;
  }

  /**
   * @param {Action} action
   * @returns {MenuItem}
   */
  #entryOf(action) {
    const { name, label, short, icon, isDanger, isChecked, href } = action;
    return {
      label: this.#now(short) ?? label,
      icon: this.#now(icon),
      isDanger,
      keys: isChecked ? undefined : shownKeys(action),
      isChecked: isChecked?.(this.#editor),
      isDisabled: !this.isEnabled(action),
      ...(href ? { href: href(this.#editor) } : { run: () => this.run(name) }),
    };
  }
}

/** @param {Action} action */
function shownKeys({ keys }) {
  return keys?.[0] === undefined ? undefined : showKeys(keys[0]);
}

/**
 * @param {Action} action
 * @param {MenuName} menu
 */
function placeIn({ menus }, menu) {
  return menus?.[menu] ?? 0;
}

/**
 * @param {Action} action
 * @param {MenuName} menu
 */
function sectionIn(action, menu) {
  return Math.floor(placeIn(action, menu) / 10);
}
