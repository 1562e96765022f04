/** The export of pictures, loaded when it is first used. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ exportPicture: () => Promise<void> }} Pictures */

/**
 * Return what asks for a picture and downloads it.
 * @param {Editor} editor
 * @returns {Pictures}
 */
export function connectPictures(editor) {
  return { exportPicture: editor.lazy(() => import('./export-picture.js'), ({ exportPicture }) => exportPicture(editor)) };
}
