/** Chooses the control for a parameter by its type in the catalogue. */

import { linesField, MIXED, secretField, selectField, textField } from '../../../kit/forms/fields.js';
import { secretLinesField } from '../../../kit/forms/secret-lines-field.js';
import { numeralField } from './numeral-field.js';

/** @typedef {import('../../../server/catalogue.js').ParameterSpec} ParameterSpec */
/** @typedef {import('../../../kit/forms/fields.js').Binding<string> & { hint: string }} Binding */
/** @typedef {import('../../../kit/forms/fields.js').Field} Field */
/** @typedef {'choice' | 'secret' | 'secret-lines' | 'lines' | 'numeral' | 'text'} Control */

/** @type {Record<Control, (binding: Binding, spec?: ParameterSpec) => Field>} */
const BUILDERS = {
  choice: (binding, spec) => selectField({ ...binding, options: valuesOf(spec).map((value) => ({ value, label: value })) }),
  secret: (binding) => secretField(binding),
  'secret-lines': (binding) => secretLinesField({ ...binding, read: () => textOf(binding.read()) }),
  lines: (binding) => linesField({ ...binding, rows: 3, isMono: true }),
  numeral: (binding, spec) => numeralField({ ...binding, list: valuesOf(spec) }, spec?.kind === 'port' ? 'port' : 'integer'),
  text: (binding, spec) => textField({ ...binding, isMono: true, list: valuesOf(spec) }),
};

/**
 * Return the field for a parameter; one that the catalogue does not know is a line of text.
 * @param {Binding} binding
 * @param {ParameterSpec | undefined} spec
 * @returns {Field}
 */
export function parameterControl(binding, spec) {
  return BUILDERS[controlOf(spec)](binding, spec);
}

/** @param {string | typeof MIXED} value */
function textOf(value) {
  return value === MIXED ? '' : value;
}

/**
 * Return which control the parameter *spec* has.
 * @param {ParameterSpec | undefined} spec
 * @returns {Control}
 */
export function controlOf(spec) {
  const kind = spec?.kind;
  if (spec?.secret) return kind === 'multiline' ? 'secret-lines' : 'secret';
  if (kind === 'boolean' || kind === 'enum') return 'choice';
  if (kind === 'multiline') return 'lines';
  return kind === 'integer' || kind === 'port' ? 'numeral' : 'text';
}

/**
 * Return all that a parameter may be, or what is usual.
 * @param {ParameterSpec | undefined} spec
 * @returns {string[]}
 */
export function valuesOf(spec) {
  if (spec?.kind === 'boolean') return ['true', 'false'];
  // Browsers leave out the one that servers are mostly set to.
  if (spec?.kind === 'timezone') return ['UTC', ...Intl.supportedValuesOf('timeZone')];
  return spec?.options ?? [];
}
