/** What a list of people is read as: its text, how it is divided, what its columns are; and the plan that comes of it. */

import { guessRoles } from '../../model/roster/columns.js';
import { planRoster } from '../../model/roster/plan.js';
import { hasHeader, parseTable } from '../../model/roster/table.js';
import { PATTERNS } from '../../model/roster/user-names.js';

/** @typedef {import('../../model/diagram.js').RosterEntry} RosterEntry */
/** @typedef {import('../../model/roster/columns.js').Role} Role */
/** @typedef {import('../../model/roster/table.js').Shape} Shape */

export class ListReading {
  text = '';
  /** @type {Shape} */
  shape = 'lines';
  isHeaded = false;
  pattern = PATTERNS[0];
  keepsGone = false;
  /** @type {Role[]} */
  roles = [];
  /** @type {string[][]} */
  #all = [];
  #before;
  #taken;

  /** @param {{ before: readonly RosterEntry[], taken: readonly string[] }} drawn */
  constructor({ before, taken }) {
    this.#before = before;
    this.#taken = taken;
  }

  /** The rows without the header. */
  get rows() {
    return this.isHeaded ? this.#all.slice(1) : this.#all;
  }

  /** @returns {readonly string[] | null} */
  get header() {
    return this.isHeaded ? this.#all[0] ?? [] : null;
  }

  get plan() {
    const { rows, roles, pattern, keepsGone } = this;
    return planRoster({ rows, roles, pattern, keepsGone, before: this.#before, taken: this.#taken });
  }

  /**
   * Read *text*, guessing all the rest. Who is on the roster stays where none of them is on the list: it only adds people.
   * @param {string} text
   */
  read(text) {
    this.text = text;
    this.keepsGone = false;
    this.setShape();
    this.keepsGone = this.plan.lines.every(({ before }) => before === null);
  }

  /** @param {Shape} [shape] */
  setShape(shape) {
    const table = parseTable(this.text, shape);
    this.shape = table.shape;
    this.#all = table.rows;
    this.setHeaded(hasHeader(table.rows));
  }

  /** @param {boolean} isHeaded */
  setHeaded(isHeaded) {
    this.isHeaded = isHeaded;
    this.roles = guessRoles(this.rows, this.header);
  }

  /**
   * Say that *column* holds *role*, which no other column holds then.
   * @param {number} column
   * @param {Role} role
   */
  setRole(column, role) {
    this.roles = this.roles.map((held, index) => (index === column ? role : held === role ? 'ignored' : held));
  }
}
