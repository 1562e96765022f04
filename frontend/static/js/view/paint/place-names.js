/** Paints names of places over a drawing that is seen from far away. */

import { placeFont } from '../names/place-names.js';
import { overlaps } from '../../util/geometry.js';
import { paintSteady } from './captions.js';

/** @typedef {import('../frame.js').Frame} Frame */

const GROUND = 0.8;

/**
 * Paint the names of places that stay where they are, where the detail of *frame* has no titles.
 * @param {Frame} frame
 * @param {import('../names/texts.js').Ruler} ruler
 */
export function paintPlaceNames(frame, ruler) {
  const { ctx, box, detail, scene, theme } = frame;
  if (!detail.placeNames) return;
  const names = scene.placeNames.list(detail.titleSize, theme, ruler).filter((name) => overlaps(name, box) && !scene.shifted.has(name.id));
  ctx.fillStyle = theme.canvas;
  ctx.globalAlpha = GROUND;
  for (const { x, y, width, height } of names) ctx.fillRect(x, y, width, height);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.text;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  paintSteady(frame, placeFont(theme, detail.titleSize), names.map(({ text, x, y, width, height }) => ({ text, x: x + width / 2, y: y + height / 2 })));
}
