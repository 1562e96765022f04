/** Puts new things from the palette on the drawing. */

import { createDevice, createGateway, createNetwork, createNote, createUsers, createZone, TILE } from '../model/diagram.js';
import { findZoneAround } from '../model/containment.js';
import { KINDS, OTHER_KINDS } from '../model/kinds.js';
import { namesOf, nextLabel } from '../model/numbering.js';
import { addNode } from '../model/commands/add.js';
import { drawZone } from '../model/commands/zones.js';
import { boxOf } from '../model/boxes.js';
import { overlaps, snap } from '../util/geometry.js';

/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../model/diagram.js').Zone} Zone */
/** @typedef {import('../model/kinds.js').DeviceKind} DeviceKind */
/** @typedef {import('../panels/desk.js').Desk} Desk */
/** @typedef {import('../util/geometry.js').Point} Point */

const GRID = 16;
/** How far new things lie from each other: a tile with its label. */
const ROOM = { x: 112, y: 112 };
const TRIES = 400;

const OTHERS = { users: createUsers, network: createNetwork, gateway: createGateway, note: createNote };

/**
 * Put a new *kind* on the drawing at *point*, or beside it where *isFree* asks for a free place; select and return its id.
 * @param {Desk} desk
 * @param {string} kind
 * @param {Point} point
 * @param {{ isFree?: boolean }} [options]
 * @returns {string}
 */
export function place(desk, kind, point, { isFree = false } = {}) {
  const { model, stack, selection, newId } = desk;
  const spot = isFree ? findFree(desk, point) : point;
  const at = { x: snap(spot.x, GRID), y: snap(spot.y, GRID) };
  const label = nextLabel(firstLabel(kind), 1, namesOf([...model.nodes.values(), ...model.zones.values()]));
  if (kind === 'zone') {
    const zone = createZone({ id: newId('z'), label });
    stack.execute(drawZone(model, { ...zone, x: at.x - zone.width / 2, y: at.y - zone.height / 2 }));
    selection.set([zone.id]);
    return zone.id;
  }
  const node = nodeOf(kind, { id: newId('n'), label, ...at });
  stack.execute(addNode(model, { ...node, zone: findZoneAround(model.zones.values(), node) }));
  selection.set([node.id]);
  return node.id;
}

/** @param {string} kind */
function firstLabel(kind) {
  return kind in KINDS ? KINDS[/** @type {DeviceKind} */ (kind)].first : OTHER_KINDS[/** @type {keyof typeof OTHER_KINDS} */ (kind)].first;
}

/**
 * @param {string} kind
 * @param {{ id: string, label: string, x: number, y: number }} fields
 * @returns {Node}
 */
function nodeOf(kind, fields) {
  if (kind in OTHERS) return OTHERS[/** @type {keyof typeof OTHERS} */ (kind)](fields);
  return createDevice({ ...fields, kind: /** @type {DeviceKind} */ (kind) });
}

/**
 * Return the place nearest to *point*, in rings around it, where nothing lies yet.
 * @param {Desk} desk
 * @param {Point} point
 * @returns {Point}
 */
function findFree({ model }, point) {
  const taken = [...model.nodes.values()].map(boxOf);
  for (let step = 0; step < TRIES; step += 1) {
    const spot = { x: point.x + spiral(step).x * ROOM.x, y: point.y + spiral(step).y * ROOM.y };
    const room = { x: spot.x - TILE * 0.9, y: spot.y - TILE * 0.9, width: TILE * 1.8, height: TILE * 1.8 };
    if (!taken.some((box) => overlaps(box, room))) return spot;
  }
  return point;
}

/**
 * Return the place of *step* on a square spiral around 0.
 * @param {number} step
 * @returns {Point}
 */
function spiral(step) {
  if (step === 0) return { x: 0, y: 0 };
  const ring = Math.ceil((Math.sqrt(step + 1) - 1) / 2);
  const side = 2 * ring;
  const along = step - (side - 1) ** 2;
  if (along < side) return { x: -ring + along + 1, y: -ring };
  if (along < 2 * side) return { x: ring, y: -ring + along - side + 1 };
  if (along < 3 * side) return { x: ring - (along - 2 * side) - 1, y: ring };
  return { x: -ring, y: ring - (along - 3 * side) - 1 };
}
