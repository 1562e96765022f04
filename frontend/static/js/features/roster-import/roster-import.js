/** Lists of people from spreadsheets and mails: the dialog that shows them first is loaded when it is first used. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ open: (id: string, given?: string | File) => Promise<void> }} RosterImport */

/**
 * Return what opens the dialog for the users node *id*, with a text or a file where one is given.
 * @param {Editor} editor
 * @returns {RosterImport}
 */
export function connectRosterImport(editor) {
  return { open: editor.lazy(() => import('./import-dialog.js'), ({ openImport }, /** @type {string} */ id, /** @type {string | File | undefined} */ given) => openImport(editor, id, given)) };
}
