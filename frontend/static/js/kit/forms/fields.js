/**
 * Form fields bound to a value: each reads it, writes it on input, and can be updated. A field that has the focus is not
 * overwritten. Several items with unlike values read as MIXED.
 */

import { button, element, icon } from '../dom.js';
import { number, t } from '../../util/text.js';

/** What a field reads when the selected items do not agree. */
export const MIXED = Symbol('mixed');

/**
 * @template T
 * @typedef {object} Binding
 * @property {string} label
 * @property {string} name Tells the field from its neighbours, also after the panel was built anew.
 * @property {() => T | typeof MIXED} read
 * @property {(value: T) => void} write
 * @property {string} [hint]
 * @property {string} [placeholder]
 */

/** @typedef {{ element: HTMLElement, update: () => void }} Field */
/** @typedef {{ value: string, label: string }} Option */

let serial = 0;

/**
 * A line of text.
 * @param {Binding<string> & { isMono?: boolean, list?: string[], longest?: number }} binding
 * @returns {Field}
 */
export function textField(binding) {
  const { read, write, placeholder = '', isMono = false, list, longest } = binding;
  const input = element('input', {
    class: isMono ? 'input mono' : 'input',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    maxlength: longest,
    input: () => write(input.value),
  });
  const options = list?.length ? element('datalist', { id: nextId() }, ...list.map((value) => element('option', { value }))) : null;
  if (options) input.setAttribute('list', options.id);
  return {
    element: framed(binding, input, options),
    update: () => show(input, read(), placeholder),
  };
}

/**
 * A text that is hidden until asked, by a button called *eye*.
 * @param {Binding<string> & { eye?: string }} binding
 * @returns {Field}
 */
export function secretField(binding) {
  const field = textField({ ...binding, isMono: true });
  const input = /** @type {HTMLInputElement} */ (field.element.querySelector('input'));
  input.type = 'password';
  input.autocomplete = 'new-password';
  // Browsers expect a password in a form with a user name; this one is sent nowhere.
  const box = element('form', { submit: (/** @type {Event} */ event) => event.preventDefault() },
    element('input', { type: 'text', autocomplete: 'username', hidden: true, 'aria-hidden': 'true', tabindex: -1 }));
  addRevealButton(input, box, binding.eye ?? t('Show {name}', { name: binding.label }), (isHidden) => (input.type = isHidden ? 'password' : 'text'));
  return field;
}

/**
 * Put *input*, which is hidden now, into *box*, with a button called *title* that shows and hides it by *hide*.
 * @param {HTMLElement} input
 * @param {HTMLElement} box
 * @param {string} title
 * @param {(isHidden: boolean) => void} hide
 * @returns {HTMLButtonElement} The button.
 */
export function addRevealButton(input, box, title, hide) {
  const onClick = () => {
    const isHidden = eye.getAttribute('aria-pressed') === 'true';
    eye.setAttribute('aria-pressed', String(!isHidden));
    eye.replaceChildren(icon(isHidden ? 'eye' : 'eye-off'));
    hide(isHidden);
  };
  const eye = button({ icon: 'eye', title, classes: 'button-quiet button-small field-eye', onClick });
  eye.setAttribute('aria-pressed', 'false');
  input.replaceWith(box);
  box.classList.add('field-box');
  box.append(input, eye);
  return eye;
}

/**
 * Several lines of text.
 * @param {Binding<string> & { rows?: number, isMono?: boolean }} binding
 * @returns {Field}
 */
export function linesField(binding) {
  const { read, write, placeholder = '', rows = 4, isMono = false } = binding;
  const input = element('textarea', {
    class: isMono ? 'textarea mono' : 'textarea',
    rows,
    spellcheck: String(!isMono),
    input: () => write(input.value),
  });
  return { element: framed(binding, input), update: () => show(input, read(), placeholder) };
}

/**
 * A whole number from *min* to *max*. What is no such number is marked and not written. Where *isLate*, the number is
 * written when one is through with it: half of it would mean something else. An arrow key goes a *step*.
 * @param {Binding<number> & { min?: number, max?: number, step?: number, isLate?: boolean }} binding
 * @returns {Field}
 */
export function numberField(binding) {
  const { read, write, min = 1, max = 100_000, step = 1, isLate = false } = binding;
  const complaint = element('p', { class: 'field-error', hidden: true });
  const input = element('input', {
    class: 'input', type: 'number', inputmode: 'numeric', step, min, max,
    input: () => {
      complain(input, complaint, isGood() ? '' : t('Type a whole number from {min} to {max}.', { min, max: number(max) }));
      if (isGood() && !isLate) write(input.valueAsNumber);
    },
    change: () => isLate && isGood() && write(input.valueAsNumber),
    blur: () => {
      complain(input, complaint, '');
      update();
    },
  });
  const isGood = () => Number.isInteger(input.valueAsNumber) && input.valueAsNumber >= min && input.valueAsNumber <= max;
  const update = () => {
    if (complaint.hidden && !(isLate && input === document.activeElement)) show(input, asText(read()), '');
  };
  const field = { element: framed(binding, input, complaint), update };
  describeBy(input, complaint);
  return field;
}

/**
 * Say in *complaint* what is wrong with what stands in *input*; an empty *sentence* means nothing.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} complaint
 * @param {string} sentence
 */
export function complain(input, complaint, sentence) {
  complaint.textContent = sentence;
  complaint.hidden = sentence === '';
  if (sentence) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/**
 * Have screen readers tell *note* with *input*, after what they tell already.
 * @param {HTMLElement} input
 * @param {HTMLElement} note
 */
export function describeBy(input, note) {
  note.id = nextId();
  input.setAttribute('aria-describedby', `${input.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim());
}

/**
 * One of *options*; a function is asked for them each time.
 * @param {Binding<string> & { options: readonly Option[] | (() => readonly Option[]) }} binding
 * @returns {Field}
 */
export function selectField(binding) {
  const { read, write, options } = binding;
  const input = element('select', { class: 'select', change: () => write(input.value) });
  let shown = '';
  const update = () => {
    const known = typeof options === 'function' ? options() : options;
    const value = read();
    const isKnown = known.some((option) => option.value === value);
    const all = isKnown ? known : [unknownOption(value), ...known];
    const next = JSON.stringify(all);
    if (next !== shown) input.replaceChildren(...all.map((option) => element('option', { value: option.value }, option.label)));
    shown = next;
    input.value = isKnown ? String(value) : all[0].value;
  };
  return { element: framed(binding, input), update };
}

/**
 * Yes or no.
 * @param {Binding<boolean>} binding
 * @returns {Field}
 */
export function checkField(binding) {
  const input = element('input', { type: 'checkbox', name: binding.name, change: () => binding.write(input.checked) });
  const label = element('label', { class: 'check' }, input, element('span', {}, binding.label));
  const update = () => {
    const value = binding.read();
    input.indeterminate = value === MIXED;
    input.checked = value === true;
  };
  return { element: element('div', { class: 'field' }, label, hintOf(binding.hint)), update };
}

/**
 * Fields side by side.
 * @param {string} width The class that says how wide each is.
 * @param {...Field} fields
 * @returns {Field}
 */
export function row(width, ...fields) {
  return {
    element: element('div', { class: `row ${width}` }, ...fields.map((field) => field.element)),
    update: () => fields.forEach((field) => field.update()),
  };
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string | typeof MIXED} value
 * @param {string} placeholder
 */
function show(input, value, placeholder) {
  const text = value === MIXED ? '' : value;
  input.placeholder = value === MIXED ? t('Mixed') : placeholder;
  if (input.value !== text) input.value = text;
}

/**
 * @param {string | typeof MIXED} value
 * @returns {Option}
 */
function unknownOption(value) {
  if (value === MIXED) return { value: ' mixed', label: t('Mixed') };
  return { value, label: value || t('Not chosen') };
}

/** @param {number | typeof MIXED} value */
function asText(value) {
  return value === MIXED ? MIXED : String(value);
}

/**
 * @param {{ label: string, name: string, hint?: string }} binding
 * @param {HTMLElement} input
 * @param {HTMLElement | null} [extra]
 */
function framed({ label, name, hint }, input, extra = null) {
  input.id = nextId();
  input.setAttribute('name', name);
  const note = hintOf(hint);
  if (note) describeBy(input, note);
  return element('div', { class: 'field' }, element('label', { for: input.id }, label), input, extra, note);
}

/** @param {string} [hint] */
function hintOf(hint) {
  return hint ? element('p', { class: 'field-hint' }, hint) : null;
}

function nextId() {
  serial += 1;
  return `field-${serial}`;
}
