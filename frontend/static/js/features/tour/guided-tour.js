/** The guided tour: a sequence of popovers that explain the parts of the editor. */

import { button, element } from '../../kit/dom.js';
import { t } from '../../util/text.js';

const GAP = 12;

/**
 * On a narrow screen some parts are sheets that are closed now: then the button that opens one stands for it.
 * @type {readonly { targets: string[], title: string, text: string }[]}
 */
const STOPS = [
  { targets: ['#left', '[data-sheet="left"]'], title: t('Add'), text: t('Click or drag devices and users from here. The outline beside it lists all that is on the drawing.') },
  { targets: ['#tools'], title: t('Connect'), text: t('Take "Connect", then click two things: devices get a cable, users get access.') },
  { targets: ['#right', '[data-sheet="right"]'], title: t('Properties'), text: t('Whatever is selected can be changed here: names, counts, addresses, who reaches what.') },
  { targets: ['#drawer'], title: t('Preview'), text: t('The file as it will be, at any time. "Access" shows who reaches what as a table.') },
  { targets: ['#download'], title: t('Download'), text: t('When no errors are left, this gives the user-mapping.xml for your gateway.') },
];

export class Tour {
  /** @type {HTMLElement | null} */
  #card = null;
  /** @type {Element | null} */
  #target = null;
  #origin = /** @type {Element | null} */ (null);

  /** Begin at the first stop. */
  start() {
    this.#origin = document.activeElement;
    document.body.classList.add('is-touring');
    this.#goTo(0);
  }

  /**
   * @param {number} stop
   * @returns {void}
   */
  #goTo(stop) {
    this.#leave();
    if (stop >= STOPS.length) return this.#end();
    const shown = STOPS[stop].targets.map((target) => document.querySelector(target));
    this.#target = shown.find((target) => target?.checkVisibility({ visibilityProperty: true })) ?? null;
    if (!this.#target) return this.#goTo(stop + 1);
    this.#target.classList.add('is-shown-by-tour');
    this.#card = this.#build(stop);
    (document.querySelector('main') ?? document.body).append(this.#card);
    place(this.#card, this.#target.getBoundingClientRect());
    /** @type {HTMLElement | null} */ (this.#card.querySelector('.button-primary'))?.focus();
  }

  /** @param {number} stop */
  #build(stop) {
    const { title, text } = STOPS[stop];
    const isLast = stop === STOPS.length - 1;
    const next = button({ label: isLast ? t('Done') : t('Next'), classes: 'button-small button-primary', onClick: () => this.#goTo(stop + 1) });
    const leave = button({ label: t('Skip'), classes: 'button-small button-quiet', onClick: () => this.#goTo(STOPS.length) });
    return element('div', {
      class: 'tour', role: 'dialog', 'aria-label': t('Tour: {title}', { title }),
      keydown: (/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#goTo(STOPS.length),
    },
      element('h2', {}, title), element('p', {}, text),
      element('div', { class: 'tour-foot' }, element('span', { class: 'muted' }, t('{place} of {count}', { place: stop + 1, count: STOPS.length })), isLast ? null : leave, next));
  }

  #leave() {
    this.#card?.remove();
    this.#card = null;
    this.#target?.classList.remove('is-shown-by-tour');
  }

  /** Go back to where one was; where that is gone, on to the drawing. */
  #end() {
    document.body.classList.remove('is-touring');
    const isThere = this.#origin instanceof HTMLElement && this.#origin.checkVisibility();
    /** @type {HTMLElement | null} */ (isThere ? this.#origin : document.querySelector('#canvas'))?.focus();
  }
}

/**
 * Put *card* beside *anchor*: inside the canvas, towards the middle of the window.
 * @param {HTMLElement} card
 * @param {DOMRect} anchor
 */
function place(card, anchor) {
  const { offsetWidth: width, offsetHeight: height } = card;
  const isTall = anchor.height > window.innerHeight / 2;
  const isLeft = anchor.left < window.innerWidth / 2;
  const left = isTall ? (isLeft ? anchor.right + GAP : anchor.left - width - GAP) : anchor.left + anchor.width / 2 - width / 2;
  const isAbove = anchor.top > window.innerHeight / 2;
  const top = isTall ? anchor.top + 60 : isAbove ? anchor.top - height - GAP : anchor.bottom + GAP;
  card.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`;
  card.style.top = `${Math.max(GAP, Math.min(top, window.innerHeight - height - GAP))}px`;
}
