/** Notices over the canvas: one per subject, with buttons. */

import { button, element } from './dom.js';
import { t } from '../util/text.js';

/** @typedef {{ label: string, run: () => void, isPrimary?: boolean }} NoticeAction */

/**
 * @typedef {object} Notice
 * @property {string} text
 * @property {'info' | 'warning' | 'error'} [kind]
 * @property {NoticeAction[]} [actions]
 * @property {number} [seconds] After how long it goes by itself; without, it stays until closed.
 * @property {boolean} [isFixed] Whether it cannot be closed, because something has to be decided.
 */

export class Notices {
  #root;
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * Show *notice*, in the place of what was said on the same *subject* before.
   * @param {string} subject
   * @param {Notice} notice
   */
  show(subject, notice) {
    this.hide(subject);
    const shown = this.#build(subject, notice);
    this.#shown.set(subject, shown);
    this.#root.append(shown);
    if (notice.seconds) setTimeout(() => this.#shown.get(subject) === shown && this.hide(subject), notice.seconds * 1000);
  }

  /** @param {string} subject */
  hide(subject) {
    this.#shown.get(subject)?.remove();
    this.#shown.delete(subject);
  }

  /**
   * @param {string} subject
   * @param {Notice} notice
   */
  #build(subject, { text, kind = 'info', actions = [], isFixed = false }) {
    const hide = () => this.hide(subject);
    const buttons = actions.map(({ label, run, isPrimary }) =>
      button({ label, onClick: run, look: `button-small${isPrimary ? ' button-primary' : ''}` }),
    );
    if (!isFixed) buttons.push(button({ icon: 'close', title: t('Close this message'), look: 'button-quiet button-small', onClick: hide }));
    const role = kind === 'info' ? 'status' : 'alert';
    const look = actions.length > 1 ? ' notice-tall' : '';
    return element('div', { class: `notice notice-${kind}${look}`, role },
      element('span', {}, text), element('span', { class: 'notice-actions' }, ...buttons));
  }
}
