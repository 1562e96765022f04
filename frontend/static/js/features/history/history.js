/** The history of the diagram, loaded when it is first opened. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ show: () => Promise<void>, saveVersion: () => Promise<void> }} HistoryFeature */

/**
 * Return what shows the history, and what saves a named version.
 * @param {Editor} editor
 * @returns {HistoryFeature}
 */
export function connectHistory(editor) {
  const load = () => import('./versions.js');
  return {
    show: editor.lazy(load, ({ Versions }) => new Versions(editor).show()),
    saveVersion: editor.lazy(load, ({ Versions }) => new Versions(editor).saveVersion()),
  };
}
