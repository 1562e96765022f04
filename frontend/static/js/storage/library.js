/** The personal library of templates, kept in this browser for who is logged in. */

import { readLibrary, renderLibrary } from '../model/copying/template.js';

/** @typedef {import('../model/copying/template.js').Template} Template */

export class Library {
  #storage;
  #key;

  /**
   * @param {Pick<Storage, 'getItem' | 'setItem'>} storage
   * @param {string | null} username
   */
  constructor(storage, username) {
    this.#storage = storage;
    this.#key = `labmapper-library ${username ?? ''}`;
  }

  /** @returns {Template[]} What is kept, by name. */
  list() {
    const kept = readLibrary(this.#storage.getItem(this.#key) ?? '') ?? [];
    return kept.sort((a, b) => a.name.localeCompare(b.name));
  }

  /**
   * Keep *templates*, in the place of those with their names. Nothing is kept where that would be no library
   * that can be read again: more than one takes, say.
   * @param {readonly Template[]} templates
   * @returns {boolean} Whether they are kept.
   */
  keep(templates) {
    const names = new Set(templates.map(({ name }) => name));
    const all = [...this.list().filter(({ name }) => !names.has(name)), ...templates];
    const text = renderLibrary(all);
    if (!readLibrary(text)) return false;
    this.#storage.setItem(this.#key, text);
    return true;
  }

  /**
   * Forget the template *name*.
   * @param {string} name
   */
  drop(name) {
    this.#storage.setItem(this.#key, renderLibrary(this.list().filter((template) => template.name !== name)));
  }
}
