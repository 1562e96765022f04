/** The dialog that asks for a line of text comes with the first question. */

/** @typedef {import('../panels/text-dialog.js').TextQuestion} TextQuestion */

/**
 * Return what asks for a line of text.
 * @param {import('./late.js').Late} late
 */
export function createAskForText(late) {
  return late(() => import('../panels/text-dialog.js'), ({ askForText }, /** @type {TextQuestion} */ question) => askForText(question));
}
