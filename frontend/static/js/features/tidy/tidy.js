/** Tidying up, loaded when it is first used. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ run: (style: string) => Promise<void> }} Tidy */

/**
 * Return what tidies up in a style: `tiers`, `force` or `grid`.
 * @param {Editor} editor
 * @returns {Tidy}
 */
export function connectTidy(editor) {
  return { run: editor.lazy(() => import('./tidy-up.js'), ({ tidyUp }, /** @type {string} */ style) => tidyUp(editor, style)) };
}
