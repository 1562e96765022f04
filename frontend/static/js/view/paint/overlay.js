/**
 * Which part of the canvas is painted over while devices are dragged, so that for the next frame only that part has to show the drawing again.
 * It is told for what is dragged most; where something else is shown, such as access, a zone or a ghost, it is not known.
 */

import { boxOfCaption } from '../names/texts.js';
import { inkBox } from '../shapes.js';
import { boxBetween, boxOfPoints, inflate, unite } from '../../util/geometry.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../hints.js').Hints} Hints */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('./scene.js').Parts} Parts */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** How far dots, badges and locks stick out of what is drawn for a node, lines go out of their way, and letters out of their box. */
const [STICKING_OUT, LINE, LETTER] = [16, 8, 8];
/** How far the number at a distance goes out of its line, in CSS pixels. */
const NUMBER = 48;

/**
 * Return the box in which *parts* and *captions* are painted, or null where that is not known.
 * @param {Frame} frame
 * @param {Parts} parts
 * @param {readonly Captions[]} captions
 * @returns {Box | null}
 */
export function boxOfMoved({ detail, scene }, { zones, links, access, nodes }, captions) {
  if (!detail.badges || zones.length > 0 || access.length > 0) return null;
  return unite([
    ...nodes.map((node) => inflate(inkBox(node), STICKING_OUT)),
    ...links.map((link) => inflate(boxOfPoints(scene.paths.pathOf(link)), LINE)),
    ...captions.flatMap((look) => look.captions.map((caption) => inflate(boxOfCaption(caption), LETTER))),
  ]);
}

/**
 * Return the box around *moved* and what *hints* show while what is in the *selection* is dragged, or null where that is not known.
 * @param {Frame} frame
 * @param {Box} moved
 * @param {Hints} hints
 * @param {ReadonlySet<string>} selection
 * @param {number} screen How large a pixel is, in units.
 * @returns {Box | null}
 */
export function boxWithHints({ scene }, moved, { hover, marquee, rubber, target, lit, ghosts, frame, guides, distances }, selection, screen) {
  const isMore = hover !== null || target !== null || marquee || rubber || frame || ghosts.length > 0 || lit.size > 0;
  if (isMore || [...selection].some((id) => !scene.shifted.has(id))) return null;
  const lines = [...guides, ...distances].map(({ x1, y1, x2, y2 }) => boxBetween({ x: x1, y: y1 }, { x: x2, y: y2 }));
  return unite([moved, ...lines.map((line) => inflate(line, NUMBER * screen))]);
}
