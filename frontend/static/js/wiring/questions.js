/** The dialog that asks for a line of text comes with the first question. */

/** @typedef {import('../kit/dialogs/text-dialog.js').TextQuestion} TextQuestion */

/**
 * Return what asks for a line of text.
 * @param {import('../kit/lazy-load.js').LazyLoad} lazy
 */
export function createAskForText(lazy) {
  return lazy(() => import('../kit/dialogs/text-dialog.js'), ({ askForText }, /** @type {TextQuestion} */ question) => askForText(question));
}
