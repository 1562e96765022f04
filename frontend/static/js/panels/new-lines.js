/** Which lines of the preview the file that was generated last does not have. */

import { findNewLines } from '../util/diff.js';

const PASSWORD = / password="[^"]*"/;
const PARAMETER = /<param name="([^"]*)">.*$/;

/**
 * Return the places of the lines of *shown* that *file* lacks. With *secrets*, the names of secret parameters, these
 * and passwords count as the same, because *shown* has dots for them.
 * @param {string} file
 * @param {string} shown
 * @param {ReadonlySet<string> | null} secrets
 * @returns {Set<number>}
 */
export function linesNotIn(file, shown, secrets) {
  const lines = (/** @type {string} */ text) => text.split('\n').map((line) => (secrets ? withoutSecrets(line, secrets) : line));
  return findNewLines(lines(file), lines(shown));
}

/**
 * @param {string} line
 * @param {ReadonlySet<string>} secrets
 */
function withoutSecrets(line, secrets) {
  const isSecret = secrets.has(PARAMETER.exec(line)?.[1] ?? '');
  return isSecret ? line.replace(PARAMETER, '<param name="$1">') : line.replace(PASSWORD, '');
}
