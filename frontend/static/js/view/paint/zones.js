/** Paints zones: titled rounded boxes, those of pods dashed and with a badge. */

import { countUsers } from '../../model/diagram.js';
import { parseName } from '../../model/numbering.js';
import { visibleWidth } from '../frame.js';
import { cssFont, cut } from '../text.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

const RADIUS = 10;
const TITLE_SIZE = 13;
const BADGE_SIZE = 11;
const INSET = 12;

/**
 * Paint *zones*, which come with outer ones before inner ones.
 * @param {Frame} frame
 * @param {readonly Zone[]} zones
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintZones(frame, zones, ruler) {
  for (const zone of zones) paintBox(frame, zone);
  if (frame.detail.labels) for (const zone of zones) paintTitle(frame, zone, ruler);
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
  ctx.fillStyle = isPod ? theme.podTint : theme.zoneTint;
  ctx.fill();
  ctx.strokeStyle = isPod ? theme.podLine : theme.zoneLine;
  ctx.lineWidth = visibleWidth(frame, isPod ? 1.5 : 1.25);
  if (isPod && frame.detail.tiles) ctx.setLineDash([7, 5]);
  ctx.stroke();
  ctx.setLineDash([]);
}

/**
 * @param {Frame} frame
 * @param {Zone} zone
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintTitle(frame, zone, ruler) {
  const { ctx, theme } = frame;
  const font = { family: theme.font, weight: 600, size: TITLE_SIZE };
  const room = Math.max(3, Math.floor((zone.width - 2 * INSET) / (TITLE_SIZE * 0.56)));
  const title = cut(zone.label, room);
  ctx.font = cssFont(font);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = theme.muted;
  ctx.fillText(title, zone.x + INSET, zone.y + 17);
  const badge = badgeOf(frame, zone);
  if (badge) paintBadge(frame, zone, badge, title === '' ? 0 : ruler.width(title, font) + 10, ruler);
}

/**
 * @param {Frame} frame
 * @param {Zone} zone
 * @param {string} badge
 * @param {number} after
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintBadge({ ctx, theme }, zone, badge, after, ruler) {
  const font = { family: theme.font, weight: 500, size: BADGE_SIZE };
  const width = ruler.width(badge, font) + 14;
  const fits = INSET + after + width < zone.width - INSET;
  const x = fits ? zone.x + INSET + after : zone.x + INSET;
  const y = fits ? zone.y + 8 : zone.y + zone.height - 26;
  ctx.beginPath();
  ctx.roundRect(x, y, width, 18, 9);
  ctx.fillStyle = theme.canvas;
  ctx.fill();
  ctx.strokeStyle = theme.podLine;
  ctx.lineWidth = 1;
  ctx.stroke();
  ctx.fillStyle = theme.accent;
  ctx.font = cssFont(font);
  ctx.fillText(badge, x + 7, y + 9.5);
}

/**
 * @param {Frame} frame
 * @param {Zone} zone
 */
function badgeOf({ scene }, zone) {
  const owner = scene.model.nodes.get(zone.pod ?? '');
  if (owner?.type !== 'users') return null;
  const name = (parseName(owner.label)?.stem ?? owner.label).replace(/[-_. ]+$/, '');
  return `one per ${cut(name || 'user', 20)} · ×${countUsers(owner)}`;
}
