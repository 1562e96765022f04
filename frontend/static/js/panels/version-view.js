/** What was drawn in an earlier version: to look at, not to change. */

import { button, element } from './dom.js';
import { showDialog } from './dialog.js';
import { exactTime } from '../util/times.js';

/** @typedef {{ title: string, picture: string | null }} Look The title of the diagram then, and its drawing as SVG, if any. */

/**
 * @param {object} version
 * @param {string} version.heading
 * @param {string} version.time When it was saved, in ISO 8601.
 * @param {Look} version.look
 * @param {() => void} version.restore
 */
export function showVersion({ heading, time, look, restore }) {
  const saved = element('time', { datetime: time }, exactTime(Date.parse(time)));
  const about = element('p', { class: 'looked-about' }, element('strong', {}, look.title), element('span', { class: 'muted' }, 'Saved ', saved));
  const drawing = element('div', { class: 'looked', tabindex: 0, role: 'region', 'aria-label': 'Drawing' });
  const svg = look.picture === null ? null : parseSvg(look.picture);
  drawing.append(svg ?? element('p', { class: 'muted' }, 'Nothing was drawn then.'));
  showDialog({ title: heading, look: 'dialog-looked', content: [about, drawing], actions: [{ label: 'Restore', run: restore }] });
  if (svg && svg.getBoundingClientRect().width < Number(svg.getAttribute('width')) - 1) about.append(sizeButton(drawing));
  drawing.focus();
}

/** @param {HTMLElement} drawing */
function sizeButton(drawing) {
  const made = button({ label: 'Full size', look: 'button-small', onClick: () => {
    const isFull = drawing.classList.toggle('is-full');
    made.setAttribute('aria-pressed', String(isFull));
  } });
  made.setAttribute('aria-pressed', 'false');
  return made;
}

/** @param {string} text One of our own pictures, in which all that people typed is escaped. */
function parseSvg(text) {
  return document.importNode(new DOMParser().parseFromString(text, 'image/svg+xml').documentElement, true);
}
