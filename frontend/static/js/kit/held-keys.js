/**
 * Holds what is typed while a dialog that one types in is still being loaded, and gives it to the dialog: on the drawing its
 * letters would take tools in hand, and its Backspace would delete what is selected.
 */

/** Keys that change what others write, and write nothing. */
const MODIFIERS = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift']);

/**
 * Hold what is typed from now on for the first field of a dialog that gets the focus. Enter counts where something was typed
 * before: who presses it twice, because nothing came, has chosen nothing yet. Escape, Tab, keys with Ctrl, those from F1 on
 * and the pointer end it: they are for something else, which may be another dialog.
 * @returns {() => void} What ends it, when nothing opens.
 */
export function holdKeys() {
  let text = '';
  let isEntered = false;
  const ending = new AbortController();
  const end = () => ending.abort();

  const hold = (/** @type {KeyboardEvent} */ event) => {
    // A command leaves the focus where it was, and in a field of the panel a name would be written over.
    const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null;
    if (MODIFIERS.has(event.key) || event.isComposing || isInDialog) return;
    if (isCommand(event)) return end();
    event.preventDefault();
    event.stopPropagation();
    if (isEntered || event.repeat) return;
    if (event.key === 'Enter') isEntered = text !== '';
    else if (event.key === 'Backspace') text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
  };
  const give = (/** @type {FocusEvent} */ { target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest('dialog')) return;
    end();
    // The dialog may still select what is in its field.
    if (text) queueMicrotask(() => type(target, text, isEntered));
  };

  document.addEventListener('keydown', hold, { capture: true, signal: ending.signal });
  document.addEventListener('pointerdown', end, { capture: true, signal: ending.signal });
  document.addEventListener('focusin', give, { signal: ending.signal });
  return end;
}

/**
 * Return whether *press* is no typing. Windows has Ctrl and Alt down where AltGr is, by which `@` and brackets are written.
 * @param {KeyboardEvent} press
 */
function isCommand(press) {
  const isModified = press.ctrlKey || press.metaKey || press.altKey;
  return press.key === 'Escape' || press.key === 'Tab' || /^F\d/.test(press.key) || (isModified && !press.getModifierState('AltGraph'));
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 * @param {boolean} isEntered
 */
function type(field, text, isEntered) {
  field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  if (isEntered) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
}
