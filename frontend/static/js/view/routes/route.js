/** The way of a cable between two devices: straight, in right angles or in curves, through its bends. */

import { cableLine } from '../shapes.js';
import { curvedThrough, curvedWay } from './curved.js';
import { orthogonalThrough, orthogonalWay } from './orthogonal.js';
import { straightened } from './ports.js';

/** @typedef {import('./ports.js').Port} Port */
/** @typedef {import('./parallels.js').Rank} Rank */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * Return how cables of *model* run that do not say it.
 * @param {import('../../model/diagram-model.js').DiagramModel} model
 * @returns {import('../../model/diagram.js').CableRoute}
 */
export function usualRoute(model) {
  return model.settings.cables ?? 'straight';
}

/**
 * Return whether the target of *link* counts as its first end, so that parallel ones agree on their sides.
 * @param {import('../../model/diagram.js').Link} link
 * @returns {boolean}
 */
export function isTurned({ source, target }) {
  return source.node > target.node;
}

/**
 * Return the straight way from *a* through *bends* to *b*, beside those of parallel cables.
 * @param {Point} a
 * @param {Point} b
 * @param {readonly Point[]} bends
 * @param {Rank} rank
 * @param {boolean} isReversed Whether *b* counts as the first end.
 * @returns {Point[]}
 */
export function straightWay(a, b, bends, { place, count }, isReversed) {
  if (count === 1 && bends.length === 0) return [{ x: a.x, y: a.y }, { x: b.x, y: b.y }];
  const { x1, y1, x2, y2 } = cableLine(a, b, place, count, isReversed);
  return [{ x: x1, y: y1 }, ...bends, { x: x2, y: y2 }];
}

/**
 * Return the way from the port *a* through *bends* to the port *b*, round *boxes* where nobody bent it.
 * @param {'orthogonal' | 'curved'} kind
 * @param {Port} a
 * @param {Port} b
 * @param {readonly Point[]} bends
 * @param {readonly Box[]} boxes
 * @returns {Point[]}
 */
export function routedWay(kind, a, b, bends, boxes) {
  if (bends.length > 0) return [a.inner, ...(kind === 'orthogonal' ? orthogonalThrough : curvedThrough)(a, bends, b), b.inner];
  const [one, other] = straightened(a, b);
  return [one.inner, ...(kind === 'orthogonal' ? orthogonalWay : curvedWay)(one, other, boxes), other.inner];
}

/**
 * Return about the way from *a* to *b*, from middle to middle whatever is between them.
 * @param {'orthogonal' | 'curved'} kind
 * @param {Point} a
 * @param {Point} b
 * @returns {Point[]}
 */
export function roughWay(kind, a, b) {
  if (kind === 'curved') return [a, b];
  if (Math.abs(b.x - a.x) > Math.abs(b.y - a.y)) return [a, { x: (a.x + b.x) / 2, y: a.y }, { x: (a.x + b.x) / 2, y: b.y }, b];
  return [a, { x: a.x, y: (a.y + b.y) / 2 }, { x: b.x, y: (a.y + b.y) / 2 }, b];
}
