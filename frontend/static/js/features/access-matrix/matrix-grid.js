/** The grid of the access matrix: checkboxes for cells, rows and columns, with arrow-key navigation and one tab stop. */

import { element } from '../../kit/dom.js';
import { fill, t } from '../../util/text.js';

/** @typedef {{ ids: string[], name: string, reach?: string, picture?: Element }} Line What a row or a column is about; `reach` is what its boxes are called, with a place for `{what}`. */

/** @typedef {{ input: HTMLInputElement, users: string[], devices: string[] }} Cell A box, and who shall reach what by it. */

/** @typedef {Cell[][]} Cells By row and column. */

/** How far Page Up and Page Down go. */
const PAGE = 10;

/**
 * Put a table into *root*, in the place of the one before, and return its boxes. The focus stays on the same box.
 * @param {HTMLElement} root
 * @param {object} options
 * @param {Line[]} options.rows Devices.
 * @param {Line[]} options.columns Groups of people.
 * @param {number} options.fixed How many of the rows stay on top.
 * @param {(cell: Cell, isReached: boolean) => void} options.onSet
 * @returns {Cell[]}
 */
export function showGrid(root, { rows, columns, fixed, onSet }) {
  const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : null;
  const cells = rows.map((row) => columns.map((column) => cellOf(column, row, onSet)));
  const lines = rows.map((row, place) => lineOf(row, cells[place]));
  const heads = columns.map((column) => element('th', { scope: 'col', title: column.name }, element('span', {}, column.name)));
  root.replaceChildren(element('table', { class: 'matrix-grid', role: 'grid', keydown: (/** @type {KeyboardEvent} */ event) => walk(event, cells) },
    element('caption', { class: 'visually-hidden' }, t('Who reaches which device')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('Device')), ...heads), ...lines.slice(0, fixed)),
    element('tbody', {}, ...lines.slice(fixed))));
  const all = cells.flat();
  const last = all.find(({ input }) => input.getAttribute('aria-label') === focused);
  stopAt(cells, (last ?? all[0]).input);
  last?.input.focus();
  return all;
}

/**
 * @param {Line} users
 * @param {Line} devices
 * @param {(cell: Cell, isReached: boolean) => void} onSet
 * @returns {Cell}
 */
function cellOf(users, devices, onSet) {
  const label = fill(users.reach ?? t('{who} reach {what}'), { who: users.name, what: devices.name });
  const input = element('input', { type: 'checkbox', tabindex: -1, 'aria-label': label, change: () => onSet(cell, input.checked) });
  const cell = { input, users: users.ids, devices: devices.ids };
  return cell;
}

/**
 * @param {Line} row
 * @param {readonly Cell[]} cells
 */
function lineOf(row, cells) {
  return element('tr', {},
    element('th', { scope: 'row', title: row.name }, row.picture, row.name),
    ...cells.map((cell) => element('td', {}, element('label', { class: 'matrix-cell' }, cell.input))));
}

/**
 * Go where the key of *event* says; Space is the box's own.
 * @param {KeyboardEvent} event
 * @param {Cells} cells
 */
function walk(event, cells) {
  const y = cells.findIndex((line) => line.some((cell) => cell.input === event.target));
  if (y < 0 || event.altKey || event.metaKey || event.shiftKey) return;
  const x = cells[y].findIndex((cell) => cell.input === event.target);
  const [right, bottom] = [cells[0].length - 1, cells.length - 1];
  const isFar = event.ctrlKey;
  const next = {
    ArrowLeft: [isFar ? 0 : x - 1, y],
    ArrowRight: [isFar ? right : x + 1, y],
    ArrowUp: [x, isFar ? 0 : y - 1],
    ArrowDown: [x, isFar ? bottom : y + 1],
    Home: [0, isFar ? 0 : y],
    End: [right, isFar ? bottom : y],
    PageUp: [x, y - PAGE],
    PageDown: [x, y + PAGE],
  }[event.key];
  if (!next) return;
  event.preventDefault();
  const { input } = cells[clamp(next[1], bottom)][clamp(next[0], right)];
  stopAt(cells, input);
  input.focus();
}

/**
 * @param {number} place
 * @param {number} last
 */
function clamp(place, last) {
  return Math.max(0, Math.min(place, last));
}

/**
 * Let the Tab key stop at *input* alone.
 * @param {Cells} cells
 * @param {HTMLInputElement} input
 */
function stopAt(cells, input) {
  for (const cell of cells.flat()) cell.input.tabIndex = cell.input === input ? 0 : -1;
}
