/** Puts new things on the drawing: named past what is there, on the grid, in the zone around them. */

import { boxOf } from '../model/boxes.js';
import { addNode } from '../model/commands/add.js';
import { drawZone } from '../model/commands/zones.js';
import { findZoneAround } from '../model/containment.js';
import * as make from '../model/diagram.js';
import { KINDS, OTHER_KINDS } from '../model/kinds.js';
import { namesOf, nextLabel } from '../model/numbering.js';
import { inflate, overlaps, snap } from '../util/geometry.js';
import { GRID } from '../view/paint/background.js';

/** @typedef {import('./bench.js').Bench} Bench */
/** @typedef {import('./bench.js').PlacedKind} PlacedKind */
/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

const ZONE_SIZE = { width: 320, height: 224 };
const ROOM = 40;
const STEP = 112;
const RINGS = 12;

/**
 * Place a new *kind* with its middle at the point *at* of the drawing, select it, and return its id.
 * @param {Pick<Bench, 'model' | 'stack' | 'selection' | 'newId'>} bench
 * @param {PlacedKind} kind
 * @param {Point} at
 * @returns {string}
 */
export function placeAt({ model, stack, selection, newId }, kind, at) {
  const id = newId(kind === 'zone' ? 'z' : 'n');
  const point = { x: snap(at.x, GRID), y: snap(at.y, GRID) };
  if (kind === 'zone') {
    const box = { x: point.x - ZONE_SIZE.width / 2, y: point.y - ZONE_SIZE.height / 2, ...ZONE_SIZE };
    stack.execute(drawZone(model, make.createZone({ id, label: nextZoneLabel(model), ...box })));
  } else {
    const node = createNode(model, id, kind, point);
    stack.execute(addNode(model, { ...node, zone: findZoneAround(model.zones.values(), node) }));
  }
  selection.set([id]);
  return id;
}

/**
 * Return a new node of the sort *kind*, labelled past those of *model*; it is on no drawing yet.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {Exclude<PlacedKind, 'zone'>} kind
 * @param {Point} point
 * @returns {Node}
 */
export function createNode(model, id, kind, { x, y }) {
  const fields = { id, x, y, label: labelFor(model, kind) };
  switch (kind) {
    case 'users':
      return make.createUsers(fields);
    case 'network':
      return make.createNetwork(fields);
    case 'gateway':
      return make.createGateway(fields);
    case 'note':
      return make.createNote(fields);
    default:
      return make.createDevice({ ...fields, kind });
  }
}

/**
 * Return the label of the next zone of *model*.
 * @param {DiagramModel} model
 * @returns {string}
 */
export function nextZoneLabel(model) {
  return nextLabel(OTHER_KINDS.zone.first, 1, namesOf(model.zones.values()));
}

/**
 * Return a point at or near *wanted* where a tile has room.
 * @param {DiagramModel} model
 * @param {Point} wanted
 * @returns {Point}
 */
export function findFreeSpot(model, wanted) {
  const taken = [...model.nodes.values()].map((node) => inflate(boxOf(node), ROOM / 2));
  for (const spot of spotsAround(wanted)) {
    const tile = inflate({ ...spot, width: 0, height: 0 }, make.TILE / 2);
    if (!taken.some((box) => overlaps(box, tile))) return spot;
  }
  return wanted;
}

/**
 * Give *center* and then the points of ever larger squares around it.
 * @param {Point} center
 * @returns {Generator<Point>}
 */
function* spotsAround(center) {
  yield center;
  for (let ring = 1; ring <= RINGS; ring++) {
    for (let row = -ring; row <= ring; row++) {
      const step = Math.abs(row) === ring ? 1 : 2 * ring;
      for (let column = -ring; column <= ring; column += step) yield { x: center.x + column * STEP, y: center.y + row * STEP };
    }
  }
}

/**
 * @param {DiagramModel} model
 * @param {Exclude<PlacedKind, 'zone'>} kind
 */
function labelFor(model, kind) {
  if (kind === 'note') return OTHER_KINDS.note.first;
  const { first } = kind in KINDS ? KINDS[/** @type {keyof typeof KINDS} */ (kind)] : OTHER_KINDS[/** @type {keyof typeof OTHER_KINDS} */ (kind)];
  return nextLabel(first, 1, namesOf(model.nodes.values()));
}
