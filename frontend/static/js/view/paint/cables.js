/** Paints cables, and the names of interfaces at their ends. */

import { TILE } from '../../model/diagram.js';
import { visibleWidth } from '../frame.js';
import { exitOf, LABEL_DEPTH } from '../shapes.js';
import { cssFont, cut } from '../text.js';
import { paintGrounds } from './ground.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').LinkEnd} LinkEnd */
/** @typedef {import('./ground.js').Ground} Ground */

const WIDTH = 1.75;
const FLUSH = 256;
const NAME_SIZE = 10.5;
const NAME_HEIGHT = 12;
const LONGEST_NAME = 14;
const SHORTEST = TILE * 1.6;

/**
 * Paint *links*.
 * @param {Frame} frame
 * @param {readonly Link[]} links
 * @param {TextRuler} ruler
 */
export function paintCables(frame, links, ruler) {
  const lines = links.map((link) => frame.scene.lineOf(link));
  const { ctx, theme } = frame;
  ctx.strokeStyle = theme.cable;
  ctx.lineWidth = visibleWidth(frame, WIDTH);
  ctx.lineCap = 'butt';
  strokeLines(ctx, lines);
  if (frame.detail.interfaces) paintNames(frame, links, lines, ruler);
}

/**
 * Stroke *lines* in the style of *ctx*. Long paths are slow, so they are stroked in parts.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 */
export function strokeLines(ctx, lines) {
  for (let start = 0; start < lines.length; start += FLUSH) {
    ctx.beginPath();
    for (const line of lines.slice(start, start + FLUSH)) {
      ctx.moveTo(line.x1, line.y1);
      ctx.lineTo(line.x2, line.y2);
    }
    ctx.stroke();
  }
}

/**
 * @param {Frame} frame
 * @param {readonly Link[]} links
 * @param {readonly Line[]} lines
 * @param {TextRuler} ruler
 */
function paintNames(frame, links, lines, ruler) {
  const { ctx, theme, scene } = frame;
  const font = { family: theme.mono, weight: 400, size: NAME_SIZE };
  const names = links.flatMap((link, place) => {
    const line = lines[place];
    const back = { x1: line.x2, y1: line.y2, x2: line.x1, y2: line.y1 };
    return [placeName(scene, link.source, line, font, ruler) ?? [], placeName(scene, link.target, back, font, ruler) ?? []].flat();
  });
  paintGrounds(frame, names);
  ctx.font = cssFont(font);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = theme.muted;
  for (const { text, box } of names) ctx.fillText(text, box.x + box.width / 2, box.y + box.height / 2 + 0.5);
}

/**
 * Return the name of the interface *end* with its place near the start of *line*: clear of the tile and of its label.
 * @param {import('../scene.js').Scene} scene
 * @param {LinkEnd} end
 * @param {Line} line
 * @param {import('../text.js').Font} font
 * @param {TextRuler} ruler
 * @returns {(Ground & { text: string }) | null}
 */
function placeName(scene, end, line, font, ruler) {
  const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
  if (end.interface === '' || length < SHORTEST) return null;
  const text = cut(end.interface, LONGEST_NAME);
  const dx = (line.x2 - line.x1) / length;
  const dy = (line.y2 - line.y1) / length;
  const width = ruler.width(text, font) + 4;
  const own = (Math.abs(dx) * width + Math.abs(dy) * NAME_HEIGHT) / 2;
  const away = Math.min(exitOf(dx, dy, LABEL_DEPTH - 6) + own + 1, length / 2 - own);
  const box = { x: line.x1 + dx * away - width / 2, y: line.y1 + dy * away - NAME_HEIGHT / 2, width, height: NAME_HEIGHT };
  return { text, box, zone: scene.node(end.node)?.zone ?? null };
}
