/** Paints names of places over a drawing that is seen from far away. */

import { placeFont } from '../names/place-names.js';
import { cssFont } from '../text.js';
import { overlaps } from '../../util/geometry.js';

/** @typedef {import('../frame.js').Frame} Frame */

const GROUND = 0.8;

/**
 * Paint the names of places that stay where they are, where the detail of *frame* has no titles.
 * @param {Frame} frame
 * @param {import('../names/texts.js').Ruler} ruler
 */
export function paintPlaceNames({ ctx, box, detail, scene, theme }, ruler) {
  if (!detail.placeNames) return;
  const names = scene.placeNames.list(detail.titleSize, theme, ruler).filter((name) => overlaps(name, box) && !scene.shifted.has(name.id));
  ctx.fillStyle = theme.canvas;
  ctx.globalAlpha = GROUND;
  for (const { x, y, width, height } of names) ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.text;
  ctx.font = cssFont(placeFont(theme, detail.titleSize));
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { text, x, y, width, height } of names) ctx.fillText(text, x + width / 2, y + height / 2);
}
