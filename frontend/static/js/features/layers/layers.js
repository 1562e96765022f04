/** The layers of the drawing: a dialog that shows, hides and locks them, loaded when it is first opened. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ show: () => Promise<void>, put: () => Promise<void> }} LayersFeature */

/**
 * Return what shows the layers, and what asks on which layer what is selected goes.
 * @param {Editor} editor
 * @returns {LayersFeature}
 */
export function connectLayers(editor) {
  const load = () => import('./layers-dialog.js');
  return {
    show: editor.lazy(load, ({ showLayers }) => showLayers(editor)),
    put: editor.lazy(load, ({ askForLayer }) => askForLayer(editor), { isTypedIn: true }),
  };
}
