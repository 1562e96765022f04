/** A thumbnail of a diagram as SVG, without what is on hidden layers. */

import { boxOf } from '../model/geometry/boxes.js';
import { TILE } from '../model/diagram.js';
import { isAnnotation } from '../model/items.js';
import { unite } from '../util/geometry.js';

/** @typedef {import('../model/diagram.js').Diagram} Diagram */

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 40;

/**
 * Return a picture of *diagram*.
 * @param {Diagram} diagram
 * @returns {SVGElement}
 */
export function thumbnail(diagram) {
  const hidden = new Set(diagram.settings?.hidden);
  const zones = diagram.zones.filter(({ layer }) => !hidden.has(layer ?? ''));
  const nodes = diagram.nodes.filter((node) => !isAnnotation(node) && !hidden.has(node.layer ?? ''));
  const placed = [...zones, ...nodes];
  const box = unite(placed.map(boxOf)) ?? { x: 0, y: 0, width: 100, height: 60 };
  const svg = shape('svg', {
    class: 'thumbnail', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid meet',
    viewBox: [box.x - MARGIN, box.y - MARGIN, box.width + 2 * MARGIN, box.height + 2 * MARGIN].join(' '),
  });
  const at = new Map(nodes.map((node) => [node.id, node]));
  svg.append(
    ...zones.map(({ x, y, width, height, pod }) => shape('rect', { class: pod ? 'thumbnail-pod' : 'thumbnail-zone', x, y, width, height, rx: 12 })),
    ...diagram.links.flatMap(({ source, target }) => lineBetween(at.get(source.node), at.get(target.node))),
    ...nodes.map((node) => (node.type === 'users'
      ? shape('circle', { class: 'thumbnail-users', cx: node.x, cy: node.y, r: TILE / 2 })
      : shape('rect', { class: 'thumbnail-node', x: node.x - TILE / 2, y: node.y - TILE / 2, width: TILE, height: TILE, rx: 10 }))),
  );
  return svg;
}

/**
 * @param {{ x: number, y: number } | undefined} a
 * @param {{ x: number, y: number } | undefined} b
 */
function lineBetween(a, b) {
  return a && b ? [shape('line', { class: 'thumbnail-cable', x1: a.x, y1: a.y, x2: b.x, y2: b.y })] : [];
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
