/** Paints zones: rounded boxes with a title; pods dashed and with a badge. */

import { visibleWidth } from '../frame.js';
import { badgeFont, badgeOf } from '../names/texts.js';
import { cssFont } from '../text.js';
import { tintsOfZone } from '../tints.js';
import { paintCaptions } from './captions.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

const RADIUS = 10;

/**
 * Paint the boxes of *zones*, which come with outer ones before inner ones.
 * @param {Frame} frame
 * @param {readonly Zone[]} zones
 */
export function paintZones(frame, zones) {
  for (const zone of zones) paintBox(frame, zone);
}

/**
 * Paint the *titles* of *zones* and the badges of pods beside them.
 * @param {Frame} frame
 * @param {readonly Zone[]} zones
 * @param {readonly Captions[]} titles
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintTitles(frame, zones, titles, ruler) {
  paintCaptions(frame, titles);
  for (const zone of frame.detail.badges ? zones : []) {
    const badge = badgeOf(frame.scene, zone, frame.theme, ruler, titles.length > 0 ? frame.detail.titleSize : 0);
    if (badge) paintBadge(frame, badge);
  }
}

/**
 * @param {Frame} frame
 * @param {Zone} zone
 */
function paintBox(frame, zone) {
  const { ctx, theme } = frame;
  const isPod = zone.pod !== null;
  ctx.beginPath();
  ctx.roundRect(zone.x, zone.y, zone.width, zone.height, RADIUS);
  const { fill, line } = tintsOfZone(theme, zone);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = line;
  ctx.lineWidth = visibleWidth(frame, isPod ? 1.5 : 1.25);
  if (isPod && frame.detail.tiles) ctx.setLineDash([7, 5]);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * @param {Frame} frame
 * @param {import('../../util/geometry.js').Box & { text: string }} badge
 */
function paintBadge({ ctx, theme }, { text, x, y, width, height }) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, height / 2);
  ctx.fillStyle = theme.canvas;
  ctx.fill();
  ctx.strokeStyle = theme.podLine;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = theme.accent;
  ctx.font = cssFont(badgeFont(theme));
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, x + 7, y + height / 2 + 0.5);
}
