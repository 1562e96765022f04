/** The handles of a cable that is selected: at its ends, on its bends, and half-way between them, where a new bend is drawn out. */

import { distance, distanceToSegment } from '../util/geometry.js';
import { alongOf, distanceToPolyline, lengthOf, pointAlong } from '../util/polyline.js';
import { HANDLE_SIZES } from './handles.js';
import { usualRoute } from './routes/route.js';
import { trimPath } from './shapes.js';

/** @typedef {import('./handles.js').HandleSize} HandleSize */
/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../model/diagram.js').Link} Link */
/** @typedef {import('../util/geometry.js').Point} Point */

/** @typedef {Point & { place: number, isNew: boolean }} BendHandle The bend at *place*, or one that would come there. */
/** @typedef {Point & { side: 'source' | 'target' }} EndHandle */

/** As near, in pixels, as a bend comes to the straight way between its neighbours to be none any more. */
const STRAIGHT = 9;

/**
 * Return the handles of *link*, those on bends first.
 * @param {Scene} scene
 * @param {Link} link
 * @returns {BendHandle[]}
 */
export function bendHandles(scene, link) {
  const path = scene.paths.pathOf(link);
  const bends = scene.paths.bendsOf(link);
  const stops = [0, ...bends.map((bend) => alongOf(path, bend)), lengthOf(path)];
  const between = stops.slice(1).map((stop, place) => {
    const { x, y } = pointAlong(path, (stops[place] + stop) / 2);
    return { x, y, place, isNew: true };
  });
  return [...bends.map(({ x, y }, place) => ({ x, y, place, isNew: false })), ...between];
}

/**
 * Return the handles by which the ends of *link* are moved elsewhere, off its devices; none on one that is too short for them.
 * @param {Scene} scene
 * @param {Link} link
 * @param {number} zoom
 * @param {HandleSize} size
 * @returns {EndHandle[]}
 */
export function endHandles(scene, link, zoom, size) {
  const { gap, reach } = HANDLE_SIZES[size];
  const path = trimPath(scene.paths.pathOf(link), gap / zoom);
  if (lengthOf(path) < (4 * reach) / zoom) return [];
  return [{ ...path[0], side: 'source' }, { ...path[path.length - 1], side: 'target' }];
}

/**
 * Return the handle at an end of *link* that *point* is on, or null.
 * @param {Scene} scene
 * @param {Link} link
 * @param {Point} point
 * @param {{ zoom: number, size: HandleSize }} options
 * @returns {EndHandle | null}
 */
export function findEndHandle(scene, link, point, { zoom, size }) {
  return endHandles(scene, link, zoom, size).find((each) => distance(each, point) <= HANDLE_SIZES[size].reach / zoom) ?? null;
}

/**
 * Return the handle of *link* that *point* is on; without one, a new bend there where the cable itself *isHit*, or null.
 * @param {Scene} scene
 * @param {Link} link
 * @param {Point} point
 * @param {{ zoom: number, size: HandleSize, isHit: boolean }} options
 * @returns {BendHandle | null}
 */
export function findBendHandle(scene, link, point, { zoom, size, isHit }) {
  const reach = HANDLE_SIZES[size].reach / zoom;
  const handle = bendHandles(scene, link).find((each) => distance(each, point) <= reach);
  if (handle || !isHit) return handle ?? null;
  const path = scene.paths.pathOf(link);
  const along = alongOf(path, point);
  const place = scene.paths.bendsOf(link).filter((bend) => alongOf(path, bend) < along).length;
  return { ...point, place, isNew: true };
}

/**
 * Return the bends of *link* with the one of *handle* at *point*; one that lies on the way between its neighbours is taken out,
 * where that way is not in right angles. There a new one is none as long as it is on the cable.
 * @param {Scene} scene
 * @param {Link} link
 * @param {BendHandle} handle
 * @param {Point} point
 * @param {number} zoom
 * @returns {Point[]}
 */
export function dragBend(scene, link, { place, isNew }, point, zoom) {
  const bends = [...(link.bends ?? [])];
  const path = scene.paths.pathOf(link);
  const before = bends[place - 1] ?? path[0];
  const after = bends[isNew ? place : place + 1] ?? path[path.length - 1];
  const isSquare = (link.route ?? usualRoute(scene.model)) === 'orthogonal';
  const away = isSquare ? (isNew ? distanceToPolyline(scene.paths.restingPathOf(link), point) : Infinity) : distanceToSegment(point, before, after);
  const isStraight = away <= STRAIGHT / zoom;
  bends.splice(place, isNew ? 0 : 1, ...(isStraight ? [] : [point]));
  return bends;
}
