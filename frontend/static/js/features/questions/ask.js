/** Actions that first ask with what, or for whom. What asks is loaded when it is first needed. */

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {typeof import('./questions.js')} Questions */

/**
 * Return what asks a question of `questions.js` about the items *ids*.
 * @param {Editor} editor
 * @returns {(question: keyof Questions, ...ids: string[]) => void}
 */
export function connectQuestions(editor) {
  const ask = editor.lazy(() => import('./questions.js'), (questions, /** @type {keyof Questions} */ question, /** @type {readonly string[]} */ ids) =>
    questions[question](editor, ids));
  return (question, ...ids) => void ask(question, ids);
}
