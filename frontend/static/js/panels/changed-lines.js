/** What the preview changes in the file that was generated last. */

import { compareLines } from '../util/diff.js';

const DOTS = '••••••••';
const PASSWORD = /(<authorize username="[^"]*" password=")[^"]+/g;
const PARAMETER = /(<param name="([^"]*)">)[^<]+/g;

/**
 * @typedef {object} Removed Neighbouring lines of the last file that the preview lacks.
 * @property {number} before The place of the line of the preview before which they stood.
 * @property {number} from Their place in the last file.
 * @property {string[]} lines
 */

/** @typedef {{ added: ReadonlySet<number>, removed: readonly Removed[] }} ChangedLines */

/** @type {ChangedLines} */
export const UNCHANGED = { added: new Set(), removed: [] };

/**
 * Return which lines of *shown* the *file* lacks, and what it has instead.
 * @param {string} file With dots where *shown* has them.
 * @param {{ text: string, truncated: boolean }} shown
 * @returns {ChangedLines}
 */
export function findChangedLines(file, shown) {
  const before = linesOf(file);
  const { added, removed } = compareLines(before, linesOf(shown.text), { isBeginning: shown.truncated });
  return { added, removed: removed.map(({ before: place, from, count }) => ({ before: place, from, lines: before.slice(from, from + count) })) };
}

/**
 * Return *file* with dots for all passwords and secret parameters, as the preview has them.
 * @param {string} file
 * @param {(name: string) => boolean} isSecret
 */
export function withDots(file, isSecret) {
  return file.replace(PASSWORD, `$1${DOTS}`).replace(PARAMETER, (whole, opening, name) => (isSecret(name) ? opening + DOTS : whole));
}

/**
 * Return the lines of *text*; what its last line break ends is no line of its own.
 * @param {string} text
 */
export function linesOf(text) {
  const lines = text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}
