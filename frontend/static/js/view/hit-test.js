/** Hit testing: finds what is under the pointer, and what a marquee encloses. */

import { TILE } from '../model/diagram.js';
import { boxOfShape, endsOf, hasEnds } from '../model/geometry/figures.js';
import { isPicture } from '../model/items.js';
import { ZONE_TITLE } from '../model/placement/spacing.js';
import { contains, distanceToSegment, encloses, inflate, overlaps } from '../util/geometry.js';
import { distanceToPolyline } from '../util/polyline.js';
import { pointOn } from './routes/access-curve.js';
import { tileBox } from './shapes.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Shape} Shape */
/** @typedef {import('./routes/access-curve.js').Curve} Curve */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

/**
 * @typedef {object} Hit
 * @property {string} id
 * @property {'node' | 'label' | 'link' | 'access' | 'shape' | 'zone' | 'title'} part `title` is the strip at the top of a zone.
 */

const CURVE_STEPS = 16;
const LABEL_HALF = 44;

/**
 * Return what is at *point* of the drawing, the frontmost first, or null. Thin things count from *reach* away.
 * @param {Scene} scene
 * @param {Point} point
 * @param {number} reach
 * @param {{ access?: boolean, cables?: boolean, labels?: boolean }} [layers] What is switched off is not hit.
 * @returns {Hit | null}
 */
export function hitTest(scene, point, reach, layers = {}) {
  const node = hitNode(scene, point);
  return (
    (layers.labels === false && node?.part === 'label' ? null : node) ??
    (layers.access === false ? null : hitAccess(scene, point, reach)) ??
    (layers.cables === false ? null : hitLink(scene, point, reach)) ??
    hitShape(scene, point, reach) ??
    hitGround(scene, point)
  );
}

/**
 * Return the node whose tile or label is at *point*, or null.
 * @param {Scene} scene
 * @param {Point} point
 * @returns {Hit | null}
 */
export function hitNode(scene, point) {
  const near = scene.nodesIn({ ...point, width: 0, height: 0 }).filter((each) => each.type !== 'shape').reverse();
  const node = near.find((each) => contains(tileBox(each), point));
  if (node) return { id: node.id, part: 'node' };
  const labelled = near.find((each) => each.type !== 'note' && contains(labelBox(each), point));
  return labelled ? { id: labelled.id, part: 'label' } : null;
}

/**
 * Return the innermost zone around *point*, or null.
 * @param {Scene} scene
 * @param {Point} point
 * @returns {Hit | null}
 */
export function hitZone(scene, point) {
  const zone = scene.zoneAt(point);
  return zone ? { id: zone.id, part: point.y < zone.y + ZONE_TITLE ? 'title' : 'zone' } : null;
}

/**
 * Return the innermost zone around *point*, or the picture there where that is smaller, or null. A picture that is locked is
 * as the canvas itself: nobody takes hold of it.
 * @param {Scene} scene
 * @param {Point} point
 * @returns {Hit | null}
 */
function hitGround(scene, point) {
  const hit = hitZone(scene, point);
  const near = scene.nodesIn({ ...point, width: 0, height: 0 }).filter(isPicture);
  const picture = near.findLast((each) => !each.locked && contains(boxOfShape(each), point));
  if (!picture) return hit;
  const zone = scene.zone(hit?.id ?? '');
  const isInFront = zone && (hit?.part === 'title' || zone.width * zone.height <= picture.width * picture.height);
  return isInFront ? hit : { id: picture.id, part: 'shape' };
}

/**
 * Return the ids of what *box* encloses: tiles, zones and shapes wholly, cables and access edges between enclosed ends.
 * @param {Scene} scene
 * @param {Box} box
 * @param {{ access?: boolean, cables?: boolean }} [layers] What is switched off is not hit.
 * @returns {string[]}
 */
export function hitBox(scene, box, layers = {}) {
  const zones = scene.zonesIn(box).filter((zone) => encloses(box, zone)).map((zone) => zone.id);
  const isIn = (/** @type {Node} */ node) => (node.type === 'shape'
    ? encloses(box, tileBox(node)) : overlaps(box, inflate(tileBox(node), -TILE / 4)));
  const nodes = scene.nodesIn(box).filter((node) => isIn(node) && !(isPicture(node) && node.locked)).map((node) => node.id);
  const ids = new Set([...zones, ...nodes]);
  const links = layers.cables === false ? [] : scene.linksIn(box).filter((link) => ids.has(link.source.node) && ids.has(link.target.node));
  const edges = layers.access === false ? [] : scene.accessIn(box).filter((edge) => ids.has(edge.users) && ids.has(edge.target));
  return [...ids, ...links.map((link) => link.id), ...edges.map((edge) => edge.id)];
}

/**
 * @param {Scene} scene
 * @param {Point} point
 * @param {number} reach
 * @returns {Hit | null}
 */
function hitShape(scene, point, reach) {
  const near = scene.nodesIn(inflate({ ...point, width: 0, height: 0 }, reach));
  const shape = [...near].reverse().find((each) => each.type === 'shape' && each.shape !== 'picture' && isOnShape(each, point, reach));
  return shape ? { id: shape.id, part: 'shape' } : null;
}

/**
 * @param {Shape} shape
 * @param {Point} point
 * @param {number} reach
 */
function isOnShape(shape, point, reach) {
  if (hasEnds(shape)) return distanceToSegment(point, ...endsOf(shape)) <= reach;
  const box = inflate(boxOfShape(shape), reach);
  if (shape.shape === 'rectangle') return contains(box, point);
  return Math.hypot((point.x - shape.x) / (box.width / 2), (point.y - shape.y) / (box.height / 2)) <= 1;
}

/**
 * Return the cable nearest to *point* of those at most *reach* away, or null.
 * @param {Scene} scene
 * @param {Point} point
 * @param {number} reach
 * @returns {Hit | null}
 */
export function hitLink(scene, point, reach) {
  let nearest = reach;
  let hit = null;
  for (const link of scene.linksIn(inflate({ ...point, width: 0, height: 0 }, reach))) {
    const away = distanceToPolyline(scene.paths.pathOf(link), point);
    if (away > nearest) continue;
    nearest = away;
    hit = /** @type {Hit} */ ({ id: link.id, part: 'link' });
  }
  return hit;
}

/**
 * @param {Scene} scene
 * @param {Point} point
 * @param {number} reach
 * @returns {Hit | null}
 */
function hitAccess(scene, point, reach) {
  const near = scene.accessIn(inflate({ ...point, width: 0, height: 0 }, reach));
  const edge = near.find((each) => distanceToCurve(point, scene.curves.of(each)) <= reach);
  return edge ? { id: edge.id, part: 'access' } : null;
}

/**
 * @param {Point} point
 * @param {Curve} curve
 */
function distanceToCurve(point, curve) {
  let nearest = Infinity;
  let from = pointOn(curve, 0);
  for (let step = 1; step <= CURVE_STEPS; step++) {
    const to = pointOn(curve, step / CURVE_STEPS);
    nearest = Math.min(nearest, distanceToSegment(point, from, to));
    from = to;
  }
  return nearest;
}

/**
 * @param {Point} node
 * @returns {Box}
 */
function labelBox(node) {
  return { x: node.x - LABEL_HALF, y: node.y + TILE / 2, width: 2 * LABEL_HALF, height: 22 };
}
