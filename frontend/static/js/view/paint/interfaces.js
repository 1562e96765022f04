/** Paints the names at cables: those of interfaces at their ends, and their own. */

import { TILE } from '../../model/diagram.js';
import { lengthOf, pointAlong } from '../../util/polyline.js';
import { SIDES } from '../names/ends.js';
import { HEIGHT } from '../names/free-places.js';
import { cableFont, monoFont, wholeOf } from '../names/texts.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../names/texts.js').Caption} Caption */
/** @typedef {import('../names/texts.js').Ruler} Ruler */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * Return the names at *links*, where they can be read.
 * @param {Frame} frame
 * @param {readonly Link[]} links
 * @param {Ruler} ruler
 * @returns {Captions[]}
 */
export function captionCables({ detail, scene, theme }, links, ruler) {
  if (!detail.interfaces) return [];
  const { interfaces, own } = scene.names(theme, ruler).namesAt(links);
  return looksOf(theme, interfaces, own);
}

/**
 * Return the names at *link* in whole, where they stand or, where they found no room, as near as can be.
 * @param {Frame} frame
 * @param {Link} link
 * @param {Ruler} ruler
 * @returns {Captions[]}
 */
export function captionCableInWhole({ detail, scene, theme }, link, ruler) {
  if (!detail.interfaces) return [];
  const names = scene.names(theme, ruler);
  const path = scene.paths.pathOf(link);
  const length = lengthOf(path);
  const ends = SIDES.flatMap((side) => {
    const point = pointAlong(path, side === 'source' ? TILE : length - TILE);
    return inWhole(link[side].interface, names.endOf(link, side) ?? point, monoFont(theme), ruler);
  });
  const own = inWhole(link.name ?? '', names.ownNameOf(link) ?? pointAlong(path, length / 2), cableFont(theme), ruler);
  return looksOf(theme, ends, own);
}

/**
 * @param {Frame['theme']} theme
 * @param {Caption[]} interfaces
 * @param {Caption[]} own
 * @returns {Captions[]}
 */
function looksOf(theme, interfaces, own) {
  const looks = [{ font: monoFont(theme), color: theme.muted, captions: interfaces }];
  return own.length === 0 ? looks : [...looks, { font: cableFont(theme), color: theme.text, captions: own }];
}

/**
 * @param {string} text
 * @param {Point & Partial<Caption>} at
 * @param {Font} font
 * @param {Ruler} ruler
 * @returns {Caption[]}
 */
function inWhole(text, at, font, ruler) {
  if (text === '') return [];
  const shown = wholeOf(text);
  return [{ text: shown, x: at.x, y: at.y, width: ruler.width(shown, font) + 4, height: HEIGHT, zone: at.zone ?? null }];
}
