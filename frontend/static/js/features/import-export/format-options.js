/** The dialog that asks for the options of a format. */

import { showDialog } from '../../kit/dialogs/dialog.js';
import { checkField, numberField, secretField, selectField, textField } from '../../kit/forms/fields.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../actions/formats.js').FormatOption} FormatOption */
/** @typedef {Record<string, string | number | boolean>} Values */

/**
 * Ask for *options*, and give the values to *run*.
 * @param {object} question
 * @param {string} question.title
 * @param {string} question.label What the button that goes on says.
 * @param {readonly FormatOption[]} question.options
 * @param {(values: Values) => void} question.run
 */
export function askOptions({ title, label, options, run }) {
  const values = defaultsOf(options);
  const fields = options.map((option) => fieldOf(option, values));
  for (const field of fields) field.update();
  showDialog({ title, content: fields.map(({ element }) => element), actions: [{ label, isPrimary: true, run: () => run(values) }], closeLabel: t('Cancel') });
}

/**
 * Return the values of *options* before anybody chooses: what has no default begins empty.
 * @param {readonly FormatOption[]} options
 * @returns {Values}
 */
export function defaultsOf(options) {
  /** @type {Record<FormatOption['kind'], (option: FormatOption) => string | number | boolean>} */
  const beginnings = { text: () => '', number: ({ least }) => least, flag: () => false, choice: ({ choices }) => choices[0] };
  return Object.fromEntries(options.map((option) => [option.name, option.default ?? beginnings[option.kind](option)]));
}

/**
 * @param {FormatOption} option
 * @param {Values} values
 * @returns {import('../../kit/forms/fields.js').Field}
 */
function fieldOf({ name, label, hint, kind, choices, least, most, isSecret }, values) {
  const binding = {
    name, label, hint,
    read: () => /** @type {any} */ (values[name]),
    write: (/** @type {string | number | boolean} */ value) => void (values[name] = value),
  };
  if (kind === 'flag') return checkField(binding);
  if (kind === 'number') return numberField({ ...binding, min: least, max: most });
  if (kind === 'choice') return selectField({ ...binding, options: choices.map((value) => ({ value, label: value })) });
  return isSecret ? secretField(binding) : textField(binding);
}
