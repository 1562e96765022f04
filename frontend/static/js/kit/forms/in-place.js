/** Ends editing in place: Enter and leaving the field keep the text, Escape does not. */

/**
 * Call *end* once when somebody is through with *input*. Enter or leaving it keeps what was typed, Escape does not.
 * @param {HTMLElement} input
 * @param {(isKept: boolean, isLeft: boolean) => void} end Is told, too, whether the focus is on its way to something else.
 * @param {{ hasLines?: boolean }} [options] Whether Enter begins a line, and ends it only with Ctrl.
 */
export function whenTyped(input, end, { hasLines = false } = {}) {
  let isOver = false;
  const finish = (/** @type {boolean} */ isKept, isLeft = false) => {
    if (isOver) return;
    isOver = true;
    end(isKept, isLeft);
  };
  input.addEventListener('keydown', (event) => {
    event.stopPropagation();
    // While a character is composed, these keys belong to that.
    if (event.isComposing) return;
    if (event.key === 'Escape') finish(false);
    else if (event.key === 'Enter' && (!hasLines || event.ctrlKey)) finish(true);
  });
  input.addEventListener('blur', (event) => finish(true, event.relatedTarget !== null));
}
