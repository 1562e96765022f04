/**
 * Paints captions: titles of zones, labels and addresses below tiles; `interfaces.js` adds those at cables. Grounds are painted
 * first, then tiles, then the text, so that captions stay readable where cables cross.
 */

import { describeReach } from '../../model/access.js';
import { TILE } from '../../model/diagram.js';
import { isAnnotation } from '../../model/items.js';
import { fullLabel } from '../../model/names.js';
import { cssFont, cut } from '../text.js';
import { tintsOfZone } from '../tints.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../text.js').Font} Font */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */

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
const TITLE_SIZE = 13;
export const TITLE_INSET = 12;
const TITLE_Y = 17;
const LABEL_SIZE = 12;
const ADDRESS_SIZE = 10.5;
const LINE = 15;
const LABEL_Y = TILE / 2 + 13;

/**
 * Return the captions under *nodes* that can be read at the zoom of *frame*.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {Captions[]}
 */
export function captionNodes(frame, nodes, ruler) {
  const { theme, detail, scene } = frame;
  if (!detail.labels) return [];
  const label = labelFont(frame);
  const looks = [write(nodes, textOf, LABEL_Y, label, theme.text, ruler)];
  if (!detail.addresses) return looks;
  const mono = monoFont(frame);
  const plain = { family: theme.font, weight: 400, size: ADDRESS_SIZE };
  const reach = (/** @type {Node} */ node) => (node.type === 'users' ? describeReach(scene.model, node.id) : '');
  looks.push(write(nodes, addressOf, LABEL_Y + LINE, mono, theme.muted, ruler));
  looks.push(write(nodes, reach, LABEL_Y + LINE, plain, theme.access, ruler));
  return looks;
}

/**
 * Return the titles of *zones*.
 * @param {Frame} frame
 * @param {readonly Zone[]} zones
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {Captions[]}
 */
export function captionZones({ theme, detail }, zones, ruler) {
  if (!detail.labels) return [];
  const font = { family: theme.font, weight: 600, size: TITLE_SIZE };
  const titled = zones.filter((zone) => zone.label !== '');
  const colors = new Map(titled.map((zone) => [zone, tintsOfZone(theme, zone).text]));
  const captionOf = (/** @type {Zone} */ zone) => {
    const room = Math.max(3, Math.floor((zone.width - 2 * TITLE_INSET) / (TITLE_SIZE * 0.56)));
    const text = cut(zone.label, room);
    const width = ruler.width(text, font);
    return { text, x: zone.x + TITLE_INSET + width / 2, y: zone.y + TITLE_Y, width: width + 6, height: TITLE_SIZE + 4, zone: zone.id };
  };
  return [...new Set(colors.values())].map((color) => ({
    font, color, captions: titled.filter((zone) => colors.get(zone) === color).map(captionOf),
  }));
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
  return isAnnotation(node) ? '' : cut(fullLabel(node), LONGEST_LABEL);
}

/** @param {Node} node */
function addressOf(node) {
  return node.type === 'device' ? cut(node.connections[0]?.host ?? '', LONGEST_LABEL) : '';
}

/**
 * Return how large the text under *node* is.
 * @param {Frame} frame
 * @param {Node} node
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {{ width: number, height: number }}
 */
export function measureLabel(frame, node, ruler) {
  const address = addressOf(node);
  const width = Math.max(ruler.width(textOf(node), labelFont(frame)), ruler.width(address, monoFont(frame)));
  return { width, height: LABEL_Y - TILE / 2 + LINE / 2 + (address === '' ? 0 : LINE) };
}

/** @param {Pick<Frame, 'theme'>} frame */
function labelFont({ theme }) {
  return { family: theme.font, weight: 500, size: LABEL_SIZE };
}

/**
 * Return the font of addresses and interfaces.
 * @param {Pick<Frame, 'theme'>} frame
 * @returns {Font}
 */
export function monoFont({ theme }) {
  return { family: theme.mono, weight: 400, size: ADDRESS_SIZE };
}
