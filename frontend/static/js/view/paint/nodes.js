/** Paints nodes: tiles, notes and count badges. */

import { countUsers, TILE } from '../../model/diagram.js';
import { linesOfNote, NOTE_LINE, NOTE_PADDING, noteScale } from '../../model/geometry/notes.js';
import { iconOf } from '../../model/icons.js';
import { toUnits } from '../frame.js';
import { tileBox } from '../shapes.js';
import { cssFont } from '../text.js';
import { tintsOfNote } from '../tints.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('./scene.js').Tools['sprites']} Sprites */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Note} Note */

const HALF = TILE / 2;
const STACK_OFFSET = 5;
const NOTE_SIZE = 12;
const BADGE = 16;

/**
 * Paint *nodes* in their order; the text under them is painted with the captions.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Sprites} sprites
 */
export function paintNodes(frame, nodes, sprites) {
  if (!frame.detail.tiles) return paintSpecks(frame, nodes);
  for (const node of nodes) if (node.type === 'note') paintNote(frame, node);
  paintTiles(frame, nodes, sprites);
}

/**
 * Paint far-away nodes as plain rectangles, one path a colour.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 */
function paintSpecks({ ctx, theme, problems }, nodes) {
  /** @type {Map<string, Node[]>} */
  const byColor = new Map();
  for (const node of nodes) {
    const problem = problems.get(node.id);
    const plain = node.type === 'users' ? theme.access : node.type === 'note' ? theme.noteLine : theme.cable;
    const color = problem ? theme[problem] : plain;
    const list = byColor.get(color);
    if (list) list.push(node);
    else byColor.set(color, [node]);
  }
  for (const [color, list] of byColor) {
    ctx.fillStyle = color;
    ctx.beginPath();
    for (const node of list) ctx.rect(node.x - HALF, node.y - HALF, TILE, TILE);
    ctx.fill();
  }
}

/**
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Sprites} sprites
 */
function paintTiles(frame, nodes, sprites) {
  const { ctx, pixel, origin, box } = frame;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  for (const node of nodes) {
    if (node.type === 'note' || !isInSight(box, node)) continue;
    const x = node.x * pixel + origin.x;
    const y = node.y * pixel + origin.y;
    const aside = STACK_OFFSET * pixel;
    if (node.type === 'device' && node.count > 1) sprites.draw(ctx, 'blank', x + aside, y - aside, pixel);
    sprites.draw(ctx, iconOf(node), x, y, pixel);
  }
  toUnits(frame);
}

/**
 * Return whether any of a tile at the place of *node* is in *box*.
 * @param {import('../../util/geometry.js').Box} box
 * @param {Node} node
 */
function isInSight(box, { x, y }) {
  return x + TILE > box.x && x - TILE < box.x + box.width && y + TILE > box.y && y - TILE < box.y + box.height;
}

/**
 * @param {Frame} frame
 * @param {Note} note
 */
function paintNote({ ctx, theme, detail }, note) {
  const box = tileBox(note);
  const { fill, line, text: color } = tintsOfNote(theme, note);
  if (!note.plain) {
    ctx.beginPath();
    ctx.roundRect(box.x, box.y, box.width, box.height, 4);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = line;
    ctx.lineWidth = 1;
    ctx.stroke();
  }
  if (!detail.labels) return;
  const scale = noteScale(note);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = color;
  linesOfNote(note).forEach(({ text, isHeading }, place) => {
    const isBold = isHeading || note.size === 'title';
    ctx.font = cssFont({ family: theme.font, weight: isBold ? 600 : 400, size: NOTE_SIZE * scale });
    ctx.fillText(text, box.x + NOTE_PADDING, box.y + NOTE_PADDING + NOTE_LINE * scale * (place + 0.5));
  });
}

/**
 * Paint on *nodes* how many a stack or a users node stands for.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintCounts({ ctx, theme }, nodes, ruler) {
  const font = { family: theme.font, weight: 600, size: 10.5 };
  ctx.font = cssFont(font);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const node of nodes) {
    const text = countOf(node);
    if (text === '') continue;
    const width = Math.max(ruler.width(text, font) + 10, BADGE);
    const x = node.x + HALF - 2 - width / 2 + 6;
    const y = node.y + HALF - 6;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - BADGE / 2, width, BADGE, BADGE / 2);
    ctx.fillStyle = node.type === 'users' ? theme.access : theme.icon;
    ctx.fill();
    ctx.lineWidth = 1.5;
    ctx.strokeStyle = theme.canvas;
    ctx.stroke();
    ctx.fillStyle = theme.canvas;
    ctx.fillText(text, x, y + 0.75);
  }
}

/** @param {Node} node */
function countOf(node) {
  if (node.type === 'users') return String(countUsers(node));
  return node.type === 'device' && node.count > 1 ? `×${node.count}` : '';
}
