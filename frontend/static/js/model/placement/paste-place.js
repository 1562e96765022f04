/** Finds where copies go: beside what was copied, covering nothing. */

import { boxOf } from '../boxes.js';
import { findZoneAround } from '../containment.js';
import { isZone } from '../items.js';
import { encloses, inflate, overlaps, unite } from '../../util/geometry.js';
import { GRID } from './spacing.js';

/** @typedef {import('../../context.js').Editor} Editor */
/** @typedef {import('../copying/clipping.js').Clipping} Clipping */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const GAP = 56;
const ROOM = 8;
const TRIES = 8;
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/**
 * Return how far *clipping* has to be moved to lie near *by*, over no other tile: there, else to the right of it, else
 * below. It rather stays in its zone and on the screen.
 * @param {Pick<Editor, 'model' | 'view' | 'viewport'>} editor
 * @param {Clipping} clipping
 * @param {Point} by
 * @returns {Point}
 */
export function findPastePlace(editor, clipping, by) {
  const items = [...clipping.nodes, ...clipping.zones];
  const box = unite(items.map(boxOf)) ?? NOWHERE;
  let free = null;
  let near = null;
  for (const way of ways(box, by)) {
    if (!isFree(editor, items, way)) continue;
    free ??= way;
    if (!staysInZone(editor, clipping, items, by, way)) continue;
    near ??= way;
    if (isShown(editor, shift(box, way))) return way;
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
 * @param {Pick<Editor, 'view'>} editor
 * @param {readonly (Node | Zone)[]} items
 * @param {Point} by
 */
function isFree({ view: { scene } }, items, by) {
  return items.every((item) => {
    const box = shift(boxOf(item), by);
    if (isZone(item)) return scene.zonesIn(box).every((zone) => encloses(zone, box));
    return scene.nodesIn(inflate(box, ROOM)).every((node) => !overlaps(inflate(boxOf(node), ROOM), box));
  });
}

/**
 * Return whether what lies in a zone after *by* would lie in the same one after *way*.
 * @param {Pick<Editor, 'model'>} editor
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
 * @param {Pick<Editor, 'viewport'>} editor
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
