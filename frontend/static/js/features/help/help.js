/** The help on keys. The dialog is loaded when somebody first asks for it. */

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
