/** Tidying up, and lining up, loaded when they are first used. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ run: (style: string) => Promise<void>, lineUp: (way: string) => Promise<void> }} Tidy */

/**
 * Return what tidies up in a style, such as `tiers`, and lines up in a way that an action is named by.
 * @param {Editor} editor
 * @returns {Tidy}
 */
export function connectTidy(editor) {
  return {
    run: editor.lazy(() => import('./tidy-up.js'), ({ tidyUp }, /** @type {string} */ style) => tidyUp(editor, style)),
    lineUp: editor.lazy(() => import('./line-up.js'), ({ lineUp }, /** @type {string} */ way) => lineUp(editor, way)),
  };
}
