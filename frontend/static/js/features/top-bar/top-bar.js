/** The title field and the undo and redo buttons of the top bar. */

import { byId } from '../../kit/dom.js';
import { setTitle } from '../../model/commands/settings.js';
import { DEFAULT_TITLE } from '../../model/diagram.js';
import { shownTitle } from '../../model/shown-title.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */

/**
 * Let the title be changed, and changes be undone.
 * @param {Editor} editor
 */
export function connectTopBar(editor) {
  connectTitle(/** @type {HTMLInputElement} */ (byId('title')), editor);
  connectUndo(/** @type {HTMLButtonElement} */ (byId('undo')), /** @type {HTMLButtonElement} */ (byId('redo')), editor);
}

/**
 * Let *input* show and change the title of the diagram; as long as it has none, what it holds.
 * @param {HTMLInputElement} input
 * @param {Editor} editor
 */
function connectTitle(input, { model, stack }) {
  const show = () => {
    const title = shownTitle(model);
    if (input.value !== title) input.value = title;
    document.title = `${title} · Labmapper`;
  };
  input.addEventListener('input', () => stack.execute(setTitle(model, input.value, { mergeKey: 'title' })));
  input.addEventListener('blur', () => {
    if (input.value.trim() === '') stack.execute(setTitle(model, DEFAULT_TITLE));
    stack.seal();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'Escape') input.blur();
  });
  stack.addEventListener('changed', show);
  show();
}

/**
 * Let two buttons undo and redo, and say what.
 * @param {HTMLButtonElement} undo
 * @param {HTMLButtonElement} redo
 * @param {Editor} editor
 */
function connectUndo(undo, redo, { actions, stack }) {
  const show = () => {
    const [undone, redone] = [stack.undoLabel, stack.redoLabel];
    label(undo, undone === null ? null : t('Undo: {step}', { step: undone }), t('Undo'), t('Nothing to undo'), actions.keysOf('undo'));
    label(redo, redone === null ? null : t('Redo: {step}', { step: redone }), t('Redo'), t('Nothing to redo'), actions.keysOf('redo'));
  };
  undo.addEventListener('click', () => stack.undo());
  redo.addEventListener('click', () => stack.redo());
  stack.addEventListener('changed', show);
  show();
}

/**
 * @param {HTMLButtonElement} button
 * @param {string | null} step What it does now, null where there is nothing to do.
 * @param {string} verb
 * @param {string} nothing
 * @param {string} keys
 */
function label(button, step, verb, nothing, keys) {
  // A disabled button would lose the focus: the last undo by keyboard must not throw one out of the bar.
  button.disabled = step === null && document.activeElement !== button;
  button.setAttribute('aria-disabled', String(step === null));
  button.setAttribute('aria-label', step ?? verb);
  button.title = step === null ? nothing : t('{label} ({keys})', { label: step, keys });
}
