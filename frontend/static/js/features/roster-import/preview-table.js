/** The table of a list of people before it is taken over: each row with what becomes of it, each column with what it is. */

import { element } from '../../kit/dom.js';
import { ROLES } from '../../model/roster/columns.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('./list-reading.js').ListReading} ListReading */
/** @typedef {import('../../model/roster/columns.js').Role} Role */
/** @typedef {import('../../model/roster/plan.js').Line} Line */

const MOST_ROWS = 200;
const MASK = '••••••••';

/** @type {Readonly<Record<Role, string>>} */
const ROLE_NAMES = {
  username: t('User name'), password: t('Password'), pod: t('Pod'), name: t('Name'), given: t('Given name'), family: t('Family name'),
  email: t('E-mail'), id: t('ID'), ignored: t('Left out'),
};

/** @type {Readonly<Record<import('../../model/roster/plan.js').Trouble, string>>} */
const TROUBLES = {
  numbered: t('made unlike others, or by number'),
  'like-another': t('another one has this user name, or differs only in capitals'),
  taken: t('another group has this user name'),
  untypable: t('has signs that nobody can type'),
  troublesome: t('a slash troubles Guacamole'),
  long: t('longer than 128 characters'),
  'bad-pod': t('the pod is no whole number'),
  'same-pod': t('another one has this pod'),
  renamed: t('other user name than before: a random password changes with it'),
};

/** @type {Readonly<Record<import('../../model/roster/people.js').LeftOut, string>>} */
const LEFT_OUT = {
  'no-name': t('Left out: no name'),
  twice: t('Left out: twice on the list'),
  'no-person': t('Left out: no person'),
};

export class PreviewTable {
  showsPasswords = false;
  #head = element('tr');
  #body = element('tbody');
  #more = element('p', { class: 'muted', hidden: true });
  #onRole;
  #shownHead = '';
  element = element('div', { class: 'import-table', role: 'region', tabindex: 0, 'aria-label': t('People on the list') },
    element('table', { class: 'import-grid' }, element('thead', {}, this.#head), this.#body), this.#more);

  /** @param {(column: number, role: Role) => void} onRole */
  constructor(onRole) {
    this.#onRole = onRole;
  }

  /** Put the focus on what the first column is. */
  focus() {
    this.#head.querySelector('select')?.focus();
  }

  /** @param {ListReading} reading */
  show(reading) {
    const { lines } = reading.plan;
    this.element.hidden = lines.length === 0;
    this.#showHead(reading);
    const shown = lines.map((line, place) => ({ line, cells: reading.rows[place] }));
    if (shown.length > MOST_ROWS) shown.sort((a, b) => Number(isMarked(b.line)) - Number(isMarked(a.line)));
    this.#body.replaceChildren(...shown.slice(0, MOST_ROWS).map(({ line, cells }) => this.#row(line, cells, reading.roles)));
    this.#more.hidden = shown.length <= MOST_ROWS;
    this.#more.textContent = plural('And {count} more person', 'And {count} more people', shown.length - MOST_ROWS);
  }

  /**
   * Show the choices of the columns; the same ones stay, with the focus.
   * @param {ListReading} reading
   */
  #showHead({ header, roles }) {
    const key = JSON.stringify([header, roles.length]);
    if (key !== this.#shownHead) {
      const choices = roles.map((_, column) => element('th', { scope: 'col' }, header ? element('span', { class: 'muted' }, header[column]) : null, this.#choice(column)));
      this.#head.replaceChildren(element('th', { scope: 'col' }, t('Logs in as')), element('th', { scope: 'col' }, t('What happens')), ...choices);
    }
    this.#shownHead = key;
    this.#head.querySelectorAll('select').forEach((select, column) => (select.value = roles[column]));
  }

  /** @param {number} column */
  #choice(column) {
    const select = element('select', {
      class: 'select', 'aria-label': t('Column {number} is', { number: column + 1 }),
      change: () => this.#onRole(column, /** @type {Role} */ (select.value)),
    }, ...ROLES.map((role) => element('option', { value: role }, ROLE_NAMES[role])));
    return select;
  }

  /**
   * @param {Line} line
   * @param {readonly string[]} cells
   * @param {readonly Role[]} roles
   */
  #row(line, cells, roles) {
    const shown = cells.map((cell, column) => (roles[column] === 'password' && cell !== '' && !this.showsPasswords ? MASK : cell));
    return element('tr', { class: isMarked(line) ? 'is-marked' : '' },
      element('th', { scope: 'row', class: 'mono' }, line.entry?.username ?? '–'),
      element('td', {}, tellFate(line)),
      ...shown.map((cell, column) => element('td', { class: roles[column] === 'ignored' ? 'muted' : '' }, cell)));
  }
}

/** @param {Line} line */
function isMarked({ person, troubles }) {
  return person.leftOut !== null || troubles.length > 0;
}

/** @param {Line} line */
function tellFate({ person, before, troubles }) {
  if (person.leftOut) return LEFT_OUT[person.leftOut];
  const said = troubles.map((trouble) => TROUBLES[trouble]);
  const changes = before !== null && person.password !== '' && person.password !== before.password;
  const stays = changes ? t('Stays, new password') : t('Stays');
  return [before === null ? t('New') : stays, ...said].join(': ');
}
