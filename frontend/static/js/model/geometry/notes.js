/** The geometry of notes: the lines that their texts break into, and the boxes that these fill. Pure. */

import { NOTE_SCALES } from '../style-values.js';

/** @typedef {import('../diagram.js').Note} Note */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** A line of a note has so many characters, more where its text is long, so that it is no narrow column. The server counts alike. */
const NOTE_CHARACTERS = 30;
const MOST_NOTE_CHARACTERS = 72;
const NOTE_CHARACTER = 6.7;
export const NOTE_LINE = 17;
export const NOTE_PADDING = 10;
/** How much wider than others bold letters are. */
const BOLD = 1.08;

/**
 * Return the box of all of *note*.
 * @param {Note} note
 * @returns {Box}
 */
export function boxOfNote(note) {
  const lines = linesOfNote(note);
  const longest = Math.max(...lines.map(({ text, isHeading }) => text.length * (isHeading ? BOLD : 1)), 6);
  const width = longest * NOTE_CHARACTER * noteScale(note) + 2 * NOTE_PADDING;
  const height = lines.length * NOTE_LINE * noteScale(note) + 2 * NOTE_PADDING;
  return { x: note.x - width / 2, y: note.y - height / 2, width, height };
}

/**
 * Return how much larger than others the text of *note* is.
 * @param {Note} note
 * @returns {number}
 */
export function noteScale({ size }) {
  return size ? NOTE_SCALES[size] : 1;
}

/**
 * Return the lines of *note*: those of its heading, and of its text.
 * @param {Note} note
 * @returns {{ text: string, isHeading: boolean }[]}
 */
export function linesOfNote({ heading = '', label }) {
  const headed = heading === '' ? [] : wrapNote(heading).map((text) => ({ text, isHeading: true }));
  const rest = heading !== '' && label === '' ? [] : wrapNote(label);
  return [...headed, ...rest.map((text) => ({ text, isHeading: false }))];
}

/**
 * Return the lines of a note with the text *label*.
 * @param {string} label
 * @returns {string[]}
 */
export function wrapNote(label) {
  const most = Math.min(MOST_NOTE_CHARACTERS, Math.max(NOTE_CHARACTERS, Math.floor(Math.sqrt(4 * label.length))));
  return wrapText(label, (text) => text.length <= most);
}

/**
 * Return *text* in lines that *fits* lets through; a word that does not fit has a line of its own.
 * @param {string} text
 * @param {(line: string) => boolean} fits
 * @returns {string[]}
 */
export function wrapText(text, fits) {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines[lines.length - 1];
      const longer = `${line} ${word}`;
      if (line === '') lines[lines.length - 1] = word;
      else if (fits(longer)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}
