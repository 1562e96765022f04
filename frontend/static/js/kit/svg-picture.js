/** Shows an SVG text as an image, and offers it in full size. */

import { button } from './dom.js';
import { t } from '../util/text.js';

/**
 * Return the element of *text*, one of our own pictures, in which all that people typed is escaped.
 * @param {string} text
 * @returns {HTMLElement}
 */
export function svgPicture(text) {
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}

/**
 * Where the picture in *drawing* is shown smaller than it is, put a button at the end of *place* that shows its full size.
 * @param {HTMLElement} drawing
 * @param {HTMLElement} place
 */
export function offerFullSize(drawing, place) {
  const svg = drawing.querySelector('svg');
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  if (width > Number(svg.getAttribute('width')) - 1 && height > Number(svg.getAttribute('height')) - 1) return;
  const made = button({ label: t('Full size'), classes: 'button-small', onClick: () => {
    made.setAttribute('aria-pressed', String(drawing.classList.toggle('is-full')));
  } });
  made.setAttribute('aria-pressed', 'false');
  place.append(made);
}
