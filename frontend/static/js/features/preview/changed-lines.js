/** Compares the previewed XML with the file that was generated last, line by line. */

import { linesOf } from './marked-text.js';
import { compareLines } from '../../util/diff.js';

const DOTS = '••••••••';
const PASSWORD = /(<authorize username="[^"]*" password=")[^"]+/g;
const PARAMETER = /(<param name="([^"]*)">)[^<]+/g;

/** @typedef {import('./marked-text.js').ChangedLines} ChangedLines */

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
