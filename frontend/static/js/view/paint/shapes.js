/** Paints shapes: rectangles and ellipses with their text, lines and arrows. */

import { endsOf, hasEnds } from '../../model/geometry/figures.js';
import { NOTE_LINE, NOTE_PADDING, wrapText } from '../../model/geometry/notes.js';
import { visibleWidth } from '../frame.js';
import { tileBox } from '../shapes.js';
import { cssFont } from '../text.js';
import { tintsOfShape } from '../tints.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Shape} Shape */

const LINE = 1.75;
const RADIUS = 4;
const TEXT_SIZE = 12;
/** How long the strokes of the head of an arrow are, and how far they go aside. */
const HEAD = 11;
const ASIDE = 5.5;
/** Where the control points of a quarter of an ellipse are, between its ends and its corner. */
const ROUND = 0.5523;

/**
 * Paint *shapes* in their order.
 * @param {Frame} frame
 * @param {readonly Shape[]} shapes
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintShapes(frame, shapes, ruler) {
  for (const shape of shapes) {
    paintFigure(frame, shape);
    if (frame.detail.labels && shape.label !== '') paintText(frame, shape, ruler);
  }
}

/**
 * @param {Frame} frame
 * @param {Shape} shape
 */
function paintFigure(frame, shape) {
  const { ctx, theme } = frame;
  const { fill, line } = tintsOfShape(theme, shape);
  ctx.beginPath();
  if (hasEnds(shape)) traceLine(ctx, shape);
  else traceBox(ctx, shape);
  if (!hasEnds(shape)) {
    ctx.fillStyle = fill;
    ctx.fill();
  }
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = line;
  ctx.lineWidth = visibleWidth(frame, LINE);
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shape} shape
 */
function traceBox(ctx, shape) {
  const { x, y, width, height } = tileBox(shape);
  if (shape.shape !== 'ellipse') return ctx.roundRect(x, y, width, height, RADIUS);
  const [right, down] = [width / 2, height / 2];
  ctx.moveTo(shape.x + right, shape.y);
  for (const [fromX, fromY, toX, toY] of [[1, 0, 0, 1], [0, 1, -1, 0], [-1, 0, 0, -1], [0, -1, 1, 0]]) {
    ctx.bezierCurveTo(
      shape.x + right * (fromX + toX * ROUND), shape.y + down * (fromY + toY * ROUND),
      shape.x + right * (toX + fromX * ROUND), shape.y + down * (toY + fromY * ROUND),
      shape.x + right * toX, shape.y + down * toY,
    );
  }
  ctx.closePath();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Shape} shape
 */
function traceLine(ctx, shape) {
  const [start, end] = endsOf(shape);
  ctx.moveTo(start.x, start.y);
  ctx.lineTo(end.x, end.y);
  if (shape.shape === 'line') return;
  const length = Math.hypot(shape.width, shape.height) || 1;
  const [dx, dy] = [shape.width / length, shape.height / length];
  ctx.moveTo(end.x - dx * HEAD - dy * ASIDE, end.y - dy * HEAD + dx * ASIDE);
  ctx.lineTo(end.x, end.y);
  ctx.lineTo(end.x - dx * HEAD + dy * ASIDE, end.y - dy * HEAD - dx * ASIDE);
}

/**
 * Paint the text of *shape* around its middle, on the ground of the canvas where it lies on a line.
 * @param {Frame} frame
 * @param {Shape} shape
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintText({ ctx, theme }, shape, ruler) {
  const font = { family: theme.font, weight: 500, size: TEXT_SIZE };
  const room = hasEnds(shape) ? Infinity : Math.abs(shape.width) - 2 * NOTE_PADDING;
  const lines = wrapText(shape.label, (text) => ruler.width(text, font) <= room);
  const top = shape.y - ((lines.length - 1) * NOTE_LINE) / 2;
  if (hasEnds(shape)) {
    const width = Math.max(...lines.map((text) => ruler.width(text, font))) + 8;
    ctx.fillStyle = theme.canvas;
    ctx.fillRect(shape.x - width / 2, top - NOTE_LINE / 2, width, lines.length * NOTE_LINE);
  }
  ctx.font = cssFont(font);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = tintsOfShape(theme, shape).text;
  lines.forEach((text, place) => ctx.fillText(text, shape.x, top + place * NOTE_LINE));
}
