/** Places a new node in the first free spot of the visible area: after the selected or last node, in reading order. */

import { boxOf } from '../geometry/boxes.js';
import { createShape, TILE } from '../diagram.js';
import { isShapeKind } from '../kinds.js';
import { GAP, INSET, interiorOf, isFree, rowsOf } from './spacing.js';
import { encloses, inflate, middle, overlaps, unite } from '../../util/geometry.js';

/** @typedef {import('../kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('./spacing.js').Size} Size */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

/**
 * @typedef {object} Surroundings Where something new goes.
 * @property {import('../diagram-model.js').DiagramModel} model
 * @property {import('../selection.js').Selection} selection
 * @property {{ box: Box }} viewport The visible area.
 */

/** The size of a zone that nobody drew. */
export const ZONE_SIZE = Object.freeze({ width: 320, height: 224 });
const TILE_SIZE = { width: TILE, height: TILE };
/** How far from the border of the screen a tile stays. */
const MARGIN = 44;
/** Room for the tool bar, and for the name under a tile. */
const BOTTOM = 56;

/**
 * Return where the middle of a new *kind* goes: into the zone *zoneId* or the one that is selected, else to the right of
 * the node that is selected or else was placed last, else below, else under everything. People and the gateway stay out of zones.
 * @param {Surroundings} surroundings
 * @param {PlacedKind} kind
 * @param {string | null} [zoneId]
 * @returns {Point}
 */
export function findFreePlace(surroundings, kind, zoneId = null) {
  const { model, selection, viewport } = surroundings;
  const size = sizeOf(kind);
  const screen = inflate(viewport.box, -MARGIN);
  const view = { ...screen, height: screen.height - BOTTOM };
  const isOutside = kind === 'users' || kind === 'gateway';
  const zone = isOutside ? undefined : model.zones.get(zoneId ?? selection.only ?? '');
  const within = zone && rowsOf(interiorOf(zone), size).find((box) => isFreeAmong(surroundings, box, homesOf(surroundings, zone)));
  if (within) return middle(within);
  const last = zone ?? lastOf(surroundings);
  const homes = last && !isOutside ? homesOf(surroundings, model.zones.get(last.zone ?? '')) : new Set();
  const boxes = last ? boxesAfter(surroundings, boxOf(last), size, view) : firstBoxes(surroundings, size, view);
  const free = boxes.find((box) => encloses(view, box) && isFreeAmong(surroundings, box, homes));
  return middle(free ?? boxUnder(surroundings, size));
}

/** @param {PlacedKind} kind */
function sizeOf(kind) {
  if (kind === 'zone') return ZONE_SIZE;
  return isShapeKind(kind) ? boxOf(createShape({ id: 'new', shape: kind })) : TILE_SIZE;
}

/**
 * Return the node that is selected, else the one placed last, if it is in sight.
 * @param {Surroundings} surroundings
 * @returns {Node | undefined}
 */
function lastOf({ model, selection, viewport }) {
  const node = model.nodes.get([...selection.ids].at(-1) ?? '') ?? [...model.nodes.values()].at(-1);
  return node && overlaps(viewport.box, boxOf(node)) ? node : undefined;
}

/**
 * Return the zone *zone* and those around it: what may hold something new beside what they hold.
 * @param {Surroundings} surroundings
 * @param {Zone | undefined} zone
 * @returns {Set<string>}
 */
function homesOf({ model }, zone) {
  return new Set(zone ? [zone, ...model.zonesAround(zone.id)].map(({ id }) => id) : []);
}

/**
 * Return whether *box* covers nothing, crosses no border of a zone, and lies in none but *homes*.
 * @param {Surroundings} surroundings
 * @param {Box} box
 * @param {ReadonlySet<string>} homes
 */
function isFreeAmong({ model }, box, homes) {
  if (!isFree([...model.nodes.values()].filter((node) => node.type !== 'shape').map(boxOf), box)) return false;
  for (const zone of model.zones.values()) {
    if (overlaps(zone, inflate(box, INSET)) && !(homes.has(zone.id) && encloses(interiorOf(zone), box))) return false;
  }
  return true;
}

/**
 * Return places to the right of *last*, and then in rows below it.
 * @param {Surroundings} surroundings
 * @param {Box} last
 * @param {Size} size
 * @param {Box} view
 * @returns {Box[]}
 */
function boxesAfter({ model }, last, size, view) {
  const right = last.x + last.width + GAP;
  const besides = rowsOf({ x: right, y: last.y, width: view.x + view.width - right, height: size.height }, size);
  const shown = [...model.nodes.values()].map(boxOf).filter((box) => encloses(view, box));
  const left = Math.min(last.x, ...shown.map((box) => box.x));
  const top = last.y + Math.max(last.height, size.height) + GAP;
  const below = { x: left, y: top, width: view.x + view.width - left, height: view.y + view.height - top };
  return [...besides, ...rowsOf(below, size)];
}

/**
 * Return places for the first thing in sight: a little in from the top left corner, and then all others.
 * @param {Surroundings} surroundings
 * @param {Size} size
 * @param {Box} view
 * @returns {Box[]}
 */
function firstBoxes({ viewport: { box } }, size, view) {
  return [{ x: box.x + box.width / 4 - size.width / 4, y: box.y + box.height / 4 - size.height / 4, ...size }, ...rowsOf(view, size)];
}

/**
 * Return a place under everything on the drawing.
 * @param {Surroundings} surroundings
 * @param {Size} size
 * @returns {Box}
 */
function boxUnder({ model, viewport }, size) {
  const all = unite([...model.nodes.values(), ...model.zones.values()].map(boxOf)) ?? viewport.box;
  return { x: all.x, y: all.y + all.height + GAP, ...size };
}
