/** The bends of cables: the points through which somebody led them. */

import { distance } from '../../util/geometry.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** As many bends as a cable may have. */
export const MOST_BENDS = 32;

/**
 * Return *link* with its bends moved by *by*.
 * @param {Link} link
 * @param {Point} by
 * @returns {Link}
 */
export function withBendsMoved(link, by) {
  if (!link.bends?.length) return link;
  return { ...link, bends: link.bends.map(({ x, y }) => ({ x: x + by.x, y: y + by.y })) };
}

/** How far beside the way of a cable a bend comes to lie that nobody pointed at, so that it can be seen. */
const ASIDE = 48;

/**
 * Return the bends of *link* with one more, beside the middle of its longest stretch.
 * @param {DiagramModel} model
 * @param {Link} link
 * @returns {Point[]}
 */
export function withBendAdded({ nodes }, { source, target, bends = [] }) {
  const stops = [nodes.get(source.node), ...bends, nodes.get(target.node)].flatMap((stop) => (stop ? [{ x: stop.x, y: stop.y }] : []));
  const stretches = stops.slice(1).map((stop, place) => ({ place, from: stops[place], to: stop, length: distance(stops[place], stop) }));
  const { place, from, to, length } = stretches.reduce((longest, each) => (each.length > longest.length ? each : longest));
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  // A loop on one device has no direction of its own.
  const across = length > 0 ? { x: (from.y - to.y) / length, y: (to.x - from.x) / length } : { x: 0, y: -2 };
  return bends.toSpliced(place, 0, { x: Math.round(middle.x + ASIDE * across.x), y: Math.round(middle.y + ASIDE * across.y) });
}
