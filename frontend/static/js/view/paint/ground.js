/** Paints the ground behind captions, in the colour of what lies there. */

import { contains, inflate } from '../../util/geometry.js';
import { blend } from '../colors.js';
import { tintsOfZone } from '../tints.js';
import { isInSight } from './captions.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../names/texts.js').Caption} Caption */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

/** How far outside of what is painted the middle of a caption may be that is seen in it. */
const REACH = 128;

/**
 * Paint the grounds of *all* captions that are in sight.
 * @param {Frame} frame
 * @param {readonly Captions[]} all
 */
export function paintGrounds(frame, all) {
  const { ctx, box, scene } = frame;
  const zones = scene.zonesIn(inflate(box, REACH));
  /** @type {Map<string | null, string>} */
  const colors = new Map();
  let last = '';
  for (const { captions } of all) {
    for (const caption of captions) {
      if (!isInSight(box, caption)) continue;
      const { x, y, width, height } = caption;
      const zone = zoneUnder(frame, zones, caption);
      let color = colors.get(zone);
      if (color === undefined) colors.set(zone, (color = colorIn(frame, zone)));
      if (color !== last) ctx.fillStyle = last = color;
      ctx.fillRect(x - width / 2, y - height / 2, width, height);
    }
  }
}

/**
 * Return the innermost of *zones* in which *caption* lies, whatever the thing belongs to that it names; on its way, that which goes along.
 * @param {Pick<Frame, 'scene'>} frame
 * @param {readonly Zone[]} zones Outer ones before inner ones.
 * @param {Caption} caption
 * @returns {string | null}
 */
function zoneUnder({ scene }, zones, caption) {
  if (caption.zone !== null && scene.shifted.has(caption.zone)) return caption.zone;
  return zones.findLast((zone) => contains(zone, caption))?.id ?? null;
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
