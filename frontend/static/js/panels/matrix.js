/** Who reaches what as a table: a row a device, a column a group of people. It edits the same access edges. */

import { element } from './dom.js';
import { countUsers } from '../model/diagram.js';
import { findReached, reachesAll } from '../model/access.js';
import { setReached } from '../model/commands/access.js';
import { fullLabel } from '../model/names.js';
import { plural } from '../util/format.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../model/diagram.js').Device} Device */
/** @typedef {import('../model/diagram.js').Users} Users */

/** Rows beyond this are found by typing, so that a large drawing does not make a slow table. */
const MOST_ROWS = 300;
const DELAY = 150;
const LAST = 'This is the last device they reach. Without any they would reach all devices: delete the users instead, or name another device first.';

export class AccessMatrix {
  #root;
  #desk;
  #complain;
  #table = element('div', { class: 'matrix-table' });
  #filter = element('input', {
    class: 'input', type: 'search', placeholder: 'Find a device …', 'aria-label': 'Find a device', input: () => this.#rebuild(),
  });
  #note = element('span', { class: 'muted' });
  #shape = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Map<string, { input: HTMLInputElement, users: string, device: string }>} */
  #cells = new Map();

  /**
   * @param {HTMLElement} root
   * @param {Desk} desk
   * @param {(sentence: string) => void} complain
   */
  constructor(root, desk, complain) {
    this.#root = root;
    this.#desk = desk;
    this.#complain = complain;
    root.append(element('div', { class: 'matrix-head' }, this.#filter, this.#note), this.#table);
    desk.stack.addEventListener('changed', () => this.#refreshSoon());
  }

  /** A burst of changes, such as typing, makes one new table. */
  #refreshSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.refresh(), DELAY);
  }

  /** Read the model again, if anybody sees it. */
  refresh() {
    if (this.#root.hidden || this.#root.clientHeight === 0) return;
    const shape = JSON.stringify([this.#devices().map((each) => [each.id, fullLabel(each)]), this.#groups().map((each) => [each.id, fullLabel(each), countUsers(each)])]);
    if (shape !== this.#shape) this.#rebuild();
    this.#shape = shape;
    this.#check();
  }

  #rebuild() {
    this.#cells.clear();
    const groups = this.#groups();
    const words = this.#filter.value.trim().toLowerCase();
    const fitting = this.#devices().filter((device) => fullLabel(device).toLowerCase().includes(words));
    const shown = fitting.slice(0, MOST_ROWS);
    this.#note.textContent = shown.length < fitting.length ? `The first ${MOST_ROWS} of ${plural(fitting.length, 'device')}` : '';
    this.#table.replaceChildren(groups.length === 0 || fitting.length === 0 ? this.#explain() : this.#build(groups, shown));
    this.#check();
  }

  /**
   * @param {Users[]} groups
   * @param {Device[]} devices
   */
  #build(groups, devices) {
    const head = groups.map((group) => element('th', { scope: 'col' }, fullLabel(group)));
    const rows = devices.map((device) => element('tr', {},
      element('th', { scope: 'row' }, this.#desk.pictureOf(device.kind), fullLabel(device)),
      ...groups.map((group) => element('td', {}, this.#cell(group, device)))));
    return element('table', { class: 'matrix-grid' },
      element('caption', { class: 'visually-hidden' }, 'Who reaches which device'),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Device'), ...head)),
      element('tbody', {}, ...rows));
  }

  /**
   * @param {Users} group
   * @param {Device} device
   */
  #cell(group, device) {
    const input = element('input', {
      type: 'checkbox', 'aria-label': `${fullLabel(group)} reach ${fullLabel(device)}`,
      change: () => this.#set(group.id, device.id, input.checked),
    });
    this.#cells.set(`${group.id} ${device.id}`, { input, users: group.id, device: device.id });
    return element('label', { class: 'matrix-cell' }, input);
  }

  /**
   * @param {string} users
   * @param {string} device
   * @param {boolean} isReached
   */
  #set(users, device, isReached) {
    const { model, newId, stack } = this.#desk;
    const command = setReached(model, newId, users, device, isReached);
    if (command) stack.execute(command);
    else this.#complain(LAST);
    this.#check();
  }

  /** Let the boxes say what the model says. */
  #check() {
    const { model } = this.#desk;
    const reached = new Map(this.#groups().map((group) => [group.id, findReached(model, group.id)]));
    for (const { input, users, device } of this.#cells.values()) {
      input.checked = reached.get(users)?.has(device) ?? false;
      input.classList.toggle('is-implied', reachesAll(model, users));
    }
  }

  #explain() {
    const text = this.#groups().length === 0 ? 'Add users to say what they reach.' : this.#devices().length === 0 ? 'Add devices to say who reaches them.' : 'No device has this name.';
    return element('p', { class: 'panel-empty muted' }, text);
  }

  /** @returns {Device[]} */
  #devices() {
    return /** @type {Device[]} */ ([...this.#desk.model.nodes.values()].filter((node) => node.type === 'device'));
  }

  /** @returns {Users[]} */
  #groups() {
    return /** @type {Users[]} */ ([...this.#desk.model.nodes.values()].filter((node) => node.type === 'users'));
  }
}
