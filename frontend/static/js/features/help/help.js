/** The help dialog with all shortcuts, loaded when it is first opened. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ show: () => Promise<void> }} Help */

/**
 * Return what shows the keys of all actions.
 * @param {Editor} editor
 * @returns {Help}
 */
export function connectHelp(editor) {
  return { show: editor.lazy(() => import('./shortcuts-dialog.js'), ({ groupsOf, showShortcuts }) => showShortcuts(groupsOf(editor))) };
}
