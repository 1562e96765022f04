/**
 * Loads the parts of the inspector that the first visit does not need, with the help on parameters, once the drawing has an
 * item.
 */

import { line, shaped } from '../../kit/forms/form.js';
import { loadLazyStyles } from '../../kit/lazy-load.js';
import { addHelp } from '../../server/catalogue.js';
import { loadHelp } from '../../server/reference.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../../kit/forms/fields.js').Field} Field */

/** @type {typeof import('./more-parts.js') | null} */
let parts = null;

/**
 * Load the parts, and what parameters mean, from the first item on: before, there is no parameter to ask about. What does
 * not come is asked for again with the next change.
 * @param {Editor} editor
 * @param {() => void} onLoaded
 */
export function loadWithFirstItem({ catalogue, model, stack, urls }, onLoaded) {
  let isAsked = false;
  const load = async () => {
    if (isAsked || model.isEmpty) return;
    isAsked = true;
    try {
      const [help, loaded] = await Promise.all([loadHelp(urls.help), import('./more-parts.js'), loadLazyStyles()]);
      addHelp(catalogue, help);
      parts = loaded;
      onLoaded();
    } catch {
      isAsked = false;
    }
  };
  stack.addEventListener('changed', () => void load());
  void load();
}

/**
 * Return the part that *build* makes of what was loaded, once it is.
 * @param {(loaded: typeof import('./more-parts.js')) => Field[]} build
 * @param {object} [options]
 * @param {string} [options.classes]
 * @param {boolean} [options.isQuiet] Whether nothing is said meanwhile, because another part of the form says it.
 * @returns {Field}
 */
export function lazyPart(build, { classes, isQuiet = false } = {}) {
  const waiting = () => (isQuiet ? [] : [line(() => t('Loading …'))]);
  return shaped(() => String(parts === null), () => (parts ? build(parts) : waiting()), classes);
}

/**
 * Return *field*, and from when the parts are loaded on what *extend* makes of it, around the same element.
 * @param {Field} field
 * @param {(loaded: typeof import('./more-parts.js')) => Field} extend
 * @returns {Field}
 */
export function lazily(field, extend) {
  /** @type {Field | null} */
  let extended = null;
  return {
    element: field.element,
    update: () => {
      if (parts) extended ??= extend(parts);
      (extended ?? field).update();
    },
  };
}
