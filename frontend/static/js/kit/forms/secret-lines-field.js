/** A field for a secret of several lines, such as a private key. It is hidden until somebody asks to see it. */

import { element } from '../dom.js';
import { addRevealButton, describeBy, linesField } from './fields.js';
import { line } from './form.js';
import { t } from '../../util/text.js';

/** @typedef {import('./fields.js').Field} Field */
/** @typedef {{ label: string, name: string, hint: string, read: () => string, write: (text: string) => void }} Binding */

/**
 * Return a field for a secret of several lines. A hidden secret can only be read as dots, and is not in the page at all:
 * neither eyes nor a screen reader find it, and nobody edits what they do not see; what is pasted takes its place. What is
 * typed into an empty field stays until the field is left, shown as discs.
 * @param {Binding} binding
 * @returns {Field}
 */
export function secretLinesField(binding) {
  let isAsked = false;
  const { read } = binding;
  const field = linesField({ ...binding, rows: 3, isMono: true, read: () => (input.readOnly ? hide(read()) : read()) });
  const input = /** @type {HTMLTextAreaElement} */ (field.element.querySelector('textarea'));
  const told = line(() => (input.readOnly ? t('To change it, show it, or paste another one.') : ''));
  const update = () => {
    const isTyping = input === document.activeElement && !input.readOnly;
    const isSecret = hide(read()) !== read();
    if (!isTyping) input.readOnly = isSecret && !isAsked;
    input.classList.toggle('is-masked', !isAsked);
    reveal.hidden = !isSecret;
    field.update();
    told.update();
  };
  const reveal = addRevealButton(input, element('div'), t('Show {name}', { name: binding.label }), (isHidden) => {
    isAsked = !isHidden;
    update();
  });
  describeBy(input, told.element);
  input.addEventListener('blur', update);
  input.addEventListener('paste', (event) => replaceByPaste(event, input, binding));
  field.element.append(told.element);
  return { element: field.element, update };
}

/** @param {string} text */
function hide(text) {
  return text.replace(/[^\n]/g, '•');
}

/**
 * Let what is pasted take the place of a secret that is hidden, or of nothing; into a secret that is shown it goes as usual.
 * @param {ClipboardEvent} event
 * @param {HTMLTextAreaElement} input
 * @param {Binding} binding
 */
function replaceByPaste(event, input, { write }) {
  const text = event.clipboardData?.getData('text/plain');
  if (!text || (!input.readOnly && input.value)) return;
  event.preventDefault();
  input.readOnly = true;
  write(text.replace(/\r\n?/g, '\n'));
}
