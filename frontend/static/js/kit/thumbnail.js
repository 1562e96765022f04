/** A thumbnail of a diagram as SVG, without what is on hidden layers. */

import { boxOf } from '../model/geometry/boxes.js';
import { TILE } from '../model/diagram.js';
import { isAnnotation } from '../model/items.js';
import { boxOfPoints, unite } from '../util/geometry.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */
/** @typedef {import('../util/geometry.js').Point} Point */

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 40;
/** How far from the middle of a device a loop is seen to turn. */
const LOOP = 14;

/**
 * Return a picture of *diagram*.
 * @param {Diagram} diagram
 * @returns {SVGElement}
 */
export function thumbnail(diagram) {
  const hidden = new Set(diagram.settings?.hidden);
  const zones = diagram.zones.filter(({ layer }) => !hidden.has(layer ?? ''));
  const nodes = diagram.nodes.filter((node) => !isAnnotation(node) && !hidden.has(node.layer ?? ''));
  const at = new Map(nodes.map((node) => [node.id, node]));
  const ways = diagram.links.flatMap((link) => wayOf(link, at.get(link.source.node), at.get(link.target.node)));
  const box = unite([...[...zones, ...nodes].map(boxOf), ...ways.map(boxOfPoints)]) ?? { x: 0, y: 0, width: 100, height: 60 };
  const svg = shape('svg', {
    class: 'thumbnail', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid meet',
    viewBox: [box.x - MARGIN, box.y - MARGIN, box.width + 2 * MARGIN, box.height + 2 * MARGIN].join(' '),
  });
  svg.append(
    ...zones.map(({ x, y, width, height, pod }) => shape('rect', { class: pod ? 'thumbnail-pod' : 'thumbnail-zone', x, y, width, height, rx: 12 })),
    ...ways.map((way) => shape('polyline', { class: 'thumbnail-cable', points: way.map(({ x, y }) => `${x},${y}`).join(' ') })),
    ...nodes.map((node) => (node.type === 'users'
      ? shape('circle', { class: 'thumbnail-users', cx: node.x, cy: node.y, r: TILE / 2 })
      : shape('rect', { class: 'thumbnail-node', x: node.x - TILE / 2, y: node.y - TILE / 2, width: TILE, height: TILE, rx: 10 }))),
  );
  return svg;
}

/**
 * Return the way of a cable from *a* to *b*, through its bends: beside the device where it is a loop; none where an end is missing.
 * @param {import('../model/diagram.js').Link} link
 * @param {Point | undefined} a
 * @param {Point | undefined} b
 * @returns {Point[][]}
 */
function wayOf({ bends = [] }, a, b) {
  if (!a || !b) return [];
  if (a === b && bends.length === 0) return [[a, { x: a.x + TILE, y: a.y - LOOP }, { x: a.x + TILE, y: a.y + LOOP }, a]];
  return [[a, ...bends, b]];
}

/**
 * @param {string} tag
 * @param {Record<string, unknown>} attributes
 * @returns {SVGElement}
 */
function shape(tag, attributes) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
