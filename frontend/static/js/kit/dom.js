/** Helpers to build DOM elements. Text always becomes a text node, never markup. */

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Return a new *tag* element. An attribute that is a function listens to the event of its name, true sets an empty
 * attribute, and false, null or undefined leaves it away.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children.filter(isShown));
  return made;
}

/**
 * Return the line icon *name* of img/icons.svg.
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/**
 * Return a button that shows *iconName*, *label* or both. Without a visible label, *title* is what it is called.
 * @param {object} options
 * @param {() => void} options.onClick
 * @param {string} [options.label]
 * @param {string} [options.icon]
 * @param {string} [options.title]
 * @param {string} [options.classes] Further classes, for example `button-quiet`.
 * @returns {HTMLButtonElement}
 */
export function button({ onClick, label, icon: iconName, title, classes = '' }) {
  const shape = label ? '' : ' button-icon';
  const attributes = { type: 'button', class: `button${shape} ${classes}`.trim(), click: onClick };
  const name = label ? { title } : { 'aria-label': title, title };
  return element('button', { ...attributes, ...name }, iconName ? icon(iconName) : null, label);
}

/**
 * Return the element *id* of the page, which must be there.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element '${id}'`);
  return found;
}

/**
 * @param {HTMLElement} made
 * @param {string} name
 * @param {unknown} value
 */
function setAttribute(made, name, value) {
  if (typeof value === 'function') made.addEventListener(name, /** @type {EventListener} */ (value));
  else if (value === true) made.setAttribute(name, '');
  else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
}

/**
 * @param {Child} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

/**
 * Return whether keys that go to *target* write there.
 * @param {EventTarget | null} target
 * @returns {boolean}
 */
export function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;
}
