/**
 * Numbering of names: counts up the digits at the end of a label, or the placeholder `{n}` in it.
 * The rules are those of `core/lab/numbering.py`; here they serve to name new items and to show short ranges.
 */

/** @typedef {import('./diagram.js').Item} Item */

/**
 * @typedef {object} NumberedName A name split where its number stands.
 * @property {string} stem
 * @property {number} number
 * @property {number} width How many digits the number is written with, at least.
 */

/** @typedef {{ label: string, count: number }} Named A label, and how many names it stands for. */
/** @typedef {{ first: number, last: number }} Run Numbers without a gap. */

const DIGITS_AT_END = /^(.*?)([0-9]{1,15})$/s;
const COUNTING = /(?<!\$)\{n(?:\*([0-9]{1,9}))?([+-][0-9]{1,9})?(?::0?([0-9]{1,2}))?\}/g;

/**
 * Return *label* split before the digits at its end, or null where it ends in none.
 * @param {string} label
 * @returns {NumberedName | null}
 */
export function parseName(label) {
  const match = DIGITS_AT_END.exec(label);
  return match && { stem: match[1], number: Number(match[2]), width: match[2].length };
}

/**
 * Return the name with *number* in the place of its own.
 * @param {NumberedName} name
 * @param {number} number
 * @returns {string}
 */
export function renderName(name, number) {
  return name.stem + String(number).padStart(name.width, '0');
}

/**
 * Return the first label from *label* on that, with its *count* names, meets none of *taken*.
 * A taken label without digits at its end gets a number: "Server" becomes "Server2".
 * @param {string} label
 * @param {number} count
 * @param {Iterable<Named>} taken
 * @returns {string}
 */
export function nextLabel(label, count, taken) {
  return new TakenNames(taken).next(label, count);
}

/** Names that are in use. Runs of numbers are kept as such, so that thousands of names cost as little as one. */
export class TakenNames {
  /** @type {Set<string>} */
  #labels = new Set();
  /** @type {Map<string, Run[]>} In their order, with a gap between any two. */
  #runs = new Map();

  /** @param {Iterable<Named>} [names] */
  constructor(names = []) {
    for (const { label, count } of names) this.add(label, count);
  }

  /**
   * Take the *count* names from *label* on.
   * @param {string} label
   * @param {number} count
   */
  add(label, count) {
    this.#labels.add(label);
    const name = parseName(label);
    if (!name) return;
    const run = { first: name.number, last: name.number + count - 1 };
    const others = this.#runs.get(name.stem) ?? [];
    const touching = others.filter((other) => other.first <= run.last + 1 && other.last >= run.first - 1);
    const joined = {
      first: Math.min(run.first, ...touching.map((other) => other.first)),
      last: Math.max(run.last, ...touching.map((other) => other.last)),
    };
    const apart = others.filter((other) => !touching.includes(other));
    this.#runs.set(name.stem, [...apart, joined].sort((a, b) => a.first - b.first));
  }

  /**
   * Return the first label from *label* on whose *count* names are free.
   * @param {string} label
   * @param {number} count
   * @returns {string}
   */
  next(label, count) {
    const name = parseName(label);
    if (name) return renderName(name, this.#findGap(name, count));
    if (!this.#labels.has(label)) return label;
    const numbered = { stem: label, number: 2, width: 1 };
    return renderName(numbered, this.#findGap(numbered, count));
  }

  /**
   * @param {NumberedName} name
   * @param {number} count
   */
  #findGap({ stem, number }, count) {
    let free = number;
    for (const { first, last } of this.#runs.get(stem) ?? []) {
      if (first < free + count && last >= free) free = last + 1;
    }
    return free;
  }
}

/**
 * Return the names that *label* stands for, shortly: "PC09…PC19"; a single name as it is.
 * @param {string} label
 * @param {number} count
 * @returns {string}
 */
export function rangeLabel(label, count) {
  if (count < 2) return label;
  const first = nameAt(label, 0);
  const last = nameAt(label, count - 1);
  return first === last ? label : `${first}…${last}`;
}

/**
 * Return the name of the device or user at *place* (from 0) of those that *label* stands for.
 * @param {string} label
 * @param {number} place
 * @returns {string}
 */
export function nameAt(label, place) {
  if (label.search(COUNTING) >= 0) return countPlaceholders(label, place + 1);
  const name = parseName(label);
  return name ? renderName(name, name.number + place) : label;
}

/**
 * Return *host* counted up by *shift*: "10.0.10.109" by 11 is "10.0.10.120". An address that would leave its
 * octet, and a host without digits at its end, stay as they are.
 * @param {string} host
 * @param {number} shift
 * @returns {string}
 */
export function shiftHost(host, shift) {
  const name = parseName(host);
  if (!name) return host;
  const leavesOctet = /^[0-9]+(\.[0-9]+){3}$/.test(host) && name.number + shift > 254;
  return leavesOctet ? host : renderName(name, name.number + shift);
}

/**
 * Return what the names of *items* that carry a label take up.
 * @param {Iterable<Item>} items
 * @returns {Named[]}
 */
export function namesOf(items) {
  const named = [];
  for (const item of items) {
    if ('label' in item) named.push({ label: item.label, count: 'count' in item ? item.count : 1 });
  }
  return named;
}

/**
 * @param {string} label
 * @param {number} n
 */
function countPlaceholders(label, n) {
  return label.replace(COUNTING, (_all, factor, offset, width) => {
    const value = n * Number(factor ?? 1) + Number(offset ?? 0);
    return String(value).padStart(Number(width ?? 0), '0');
  });
}
