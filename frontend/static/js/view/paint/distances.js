/** Paints the distances that are shown while something is dragged: a line with its ends, and the number in its middle. */

import { number } from '../../util/text.js';
import { cssFont } from '../text.js';
import { strokeLines } from './cables.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../hints.js').Distance} Distance */
/** @typedef {import('../text.js').TextRuler} TextRuler */

const SIZE = 11;
const PADDING = 4;
const TICK = 4;

/**
 * Paint *distances*. One unit of *screen* is one CSS pixel in canvas units.
 * @param {Frame} frame
 * @param {readonly Distance[]} distances
 * @param {number} screen
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintDistances({ ctx, theme }, distances, screen, ruler) {
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = screen;
  ctx.lineCap = 'butt';
  strokeLines(ctx, distances.flatMap((line) => [line, ...ticksOf(line, TICK * screen)]));
  const font = { family: theme.font, weight: 600, size: SIZE * screen };
  ctx.font = cssFont(font);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { x1, y1, x2, y2, length } of distances) {
    const text = number(length);
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    const [width, height] = [ruler.width(text, font) + 2 * PADDING * screen, (SIZE + PADDING) * screen];
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 3 * screen);
    ctx.fillStyle = theme.accent;
    ctx.fill();
    ctx.fillStyle = theme.onAccent;
    ctx.fillText(text, x, y);
  }
}

/**
 * Return the short lines across both ends of *line*.
 * @param {Distance} line
 * @param {number} half
 */
function ticksOf({ x1, y1, x2, y2 }, half) {
  const [dx, dy] = y1 === y2 ? [0, half] : [half, 0];
  return [
    { x1: x1 - dx, y1: y1 - dy, x2: x1 + dx, y2: y1 + dy },
    { x1: x2 - dx, y1: y2 - dy, x2: x2 + dx, y2: y2 + dy },
  ];
}
