/** Paints the names of interfaces at the ends of cables, clear of tiles and captions. */

import { TILE } from '../../model/diagram.js';
import { clearOf } from '../shapes.js';
import { cutMiddle } from '../text.js';
import { measureLabel, monoFont } from './captions.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('./captions.js').Caption} Caption */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {{ width: number, height: number }} Size */

/**
 * @typedef {object} Name What is written at one end of a cable.
 * @property {string} text
 * @property {number} width
 * @property {number} away How far from the middle of the tile its middle is.
 * @property {number} along How far it goes along the cable to either side of its middle.
 */

const HEIGHT = 12;
const GAP = 4;
const LONGEST = 14;
const SHORTEST_CABLE = TILE * 1.6;

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
  const measure = measureNames(frame, ruler);
  /** @type {Caption[]} */
  const captions = [];
  links.forEach(({ source, target }, place) => {
    if (source.interface === '' && target.interface === '') return;
    const { x1, y1, x2, y2 } = lines[place];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < SHORTEST_CABLE) return;
    const dx = (x2 - x1) / length;
    const dy = (y2 - y1) / length;
    const one = measure(source, dx, dy);
    const other = measure(target, -dx, -dy);
    const lack = Math.max(0, one.away + one.along + other.along + other.away - length) / 2;
    write(captions, one, x1 + dx * (one.away - lack), y1 + dy * (one.away - lack), frame.scene.node(source.node)?.zone);
    write(captions, other, x2 - dx * (other.away - lack), y2 - dy * (other.away - lack), frame.scene.node(target.node)?.zone);
  });
  return [{ font: monoFont(frame), color: frame.theme.muted, captions }];
}

/**
 * @param {Caption[]} captions
 * @param {Name} name
 * @param {number} x
 * @param {number} y
 * @param {string | null} [zone]
 */
function write(captions, { text, width }, x, y, zone = null) {
  if (text !== '') captions.push({ text, x, y, width, height: HEIGHT, zone });
}

/**
 * Return a function that measures the name at an end of a cable that leaves in a direction; each label is measured once.
 * @param {Frame} frame
 * @param {Pick<TextRuler, 'width'>} ruler
 * @returns {(end: import('../../model/diagram.js').LinkEnd, dx: number, dy: number) => Name}
 */
function measureNames(frame, ruler) {
  const font = monoFont(frame);
  /** @type {Map<string, Size>} */
  const labels = new Map();
  const labelOf = (/** @type {string} */ id) => {
    const node = frame.scene.node(id);
    const size = labels.get(id) ?? (node ? measureLabel(frame, node, ruler) : { width: 0, height: 0 });
    labels.set(id, size);
    return size;
  };
  return (end, dx, dy) => {
    const text = cutMiddle(end.interface, LONGEST);
    const size = text === '' ? { width: 0, height: 0 } : { width: ruler.width(text, font) + 4, height: HEIGHT };
    const along = Math.min(size.width / 2 / Math.max(Math.abs(dx), 1e-9), size.height / 2 / Math.max(Math.abs(dy), 1e-9));
    return { text, width: size.width, along, away: clearOf(dx, dy, size, labelOf(end.node)) + GAP };
  };
}
