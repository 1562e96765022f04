/** Paints the pictures that lie behind the drawing, and a frame with a cross in the place of one that is not there. */

import { boxOfShape } from '../../model/geometry/figures.js';
import { STRONG } from '../../model/style-values.js';
import { isDark } from '../colors.js';
import { visibleWidth } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../../model/diagram.js').Shape} Shape */

/** On a dark canvas a white plan would blind, and hide light cables; and what is dragged over the drawing lets one see where it goes. */
const IN_THE_DARK = 0.35;
const DRAGGED = 0.6;

/**
 * Paint *pictures* in their order.
 * @param {Frame} frame
 * @param {readonly Shape[]} pictures
 */
export function paintPictures(frame, pictures) {
  const { ctx, scene, theme } = frame;
  const strength = isDark(theme) ? IN_THE_DARK : 1;
  for (const shape of pictures) {
    const image = frame.pictures?.get(shape.picture ?? '');
    const { x, y, width, height } = boxOfShape(shape);
    if (!image) {
      paintFrame(frame, shape);
      continue;
    }
    ctx.save();
    ctx.globalAlpha = Math.round(strength * (shape.opacity ?? STRONG) * (scene.shifted.has(shape.id) ? DRAGGED : 1)) / 100;
    ctx.drawImage(/** @type {HTMLImageElement} */ (image), x, y, width, height);
    ctx.restore();
  }
}

/**
 * @param {Frame} frame
 * @param {Shape} shape
 */
function paintFrame(frame, shape) {
  const { ctx, theme } = frame;
  const { x, y, width, height } = boxOfShape(shape);
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.moveTo(x, y);
  ctx.lineTo(x + width, y + height);
  ctx.moveTo(x, y + height);
  ctx.lineTo(x + width, y);
  ctx.strokeStyle = theme.grid;
  ctx.lineWidth = visibleWidth(frame, 1);
  ctx.stroke();
}
