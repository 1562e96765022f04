/** The history of the diagram, loaded when it is first opened. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ show: () => Promise<void>, save: () => Promise<void>, saveVersion: () => Promise<void> }} HistoryFeature */

/**
 * Return what shows the history, what saves and says so, and what saves a named version.
 * @param {Editor} editor
 * @returns {HistoryFeature}
 */
export function connectHistory(editor) {
  const load = () => import('./versions.js');
  return {
    show: editor.lazy(load, ({ Versions }) => new Versions(editor).show()),
    save: editor.lazy(load, ({ Versions }) => new Versions(editor).save()),
    saveVersion: editor.lazy(load, ({ Versions }) => new Versions(editor).saveVersion(), { isTypedIn: true }),
  };
}
