/**
 * Remembers the last button that was pressed while the editor was still loading, and clicks it again on the event `editorready`.
 * A classic script in the head of the editor's page: the modules would come too late to catch the click.
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
