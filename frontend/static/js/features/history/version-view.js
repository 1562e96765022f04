/** Shows a saved version as a picture in a dialog. */

import { element } from '../../kit/dom.js';
import { showDialog } from '../../kit/dialogs/dialog.js';
import { offerFullSize, svgPicture } from '../../kit/svg-picture.js';
import { exactTime } from '../../util/times.js';
import { t } from '../../util/text.js';

/** @typedef {{ title: string, picture: string | null }} OldDrawing The title of the diagram then, and its drawing as SVG, if any. */

/**
 * @param {object} version
 * @param {string} version.heading
 * @param {string} version.time When it was saved, in ISO 8601.
 * @param {OldDrawing} version.drawn
 * @param {() => void} version.restore
 */
export function showVersion({ heading, time, drawn, restore }) {
  const saved = element('time', { datetime: time }, exactTime(Date.parse(time)));
  const [before, after] = t('Saved {time}').split('{time}');
  const about = element('p', { class: 'looked-about' }, element('strong', {}, drawn.title), element('span', { class: 'muted' }, before, saved, after));
  const drawing = element('div', { class: 'looked', tabindex: 0, role: 'region', 'aria-label': t('Drawing') });
  drawing.append(drawn.picture ? svgPicture(drawn.picture) : element('p', { class: 'muted' }, t('Nothing was drawn then.')));
  showDialog({ title: heading, classes: 'dialog-looked', content: [about, drawing], actions: [{ label: t('Restore'), run: restore }] });
  offerFullSize(drawing, about);
  drawing.focus();
}
