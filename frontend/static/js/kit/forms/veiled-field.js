/** A multi-line field whose secret lines are hidden until somebody asks to see them. */

import { element } from '../dom.js';
import { addRevealButton, describeBy, linesField } from './fields.js';
import { line } from './form.js';
import { t } from '../../util/text.js';

/** @typedef {import('./fields.js').Field} Field */

/**
 * Return a field for a text that *hide* hides: it returns what is shown instead, and the text itself where there is
 * nothing to hide. Hidden text can only be read, and is not in the page at all: neither eyes nor a screen reader find
 * it, and nobody edits what they do not see. What is typed into a field that hid nothing stays until it is left; where
 * the field is blind, as discs.
 * @param {object} binding
 * @param {string} binding.label
 * @param {string} binding.name
 * @param {string} binding.hint
 * @param {number} binding.rows
 * @param {() => string} binding.read
 * @param {(text: string) => void} binding.write
 * @param {(text: string) => string} binding.hide
 * @param {string} binding.eye What the button that shows the text is called.
 * @param {boolean} [binding.isBlind]
 * @param {string} binding.way What is said under hidden text: how to change it.
 * @returns {Field}
 */
function veiledField({ hide, eye: title, way, isBlind = false, ...binding }) {
  let isAsked = false;
  const { read } = binding;
  const field = linesField({ ...binding, isMono: true, read: () => (input.readOnly ? hide(read()) : read()) });
  const input = /** @type {HTMLTextAreaElement} */ (field.element.querySelector('textarea'));
  const told = line(() => (input.readOnly ? way : ''));
  const update = () => {
    const isTyping = input === document.activeElement && !input.readOnly;
    const isSecret = hide(read()) !== read();
    if (!isTyping) input.readOnly = isSecret && !isAsked;
    input.classList.toggle('is-masked', isBlind && !isAsked);
    eye.hidden = !isSecret;
    field.update();
    told.update();
  };
  const eye = addRevealButton(input, element('div'), title, (isHidden) => {
    isAsked = !isHidden;
    update();
  });
  describeBy(input, told.element);
  input.addEventListener('blur', update);
  field.element.append(told.element);
  return { element: field.element, update };
}

/**
 * Return a field for a secret of several lines; what is pasted takes the place of what is hidden.
 * @param {Pick<Parameters<typeof veiledField>[0], 'label' | 'name' | 'hint' | 'read' | 'write'>} binding
 * @returns {Field}
 */
export function secretLinesField(binding) {
  const field = veiledField({
    ...binding,
    rows: 3,
    hide: (text) => text.replace(/[^\n]/g, '•'),
    eye: t('Show {name}', { name: binding.label }),
    way: t('To change it, show it, or paste another one.'),
    isBlind: true,
  });
  field.element.addEventListener('paste', (event) => {
    const input = /** @type {HTMLTextAreaElement} */ (event.target);
    const text = event.clipboardData?.getData('text/plain');
    if (!text || (!input.readOnly && input.value)) return;
    event.preventDefault();
    input.readOnly = true;
    binding.write(text.replace(/\r\n?/g, '\n'));
  });
  return field;
}
