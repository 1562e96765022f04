/**
 * The small text on the drawing: labels and addresses under tiles, names of interfaces at the ends of cables.
 * Each lies on a ground that keeps it readable where cables cross; grounds come first, then tiles, then the text.
 */

import { reachesAll } from '../../model/access.js';
import { TILE } from '../../model/diagram.js';
import { fullLabel } from '../../model/names.js';
import { exitOf, LABEL_DEPTH } from '../shapes.js';
import { cssFont, cut } from '../text.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').LinkEnd} LinkEnd */
/** @typedef {import('../../model/diagram.js').Node} Node */

/**
 * @typedef {object} Caption A line of text around its middle.
 * @property {string} text
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 * @property {string | null} zone The zone in which it lies.
 */

/** @typedef {{ font: Font, color: string, captions: Caption[] }} Captions Those of one look. */

const LONGEST_LABEL = 24;
const LABEL_SIZE = 12;
const ADDRESS_SIZE = 10.5;
const LINE = 15;
const LABEL_Y = TILE / 2 + 13;
const NAME_HEIGHT = 12;
const LONGEST_NAME = 14;
const SHORTEST_CABLE = TILE * 1.6;

/**
 * Return the captions under *nodes* that can be read at the zoom of *frame*.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {Captions[]}
 */
export function captionNodes({ theme, detail, scene }, nodes, ruler) {
  if (!detail.labels) return [];
  const label = { family: theme.font, weight: 500, size: LABEL_SIZE };
  const looks = [write(nodes, textOf, LABEL_Y, label, theme.text, ruler)];
  if (!detail.addresses) return looks;
  const mono = { family: theme.mono, weight: 400, size: ADDRESS_SIZE };
  const plain = { family: theme.font, weight: 400, size: ADDRESS_SIZE };
  const reach = (/** @type {Node} */ node) => (node.type === 'users' && reachesAll(scene.model, node.id) ? 'all devices' : '');
  looks.push(write(nodes, addressOf, LABEL_Y + LINE, mono, theme.muted, ruler));
  looks.push(write(nodes, reach, LABEL_Y + LINE, plain, theme.access, ruler));
  return looks;
}

/**
 * Return the names of the interfaces of *links*, whose lines are *lines*, where they can be read.
 * @param {Frame} frame
 * @param {readonly Link[]} links
 * @param {readonly Line[]} lines
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {Captions[]}
 */
export function captionCables(frame, links, lines, ruler) {
  if (!frame.detail.interfaces) return [];
  const font = { family: frame.theme.mono, weight: 400, size: ADDRESS_SIZE };
  /** @type {Caption[]} */
  const captions = [];
  links.forEach((link, place) => {
    const { x1, y1, x2, y2 } = lines[place];
    nameEnd(frame, link.source, lines[place], font, ruler, captions);
    nameEnd(frame, link.target, { x1: x2, y1: y2, x2: x1, y2: y1 }, font, ruler, captions);
  });
  return [{ font, color: frame.theme.muted, captions }];
}

/**
 * Paint *captions*.
 * @param {Frame} frame
 * @param {readonly Captions[]} all
 */
export function paintCaptions({ ctx }, all) {
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { font, color, captions } of all) {
    ctx.font = cssFont(font);
    ctx.fillStyle = color;
    for (const { text, x, y } of captions) ctx.fillText(text, x, y);
  }
}

/**
 * @param {readonly Node[]} nodes
 * @param {(node: Node) => string} read
 * @param {number} below How far below the middle of the tile.
 * @param {Font} font
 * @param {string} color
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {Captions}
 */
function write(nodes, read, below, font, color, ruler) {
  /** @type {Caption[]} */
  const captions = [];
  for (const node of nodes) {
    const text = read(node);
    if (text === '') continue;
    captions.push({ text, x: node.x, y: node.y + below, width: ruler.width(text, font) + 6, height: LINE, zone: node.zone });
  }
  return { font, color, captions };
}

/** @param {Node} node */
function textOf(node) {
  return node.type === 'note' ? '' : cut(fullLabel(node), LONGEST_LABEL);
}

/** @param {Node} node */
function addressOf(node) {
  return node.type === 'device' ? cut(node.connections[0]?.host ?? '', LONGEST_LABEL) : '';
}

/**
 * Write the name of the interface *end* near the start of *line*, clear of the tile and of its label.
 * @param {Frame} frame
 * @param {LinkEnd} end
 * @param {Line} line
 * @param {Font} font
 * @param {Pick<TextRuler, 'width'>} ruler
 * @param {Caption[]} captions
 */
function nameEnd({ scene }, end, line, font, ruler, captions) {
  const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
  if (end.interface === '' || length < SHORTEST_CABLE) return;
  const text = cut(end.interface, LONGEST_NAME);
  const dx = (line.x2 - line.x1) / length;
  const dy = (line.y2 - line.y1) / length;
  const width = ruler.width(text, font) + 4;
  const own = (Math.abs(dx) * width + Math.abs(dy) * NAME_HEIGHT) / 2;
  const away = Math.min(exitOf(dx, dy, LABEL_DEPTH - 6) + own + 1, length / 2 - own);
  const zone = scene.node(end.node)?.zone ?? null;
  captions.push({ text, x: line.x1 + dx * away, y: line.y1 + dy * away, width, height: NAME_HEIGHT, zone });
}
