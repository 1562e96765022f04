/** Places pasted and duplicated items beside the originals, without covering other nodes. */

import { boxOf } from '../geometry/boxes.js';
import { findZoneAround } from '../geometry/containment.js';
import { isZone } from '../items.js';
import { encloses, inflate, unite } from '../../util/geometry.js';
import { GAP, GRID, isFree } from './spacing.js';

/** @typedef {import('../copying/clipping.js').Clipping} Clipping */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * @typedef {object} Surroundings Where copies go.
 * @property {import('../diagram-model.js').DiagramModel} model
 * @property {{ scene: { nodesIn: (box: Box) => readonly Node[], zonesIn: (box: Box) => readonly Zone[] } }} view Finds what lies in a box.
 * @property {{ box: Box }} viewport The visible area.
 */

/** How near a copy may come to other tiles: nearer than a new node, since it stays where it was copied. */
const DISTANCE = 8;
const TRIES = 8;
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Return how far *clipping* has to be moved to lie near *by*, over no other tile: there, else to the right of it, else
 * below. It rather stays in its zone and on the screen.
 * @param {Surroundings} surroundings
 * @param {Clipping} clipping
 * @param {Point} by
 * @returns {Point}
 */
export function findPastePlace(surroundings, clipping, by) {
  const items = [...clipping.nodes, ...clipping.zones];
  const box = unite(items.map(boxOf)) ?? NOWHERE;
  let free = null;
  let near = null;
  for (const way of ways(box, by)) {
    if (!areAllFree(surroundings, items, way)) continue;
    free ??= way;
    if (!staysInZone(surroundings, clipping, items, by, way)) continue;
    near ??= way;
    if (isShown(surroundings, shift(box, way))) return way;
  }
  return near ?? free ?? by;
}

/**
 * Return *by*, and ways further to the right and further down by the size of *box*.
 * @param {Box} box
 * @param {Point} by
 * @returns {Point[]}
 */
function ways(box, by) {
  const across = Math.ceil((box.width + GAP) / GRID) * GRID;
  const down = Math.ceil((box.height + GAP) / GRID) * GRID;
  const tries = Array.from({ length: TRIES }, (_, place) => place + 1);
  return [by, ...tries.map((n) => ({ x: by.x + n * across, y: by.y })), ...tries.map((n) => ({ x: by.x, y: by.y + n * down }))];
}

/**
 * @param {Pick<Surroundings, 'view'>} surroundings
 * @param {readonly (Node | Zone)[]} items
 * @param {Point} by
 */
function areAllFree({ view: { scene } }, items, by) {
  return items.every((item) => {
    const box = shift(boxOf(item), by);
    if (isZone(item)) return scene.zonesIn(box).every((zone) => encloses(zone, box));
    return isFree(scene.nodesIn(inflate(box, DISTANCE)).map(boxOf), box, DISTANCE);
  });
}

/**
 * Return whether what lies in a zone after *by* would lie in the same one after *way*.
 * @param {Pick<Surroundings, 'model'>} surroundings
 * @param {Clipping} clipping
 * @param {readonly (Node | Zone)[]} items
 * @param {Point} by
 * @param {Point} way
 */
function staysInZone({ model }, clipping, items, by, way) {
  const copied = new Set(clipping.zones.map((zone) => zone.id));
  const zoneAt = (/** @type {Node | Zone} */ item, /** @type {Point} */ to) =>
    findZoneAround(model.zones.values(), { ...item, x: item.x + to.x, y: item.y + to.y });
  return items.every((item) => copied.has(item.zone ?? '') || zoneAt(item, by) === zoneAt(item, way));
}

/**
 * Return whether *box* is on the screen, or is larger than the screen anyway.
 * @param {Pick<Surroundings, 'viewport'>} surroundings
 * @param {Box} box
 */
function isShown({ viewport: { box: screen } }, box) {
  return box.width > screen.width || box.height > screen.height || encloses(screen, box);
}

/**
 * @param {Box} box
 * @param {Point} by
 * @returns {Box}
 */
function shift(box, by) {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}
