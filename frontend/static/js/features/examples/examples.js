/** The examples, loaded with their dialog when it is first opened. */

import { loadExamples } from '../../server/reference.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {{ choose: () => Promise<void> }} Examples */

/**
 * Return what lets somebody begin with an example.
 * @param {Editor} editor
 * @returns {Examples}
 */
export function connectExamples(editor) {
  const load = () => Promise.all([import('./examples-dialog.js'), loadExamples(editor.urls.examples)]);
  return { choose: editor.lazy(load, ([{ showExamples }, examples]) => showExamples(editor, examples)) };
}
