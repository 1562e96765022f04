/** The access matrix as a table: one row per device, one column per users node. Checking a box adds or removes access edges. */

import { pictureOf } from '../../kit/kind-picture.js';
import { button, element } from '../../kit/dom.js';
import { showGrid } from './matrix-grid.js';
import { countUsers } from '../../model/diagram.js';
import { findReached, reachesAll } from '../../model/access.js';
import { setReached } from '../../model/commands/access.js';
import { fullLabel, nameOf } from '../../model/names.js';
import { plural, t } from '../../util/text.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('./matrix-grid.js').Cell} Cell */
/** @typedef {import('./matrix-grid.js').Line} Line */
/** @typedef {import('../../model/diagram.js').Device} Device */
/** @typedef {import('../../model/diagram.js').Users} Users */

/** What is beyond this is found by typing, so that a large drawing does not make a slow table. */
const MOST_ROWS = 300;
const MOST_COLUMNS = 60;
const DELAY = 150;

export class AccessMatrix {
  #root;
  #editor;
  #table = element('div', { class: 'matrix-table' });
  #deviceFilter = this.#buildFilter(t('Find a device'));
  #usersFilter = this.#buildFilter(t('Find users'));
  #note = element('span', { class: 'muted' });
  #rotate = button({ icon: 'rotate', label: t('Rotate one password …'), classes: 'button-small', onClick: () => this.#editor.ask('rotateFor', ...this.#shownGroups().map(({ id }) => id)) });
  #shape = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Cell[]} */
  #cells = [];

  /**
   * @param {HTMLElement} root
   * @param {Editor} editor
   */
  constructor(root, editor) {
    this.#root = root;
    this.#editor = editor;
    root.append(element('div', { class: 'matrix-head' }, this.#rotate, this.#deviceFilter, this.#usersFilter, this.#note), this.#table);
    editor.stack.addEventListener('changed', () => this.#refreshSoon());
  }

  /** @param {string} label */
  #buildFilter(label) {
    return element('input', { class: 'input', type: 'search', placeholder: `${label} …`, 'aria-label': label, input: () => this.#rebuild() });
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
    const devices = matching(this.#devices(), this.#deviceFilter.value);
    const groups = this.#shownGroups();
    this.#rotate.hidden = groups.length === 0;
    const [rows, columns] = [devices.slice(0, MOST_ROWS), groups.slice(0, MOST_COLUMNS)];
    this.#note.textContent = [
      rows.length < devices.length && plural('The first {shown} of {count} device', 'The first {shown} of {count} devices', devices.length, { shown: rows.length }),
      columns.length < groups.length && plural('The first {shown} of {count} group', 'The first {shown} of {count} groups', groups.length, { shown: columns.length }),
    ].filter(Boolean).join(', ');
    if (rows.length === 0 || columns.length === 0) {
      this.#cells = [];
      return this.#table.replaceChildren(this.#explain());
    }
    const every = { name: rows.length < this.#devices().length ? t('These devices') : t('Every device') };
    const everybody = columns.length < this.#groups().length ? { name: t('These groups') } : { name: t('Everybody'), reach: t('Everybody reaches {what}') };
    this.#cells = showGrid(this.#table, {
      rows: withAll(every, rows.map((device) => ({ ids: [device.id], name: fullLabel(device), picture: pictureOf(device.kind) }))),
      columns: withAll(everybody, columns.map((group) => ({ ids: [group.id], name: fullLabel(group) }))),
      fixed: rows.length > 1 ? 1 : 0,
      onSet: (cell, isReached) => this.#set(cell, isReached),
    });
    this.#check();
  }

  /**
   * @param {Cell} cell
   * @param {boolean} isReached
   */
  #set({ users, devices }, isReached) {
    const { model, newId, stack } = this.#editor;
    stack.execute(setReached(model, newId, users, devices, isReached));
    const stuck = isReached ? undefined : users.find((id) => devices.some((device) => findReached(model, id).has(device)));
    if (stuck) this.#editor.notices.show('access', { text: this.#explainStuck(stuck, devices), kind: 'warning', seconds: 8 });
    this.#check();
  }

  /**
   * Say why the group *users* still reaches one of *devices*.
   * @param {string} users
   * @param {readonly string[]} devices
   */
  #explainStuck(users, devices) {
    const { model } = this.#editor;
    const pod = devices.flatMap((id) => model.zonesAround(id)).find((zone) => zone.pod === users);
    const who = nameOf(model, users);
    if (pod) return t('Each user of {who} has a copy of the pod "{pod}" and reaches all that is in it. Take the device out of the pod to change that.', { who, pod: nameOf(model, pod.id) });
    return t('This is the last device that {who} reaches. Without any it would reach all devices: delete the users instead, or name another device first.', { who });
  }

  /** Let the boxes say what the model says. */
  #check() {
    const { model } = this.#editor;
    const reached = new Map(this.#groups().map((group) => [group.id, findReached(model, group.id)]));
    for (const { input, users, devices } of this.#cells) {
      const count = users.reduce((sum, id) => sum + devices.filter((device) => reached.get(id)?.has(device)).length, 0);
      input.checked = count === users.length * devices.length;
      input.indeterminate = count > 0 && !input.checked;
      input.classList.toggle('is-implied', users.every((id) => reachesAll(model, id)));
    }
  }

  #explain() {
    const text = this.#groups().length === 0 ? t('Add users to say what they reach.')
      : this.#devices().length === 0 ? t('Add devices to say who reaches them.')
        : t('Nothing has this name.');
    return element('p', { class: 'panel-empty muted' }, text);
  }

  /** @returns {Device[]} */
  #devices() {
    return /** @type {Device[]} */ ([...this.#editor.model.nodes.values()].filter((node) => node.type === 'device'));
  }

  /** @returns {Users[]} Those whose names contain what was typed. */
  #shownGroups() {
    return matching(this.#groups(), this.#usersFilter.value);
  }

  /** @returns {Users[]} */
  #groups() {
    return /** @type {Users[]} */ ([...this.#editor.model.nodes.values()].filter((node) => node.type === 'users'));
  }
}

/**
 * @template {Device | Users} Node
 * @param {readonly Node[]} nodes
 * @param {string} words
 * @returns {Node[]} Those whose names contain *words*.
 */
function matching(nodes, words) {
  const wanted = words.trim().toLowerCase();
  return nodes.filter((node) => fullLabel(node).toLowerCase().includes(wanted));
}

/**
 * Put a line for all of *lines* before them, where there are several.
 * @param {{ name: string, reach?: string }} all
 * @param {Line[]} lines
 * @returns {Line[]}
 */
function withAll(all, lines) {
  return lines.length > 1 ? [{ ...all, ids: lines.flatMap(({ ids }) => ids) }, ...lines] : lines;
}
