/** Menus that open at a button or at a point, with keyboard navigation. */

import { element, icon } from './dom.js';

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {() => void} [run]
 * @property {string} [href] Instead of `run`: a page to go to.
 * @property {string} [icon]
 * @property {string} [keys] The shortcut, as shown.
 * @property {boolean} [isDisabled]
 * @property {boolean} [isDanger]
 * @property {boolean} [isChecked] Whether it is switched on; without, it is nothing to switch.
 * @property {undefined} [heading] What tells it from a heading.
 */

/** @typedef {{ heading: string } & { [name in Exclude<keyof MenuItem, 'heading'>]?: undefined }} MenuHeading What the items after it have in common. */
/** @typedef {MenuItem | MenuHeading | null} MenuEntry null is a line between items. */

const GAP = 4;
/** So many entries stand below each other, where there is room for two columns. */
const LONGEST_COLUMN = 24;

/** @type {(() => void) | null} */
let closeOpen = null;

/**
 * Let *opener* open a menu of the entries that *list* returns.
 * @param {HTMLElement} opener
 * @param {() => MenuEntry[]} list
 */
export function attachMenu(opener, list) {
  const toggle = () => {
    if (opener.getAttribute('aria-expanded') === 'true') closeOpen?.();
    else open(opener, list());
  };
  opener.addEventListener('click', toggle);
  opener.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    open(opener, list());
  });
}

/**
 * Open a menu of *entries* at a point of the window; when it closes, the focus goes back to where it was.
 * @param {{ x: number, y: number }} point
 * @param {MenuEntry[]} entries
 */
export function openMenuAt(point, entries) {
  const menu = show(entries, document.activeElement);
  place(menu, new DOMRect(point.x, point.y, 0, 0));
}

/**
 * @param {HTMLElement} opener
 * @param {MenuEntry[]} entries
 */
function open(opener, entries) {
  opener.setAttribute('aria-expanded', 'true');
  const menu = show(entries, opener, () => opener.setAttribute('aria-expanded', 'false'));
  place(menu, opener.getBoundingClientRect());
}

/**
 * @param {MenuEntry[]} entries
 * @param {Element | null} origin
 * @param {() => void} [onClose]
 */
function show(entries, origin, onClose) {
  closeOpen?.();
  const listening = new AbortController();
  const menu = element('div', { class: 'menu', role: 'menu', tabindex: -1 });
  const close = (hasFocus = true) => {
    if (closeOpen !== closeThis) return;
    closeOpen = null;
    listening.abort();
    menu.remove();
    onClose?.();
    if (hasFocus && origin instanceof HTMLElement) origin.focus();
  };
  const closeThis = () => close();
  closeOpen = closeThis;
  menu.classList.toggle('is-wide', entries.length > LONGEST_COLUMN);
  fill(menu, entries, close);
  listen(menu, close, origin, listening.signal);
  (document.querySelector('main') ?? document.body).append(menu);
  focusItem(menu, 0);
  return menu;
}

/**
 * Put *entries* into *menu*; what comes after a heading is in a group of that name.
 * @param {HTMLElement} menu
 * @param {MenuEntry[]} entries
 * @param {() => void} close
 */
function fill(menu, entries, close) {
  let home = menu;
  for (const entry of entries) {
    if (entry === null) {
      home = menu;
      menu.append(element('div', { class: 'menu-line', role: 'separator' }));
    } else if (entry.heading !== undefined) {
      home = element('div', { class: 'menu-group', role: 'group', 'aria-label': entry.heading }, element('div', { class: 'menu-heading', 'aria-hidden': 'true' }, entry.heading));
      menu.append(home);
    } else home.append(itemOf(entry, close));
  }
}

/**
 * @param {MenuItem} item
 * @param {() => void} close
 */
function itemOf(item, close) {
  const picture = item.isChecked ? 'check' : item.icon;
  const content = [
    picture ? icon(picture) : element('span', { class: 'icon' }),
    element('span', { class: 'menu-label' }, item.label),
    item.keys ? element('kbd', {}, item.keys) : null,
  ];
  const isSwitch = item.isChecked !== undefined;
  const role = isSwitch ? { role: 'menuitemcheckbox', 'aria-checked': String(item.isChecked) } : { role: 'menuitem' };
  const attributes = { ...role, class: item.isDanger ? 'menu-item button-danger' : 'menu-item', tabindex: -1 };
  if (item.href) return element('a', { ...attributes, href: item.href }, ...content);
  const run = () => {
    close();
    item.run?.();
  };
  return element('button', { ...attributes, type: 'button', disabled: item.isDisabled, click: run }, ...content);
}

/**
 * @param {HTMLElement} menu
 * @param {(hasFocus?: boolean) => void} close
 * @param {Element | null} origin
 * @param {AbortSignal} signal
 */
function listen(menu, close, origin, signal) {
  menu.addEventListener('keydown', (event) => onKey(event, menu, close));
  const closeOutside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && (menu.contains(event.target) || origin?.contains(event.target))) return;
    close(false);
  };
  document.addEventListener('pointerdown', closeOutside, { capture: true, signal });
  window.addEventListener('resize', () => close(false), { signal });
  window.addEventListener('blur', () => close(false), { signal });
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} menu
 * @param {() => void} close
 */
function onKey(event, menu, close) {
  const items = itemsOf(menu);
  const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (event.key in moves) focusItem(menu, moves[/** @type {keyof typeof moves} */ (event.key)]);
  else if (event.key.length === 1) focusLetter(items, at, event.key.toLowerCase());
  else return;
  if (event.key !== ' ') event.preventDefault();
}

/** @param {HTMLElement} menu */
function itemsOf(menu) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll('.menu-item:not(:disabled)'))];
}

/**
 * @param {HTMLElement} menu
 * @param {number} index
 */
function focusItem(menu, index) {
  const items = itemsOf(menu);
  setFocus(items, items.at(index % (items.length || 1)) ?? menu);
}

/**
 * Only the item with the focus can be reached by Tab, so that the keyboard can scroll a menu that is too long.
 * @param {HTMLElement[]} items
 * @param {HTMLElement} target
 */
function setFocus(items, target) {
  for (const item of items) item.tabIndex = item === target ? 0 : -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest' });
}

/**
 * @param {HTMLElement[]} items
 * @param {number} at
 * @param {string} letter
 */
function focusLetter(items, at, letter) {
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = after.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter));
  if (found) setFocus(items, found);
}

/**
 * Put *menu* under *anchor*, or over it where there is no room, inside the window.
 * @param {HTMLElement} menu
 * @param {DOMRect} anchor
 */
function place(menu, anchor) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const hasRoom = anchor.bottom + GAP + height <= window.innerHeight;
  const top = hasRoom ? anchor.bottom + GAP : Math.max(GAP, anchor.top - GAP - height);
  const isRight = anchor.left + width > window.innerWidth - GAP;
  const left = isRight ? Math.max(GAP, Math.min(anchor.right, window.innerWidth - GAP) - width) : anchor.left;
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}
