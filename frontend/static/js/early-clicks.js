/**
 * What is pressed before the editor is there happens once it is: its event `editorready` presses the last button again.
 * A classic script in the head of the editor's page, because the modules come after what they would have to catch.
 */
(() => {
  /** @type {HTMLElement | null} */
  let pressed = null;

  const remember = (/** @type {Event} */ event) => {
    const button = event.target instanceof Element ? event.target.closest('button[id], button[data-sheet]') : null;
    if (button instanceof HTMLElement) pressed = button;
  };

  document.addEventListener('click', remember);
  document.addEventListener('editorready', () => {
    document.removeEventListener('click', remember);
    pressed?.click();
  }, { once: true });
})();
