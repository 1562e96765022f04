/** Shows a text with its added and removed lines marked. */

import { element } from '../../kit/dom.js';
import { plural } from '../../util/text.js';

/**
 * @typedef {object} Removed Neighbouring lines of the last file that the preview lacks.
 * @property {number} before The place of the line of the preview before which they stood.
 * @property {number} from Their place in the last file.
 * @property {string[]} lines
 */

/** @typedef {{ added: ReadonlySet<number>, removed: readonly Removed[] }} ChangedLines */

/** @type {ChangedLines} */
export const UNCHANGED = { added: new Set(), removed: [] };

/** So many removed lines show at once; more of them wait behind a button. */
const MOST_SHOWN = 6;

export class MarkedText {
  #root;
  #shown = '';
  /** @type {Set<number>} The places in the last file of the runs that are open. */
  #open = new Set();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {string} text
   * @param {ChangedLines} changed
   */
  show(text, changed) {
    const key = JSON.stringify([text, [...changed.added], changed.removed]);
    if (key === this.#shown) return;
    this.#shown = key;
    const isPlain = changed.added.size === 0 && changed.removed.length === 0;
    this.#root.replaceChildren(...(isPlain ? [text] : this.#marked(linesOf(text), changed)));
  }

  /**
   * @param {string[]} lines
   * @param {ChangedLines} changed
   */
  #marked(lines, { added, removed }) {
    const runs = new Map(removed.map((run) => [run.before, run]));
    /** @type {(HTMLElement | string)[]} */
    const children = [];
    for (let place = 0; place <= lines.length; place += 1) {
      const run = runs.get(place);
      if (run) children.push(this.#gone(run));
      if (place === lines.length) break;
      const line = `${lines[place]}\n`;
      if (added.has(place)) children.push(element('ins', { class: 'line-new' }, line));
      else if (typeof children[children.length - 1] === 'string') children[children.length - 1] += line;
      else children.push(line);
    }
    return children;
  }

  /** @param {Removed} run */
  #gone({ from, lines }) {
    const texts = lines.map((line) => element('del', { class: 'line-gone' }, `${line}\n`));
    if (lines.length <= MOST_SHOWN) return element('span', {}, ...texts);
    const list = element('span', { hidden: !this.#open.has(from) }, ...texts);
    const opener = element('button', { type: 'button', class: 'lines-gone', click: () => {
      list.hidden = !list.hidden;
      if (list.hidden) this.#open.delete(from);
      else this.#open.add(from);
      opener.setAttribute('aria-expanded', String(!list.hidden));
    } }, plural('{count} line removed here', '{count} lines removed here', lines.length));
    opener.setAttribute('aria-expanded', String(!list.hidden));
    return element('span', {}, opener, list);
  }
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
