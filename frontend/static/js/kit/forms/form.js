/** Layout of forms: sections, lines of text, and parts that are rebuilt when their shape changes. */

import { element } from '../dom.js';

/** @typedef {import('./fields.js').Field} Field */

/**
 * Return a part that is built anew whenever what *shape* returns has changed; the focus stays on the same field.
 * @param {() => string} shape
 * @param {() => Field[]} build
 * @param {string} [classes]
 * @returns {Field}
 */
export function shaped(shape, build, classes = 'form-part') {
  const box = element('div', { class: classes });
  /** @type {string | null} */
  let last = null;
  /** @type {Field[]} */
  let fields = [];
  const rebuild = () => {
    const focused = box.contains(document.activeElement) ? document.activeElement?.getAttribute('name') : null;
    fields = build();
    box.replaceChildren(...fields.map((field) => field.element));
    if (focused) /** @type {HTMLElement | null} */ (box.querySelector(`[name="${CSS.escape(focused)}"]`))?.focus();
  };
  const update = () => {
    const next = shape();
    if (next !== last) rebuild();
    last = next;
    for (const field of fields) field.update();
  };
  return { element: box, update };
}

/**
 * Return a section called *title* with *fields* in it, and *actions* beside the title. The first section of a form
 * needs no title that can be seen: the head of the form is above it.
 * @param {string} title
 * @param {Field[]} fields
 * @param {{ actions?: HTMLElement[], isFirst?: boolean }} [options]
 * @returns {Field}
 */
export function section(title, fields, { actions = [], isFirst = false } = {}) {
  const head = isFirst ? null : element('div', { class: 'section-head' }, element('h3', {}, title), ...actions);
  return {
    element: element('section', { class: 'section', 'aria-label': title }, head, ...fields.map((field) => field.element)),
    update: () => fields.forEach((field) => field.update()),
  };
}

/**
 * Return a part that shows the text that *read* returns, and nothing where that is empty.
 * @param {() => string} read
 * @param {string} [classes]
 * @returns {Field}
 */
export function line(read, classes = 'field-hint') {
  const shown = element('p', { class: classes });
  const update = () => {
    const text = read();
    if (shown.textContent !== text) shown.textContent = text;
    shown.hidden = text === '';
  };
  return { element: shown, update };
}

/**
 * Return *made* as a part that never changes.
 * @param {HTMLElement} made
 * @returns {Field}
 */
export function fixed(made) {
  return { element: made, update: () => {} };
}
