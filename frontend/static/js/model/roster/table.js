/**
 * Reads text that was pasted from a spreadsheet, a mail or a list as a table: rows of cells, with or without a header.
 * Tabs, semicolons or commas divide cells, quotes as in CSV; `Given Family <mail>` is a name and an e-mail address.
 */

import { roleOfTitle } from './columns.js';
import { unlist } from './written-lists.js';

/** @typedef {'\t' | ';' | ',' | 'addresses' | 'lines' | 'words'} Shape How text is divided: by a character, or as said. */
/** @typedef {{ shape: Shape, rows: string[][] }} Table */

/** @type {readonly Shape[]} */
export const SHAPES = ['\t', ';', ',', 'addresses', 'lines', 'words'];
const DIVIDERS = /** @type {const} */ (['\t', ';', ',']);
const ADDRESS = /^\s*(.*?)\s*<\s*([^<>\s]+@[^<>\s]+)\s*>\s*$/s;
/** `Family, Given`, which is one name and no row of two cells. */
const FAMILY_FIRST = /^\s*\p{Lu}[\p{L}\p{M}'’ -]*, +\p{Lu}[\p{L}\p{M}.'’ -]*$/u;
/** So many lines tell how all are divided. */
const SAMPLE = 200;

/**
 * Return the table that *text* is, divided as *shape* says or, without one, as it looks.
 * @param {string} text
 * @param {Shape} [shape]
 * @returns {Table}
 */
export function parseTable(text, shape) {
  const { body, divider } = readDivider(unlist(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')));
  const chosen = shape ?? divider ?? guessShape(body);
  const rows = divide(body, chosen).map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return { shape: chosen, rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]) };
}

/**
 * Return whether the first of *rows* names the columns.
 * @param {readonly string[][]} rows
 * @returns {boolean}
 */
export function hasHeader([first, ...others]) {
  // Titles have no addresses, and are no numbers.
  if (!first || first.some((cell) => cell.includes('@') || /^\d+$/.test(cell))) return false;
  const known = first.filter((cell) => roleOfTitle(cell) !== null).length;
  if (others.length === 0) return known > 1 && known === first.length;
  return known > 0 && known * 3 >= first.filter((cell) => cell !== '').length;
}

/**
 * Take away the line `sep=;` by which some spreadsheets say what divides cells.
 * @param {string} text
 * @returns {{ body: string, divider?: Shape }}
 */
function readDivider(text) {
  const said = /^sep=([;,\t])\n/i.exec(text);
  return said ? { body: text.slice(said[0].length), divider: /** @type {Shape} */ (said[1]) } : { body: text };
}

/**
 * @param {string} text
 * @returns {Shape}
 */
function guessShape(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '').slice(0, SAMPLE);
  if (lines.length === 0) return 'lines';
  const addresses = splitAddresses(lines.join('\n'));
  if (addresses.every((each) => ADDRESS.test(each))) return 'addresses';
  if (lines.every((line) => FAMILY_FIRST.test(line))) return 'lines';
  if (lines.length === 1) return guessShapeOfLine(lines[0]);
  const best = DIVIDERS.map((divider) => ({ divider, score: scoreDivider(lines.join('\n'), divider) })).sort((a, b) => b.score - a.score)[0];
  return best.score > 0 ? best.divider : 'lines';
}

/**
 * One line of several is a line of names; one of two is a user name with a password.
 * @param {string} line
 * @returns {Shape}
 */
function guessShapeOfLine(line) {
  const divider = DIVIDERS.find((each) => line.includes(each));
  if (divider === undefined) return /^\s*[\p{Ll}\p{N}._-]+(\s+[\p{Ll}\p{N}._-]+)+\s*$/u.test(line) ? 'words' : 'lines';
  const cells = parseCells(line, divider)[0];
  const isRow = divider === '\t' || cells.length < 3 || cells.some((cell) => cell.includes('@'));
  return isRow ? divider : 'words';
}

/**
 * Return how well *divider* divides *text*: best where all rows have as many cells, and nothing where few have two.
 * @param {string} text
 * @param {string} divider
 */
function scoreDivider(text, divider) {
  const widths = parseCells(text, divider).map((row) => row.length);
  const counts = new Map();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const wide = widths.filter((width) => width > 1).length;
  if (wide * 2 < widths.length) return 0;
  const share = Math.max(...counts.values()) / widths.length;
  return share + (wide === widths.length ? 1 : 0) + (divider === '\t' ? 0.5 : 0);
}

/**
 * @param {string} text
 * @param {Shape} shape
 * @returns {string[][]}
 */
function divide(text, shape) {
  if (shape === 'lines') return text.split('\n').map((line) => [line]);
  if (shape === 'words') return text.split(/[,;\t\n]/.test(text.trim()) ? /[,;\t\n]/ : /\s+/).map((word) => [word]);
  if (shape === 'addresses') return splitAddresses(text).map(readAddress);
  return parseCells(text, shape);
}

/**
 * @param {string} line
 * @returns {string[]}
 */
function readAddress(line) {
  const [, name, mail] = ADDRESS.exec(line) ?? [null, line, ''];
  return [name.replace(/^(["'])(.*)\1$/s, '$2'), mail];
}

/**
 * Divide *text* after each address, and each line, as mail programs write their recipients.
 * @param {string} text
 */
function splitAddresses(text) {
  return text.split(/(?<=>)\s*[,;]?\s*|\n/).filter((each) => each.trim() !== '');
}

/**
 * Return the cells of *text* as CSV has them: a cell in quotes may hold dividers, line breaks and doubled quotes. A quote
 * that never ends is a character like others.
 * @param {string} text
 * @param {string} divider
 * @returns {string[][]}
 */
export function parseCells(text, divider) {
  /** @type {string[][]} */
  const rows = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = /^[ ]*"((?:[^"]|"")*)"[ ]*(?=$|[\n;,\t])/.exec(text.slice(at, at + longestCell(text, at)));
    const isCell = quoted && [divider, '\n', undefined].includes(text[at + quoted[0].length]);
    const cell = isCell ? quoted[0] : plainCell(text, at, divider);
    rows[rows.length - 1].push(isCell ? quoted[1].replaceAll('""', '"') : cell);
    at += cell.length;
    if (text[at] === '\n') rows.push([]);
    at += 1;
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '');
}

/** How many characters of a cell in quotes are looked at; none where there is no quote. */
function longestCell(/** @type {string} */ text, /** @type {number} */ at) {
  return /[" ]/.test(text[at] ?? '') ? 2000 : 0;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string} divider
 */
function plainCell(text, from, divider) {
  let end = from;
  while (end < text.length && text[end] !== divider && text[end] !== '\n') end += 1;
  return text.slice(from, end);
}
