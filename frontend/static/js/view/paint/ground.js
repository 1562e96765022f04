/** Paints the ground behind captions, in the colour of what lies there. */

import { blend } from '../colors.js';
import { tintsOfZone } from '../tints.js';
import { isInSight } from './captions.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('./captions.js').Captions} Captions */

/**
 * Paint the grounds of *all* captions that are in sight.
 * @param {Frame} frame
 * @param {readonly Captions[]} all
 */
export function paintGrounds(frame, all) {
  const { ctx, box } = frame;
  /** @type {Map<string | null, string>} */
  const colors = new Map();
  let last = '';
  for (const { captions } of all) {
    for (const caption of captions) {
      if (!isInSight(box, caption)) continue;
      const { x, y, width, height, zone } = caption;
      let color = colors.get(zone);
      if (color === undefined) colors.set(zone, (color = colorIn(frame, zone)));
      if (color !== last) ctx.fillStyle = last = color;
      ctx.fillRect(x - width / 2, y - height / 2, width, height);
    }
  }
}

/**
 * Return the colour that shows in the zone *zone*: the canvas under the tints of all zones around.
 * @param {Pick<Frame, 'scene' | 'theme'>} frame
 * @param {string | null} zone
 * @returns {string}
 */
function colorIn({ scene, theme }, zone) {
  const own = scene.zone(zone ?? '');
  if (!own) return theme.canvas;
  return blend(colorIn({ scene, theme }, own.zone), tintsOfZone(theme, own).fill);
}
