/** A field for numbers that also takes placeholders such as `{n}` and tokens, and marks text that is neither. */

import { element } from '../../../kit/dom.js';
import { complain, describeBy, textField } from '../../../kit/forms/fields.js';
import { clamp } from '../../../util/geometry.js';
import { t } from '../../../util/text.js';

/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {'integer' | 'port'} Numeral */

/** What guacd takes. */
const RANGES = {
  integer: { least: -(2 ** 31), most: 2 ** 31 - 1, complaint: t('Type a whole number up to 2,147,483,647.') },
  port: { least: 1, most: 65_535, complaint: t('Ports are 1 to 65,535.') },
};

/**
 * Return a field for a number of the *kind*. Whatever is typed is written, so that nothing is lost. Arrow keys go up
 * and down from a whole number, or from the placeholder.
 * @param {import('../../../kit/forms/fields.js').Binding<string> & { list?: string[] }} binding
 * @param {Numeral} kind
 * @param {() => boolean} [needsLetters] Whether `{n}` and `{pod}` count here, which keys for digits do not have.
 * @returns {Field}
 */
export function numeralField(binding, kind, needsLetters = () => false) {
  const field = textField({ ...binding, isMono: true });
  const input = /** @type {HTMLInputElement} */ (field.element.querySelector('input'));
  const complaint = element('p', { class: 'field-error', hidden: true });
  input.after(complaint);
  describeBy(input, complaint);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const next = step && !binding.list?.length && stepFrom(kind, input.value || input.placeholder, step);
    if (!next) return;
    event.preventDefault();
    binding.write(next);
  });
  const update = () => {
    field.update();
    input.inputMode = needsLetters() ? 'text' : 'numeric';
    complain(input, complaint, complaintOn(kind, input.value));
  };
  return { element: field.element, update };
}

/**
 * Return what is wrong with *text* as a number of the *kind*, or nothing. What has braces is known only later.
 * @param {Numeral} kind
 * @param {string} text
 */
export function complaintOn(kind, text) {
  const { least, most, complaint } = RANGES[kind];
  if (text === '' || text.includes('{')) return '';
  const isNumber = /^[ \t\n\v\f\r]*[+-]?\d{1,19}$/.test(text);
  return isNumber && Number(text) >= least && Number(text) <= most ? '' : complaint;
}

/**
 * Return the number that is *step* after that in *text*, or nothing where there is none.
 * @param {Numeral} kind
 * @param {string} text
 * @param {number} step
 */
export function stepFrom(kind, text, step) {
  const { least, most } = RANGES[kind];
  return /^-?\d{1,10}$/.test(text) ? String(clamp(Number(text) + step, least, most)) : '';
}
