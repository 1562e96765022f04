/** The list of what is wrong with a file, each with its line, once. */

import { element } from '../../kit/dom.js';
import { t } from '../../util/text.js';

/** @typedef {import('../../server/api-types.js').Problem} Problem */

/**
 * Return the list of *problems*.
 * @param {readonly Problem[]} problems
 */
export function buildProblems(problems) {
  return element('ul', { class: 'problems' }, ...problems.map(({ severity, message, hint, line, field, tells_line: isTold }) =>
    element('li', { class: severity === 'error' ? 'problem' : 'problem problem-warning' },
      element('span', {}, message),
      hint ? element('span', { class: 'problem-hint' }, hint) : null,
      line && !isTold ? element('span', { class: 'problem-place' }, field ? t('Line {line}, {field}', { line, field }) : t('Line {line}', { line })) : null)));
}
