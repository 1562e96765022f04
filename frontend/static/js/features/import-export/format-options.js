/** The dialog that asks for the options of a format. */

import { buildProblems } from './problem-list.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { checkField, linesField, numberField, secretField, selectField, textField } from '../../kit/forms/fields.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../actions/formats.js').FormatOption} FormatOption */
/** @typedef {Record<string, string | number | boolean>} Values */

/**
 * Ask for *options*, and give the values to *run*.
 * @param {object} question
 * @param {string} question.title
 * @param {string} question.label What the button that goes on says.
 * @param {readonly FormatOption[]} question.options
 * @param {readonly import('../../server/api-types.js').Problem[]} [question.problems] What is known to be wrong before anybody chooses.
 * @param {(values: Values) => void} question.run
 */
export function askOptions({ title, label, options, problems = [], run }) {
  const values = defaultsOf(options);
  showDialog({ title, content: [...(problems.length > 0 ? [buildProblems(problems)] : []), ...buildFields(options, values)], actions: [{ label, isPrimary: true, run: () => run(values) }], closeLabel: t('Cancel') });
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
 * Return the values of *options* that *texts* mean, those that a file was read with.
 * @param {readonly FormatOption[]} options
 * @param {Record<string, string>} texts
 * @returns {Values}
 */
export function valuesOf(options, texts) {
  const read = (/** @type {FormatOption} */ { kind }, /** @type {string} */ text) =>
    kind === 'flag' ? text === 'true' : kind === 'number' ? Number(text) : text;
  return Object.fromEntries(options.filter(({ name }) => name in texts).map((option) => [option.name, read(option, texts[option.name])]));
}

/**
 * Return fields for *options* that show *values* and write into them.
 * @param {readonly FormatOption[]} options
 * @param {Values} values
 * @param {() => void} [onChange]
 * @returns {HTMLElement[]}
 */
export function buildFields(options, values, onChange = () => undefined) {
  return options.map((option) => {
    const field = fieldOf(option, values, onChange);
    field.update();
    return field.element;
  });
}

/**
 * @param {FormatOption} option
 * @param {Values} values
 * @param {() => void} onChange
 * @returns {import('../../kit/forms/fields.js').Field}
 */
function fieldOf({ name, label, hint, kind, choices, choiceLabels, least, most, isSecret, hasLines }, values, onChange) {
  const binding = {
    name, label, hint,
    read: () => /** @type {any} */ (values[name]),
    write: (/** @type {string | number | boolean} */ value) => {
      values[name] = value;
      onChange();
    },
  };
  if (kind === 'flag') return checkField(binding);
  if (kind === 'number') return numberField({ ...binding, min: least, max: most });
  if (kind === 'choice') return selectField({ ...binding, options: choices.map((value, place) => ({ value, label: choiceLabels[place] })) });
  if (hasLines) return linesField({ ...binding, isMono: true });
  return isSecret ? secretField(binding) : textField(binding);
}

/**
 * Return *values* as they are sent: texts.
 * @param {Values} values
 */
export function asTexts(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}
