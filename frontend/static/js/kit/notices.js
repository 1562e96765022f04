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
 * @property {boolean} [isPassing] Whether it is about an outage, and goes with that.
 * @property {boolean} [isFixed] Whether it cannot be closed, because something has to be decided.
 */

export class Notices {
  #root;
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();
  /** @type {Set<string>} The subjects of those that go with the outage. */
  #passing = new Set();

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
    if (notice.isPassing) this.#passing.add(subject);
    if (notice.seconds) setTimeout(() => this.#shown.get(subject) === shown && this.hide(subject), notice.seconds * 1000);
  }

  /**
   * Show what went wrong; where the server could not be asked, until it answers again.
   * @param {string} subject
   * @param {Error & { isPassing?: boolean }} error
   */
  showError(subject, { message, isPassing }) {
    this.show(subject, { kind: 'error', text: message, isPassing });
  }

  /** @param {string} subject */
  hide(subject) {
    this.#shown.get(subject)?.remove();
    this.#shown.delete(subject);
    this.#passing.delete(subject);
  }

  /** Hide what was said about an outage that is over. */
  hidePassing() {
    for (const subject of this.#passing) this.hide(subject);
  }

  /**
   * @param {string} subject
   * @param {Notice} notice
   */
  #build(subject, { text, kind = 'info', actions = [], isFixed = false }) {
    const hide = () => this.hide(subject);
    const buttons = actions.map(({ label, run, isPrimary }) =>
      button({ label, onClick: run, classes: `button-small${isPrimary ? ' button-primary' : ''}` }),
    );
    if (!isFixed) buttons.push(button({ icon: 'close', title: t('Close this message'), classes: 'button-quiet button-small', onClick: hide }));
    const role = kind === 'info' ? 'status' : 'alert';
    const shape = actions.length > 1 ? ' notice-tall' : '';
    return element('div', { class: `notice notice-${kind}${shape}`, role },
      element('span', {}, text), element('span', { class: 'notice-actions' }, ...buttons));
  }
}
