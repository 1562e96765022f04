/** Actions that first ask with what, or for whom. What asks is loaded when it is first needed, or soon will be. */

import { loadLazyStyles } from '../../kit/lazy-load.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {typeof import('./questions.js')} Questions */

const load = () => import('./questions.js');

/**
 * Return what asks a question of `questions.js` about the items *ids*. It has `prepare`, to have that come meanwhile: until it has
 * come, one does not see what one types.
 * @param {Editor} editor
 * @returns {((question: keyof Questions, ...ids: string[]) => void) & { prepare: () => void }}
 */
export function connectQuestions(editor) {
  const ask = editor.lazy(load, (questions, /** @type {keyof Questions} */ question, /** @type {readonly string[]} */ ids) =>
    questions[question](editor, ids), { isTypedIn: true });
  // Where it does not come, asking says so.
  const prepare = () => void Promise.all([load(), loadLazyStyles()]).catch(() => {});
  return Object.assign((/** @type {keyof Questions} */ question, /** @type {string[]} */ ...ids) => void ask(question, ids), { prepare });
}
