/** Paints zones: rounded boxes with a title; pods dashed and with a badge. */

import { countUsers } from '../../model/diagram.js';
import { parseName } from '../../model/numbering.js';
import { visibleWidth } from '../frame.js';
import { cssFont, cut } from '../text.js';
import { tintsOfZone } from '../tints.js';
import { paintCaptions, TITLE_INSET } from './captions.js';
import { t } from '../../util/text.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

const RADIUS = 10;
const BADGE_SIZE = 11;

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
  const widths = new Map(titles.flatMap(({ captions }) => captions).map(({ zone, width }) => [zone, width + 4]));
  for (const zone of frame.detail.badges ? zones : []) {
    const badge = badgeOf(frame, zone);
    if (badge) paintBadge(frame, zone, badge, widths.get(zone.id) ?? 0, ruler);
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
 * @param {Zone} zone
 * @param {string} badge
 * @param {number} after
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintBadge({ ctx, theme }, zone, badge, after, ruler) {
  const font = { family: theme.font, weight: 500, size: BADGE_SIZE };
  const width = ruler.width(badge, font) + 14;
  const fits = TITLE_INSET + after + width < zone.width - TITLE_INSET;
  const x = fits ? zone.x + TITLE_INSET + after : zone.x + TITLE_INSET;
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
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
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
  return t('one per {name} · ×{count}', { name: cut(name || t('user'), 20), count: countUsers(owner) });
}
