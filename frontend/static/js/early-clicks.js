/**
 * Remembers what is pressed while the editor is still loading, the last button and the keys that are for the drawing, and
 * presses it again on the event `editorready`.
 * A classic script in the head of the editor's page: the modules would come too late to catch it.
 */
(() => {
  /** @type {HTMLElement | null} */
  let pressed = null;
  /** @type {KeyboardEvent[]} */
  const keys = [];

  const remember = (/** @type {Event} */ event) => {
    const button = event.target instanceof Element ? event.target.closest('button[id], button[data-sheet]') : null;
    if (button instanceof HTMLElement) pressed = button;
  };

  const rememberKey = (/** @type {KeyboardEvent} */ event) => {
    const isForDrawing = event.target === document.body || event.target === document.getElementById('canvas');
    if (isForDrawing && event.key !== 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) keys.push(event);
  };

  document.addEventListener('click', remember);
  document.addEventListener('keydown', rememberKey);
  document.addEventListener('editorready', () => {
    document.removeEventListener('click', remember);
    document.removeEventListener('keydown', rememberKey);
    pressed?.click();
    for (const { key, code, shiftKey } of keys) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
    }
  }, { once: true });
})();
