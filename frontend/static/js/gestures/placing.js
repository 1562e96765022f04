/** Creates a node or zone at a point: with the next free name, snapped to the grid, in the zone around it. */

import { addNode } from '../model/commands/add.js';
import { drawZone } from '../model/commands/zones.js';
import { findZoneAround } from '../model/geometry/containment.js';
import * as make from '../model/diagram.js';
import { FIRST_USERS, isShapeKind, KINDS, OTHER_KINDS } from '../model/kinds.js';
import { nextZoneLabel } from '../model/names.js';
import { namesOf, nextLabel, parseName } from '../model/numbering.js';
import { snap } from '../util/geometry.js';
import { GRID } from '../model/placement/spacing.js';
import { ZONE_SIZE } from '../model/placement/auto-place.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('../model/kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../util/geometry.js').Point} Point */


/**
 * Place a new *kind* with its middle at the point *at* of the drawing, select it, and return its id.
 * @param {Pick<Editor, 'model' | 'stack' | 'selection' | 'newId'>} editor
 * @param {PlacedKind} kind
 * @param {Point} at
 * @param {number} [step] How far apart the places are where something can come to lie.
 * @returns {string}
 */
export function placeAt({ model, stack, selection, newId }, kind, at, step = GRID) {
  const id = newId(kind === 'zone' ? 'z' : 'n');
  const point = { x: snap(at.x, step), y: snap(at.y, step) };
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
    case 'text':
      return make.createNote({ ...fields, plain: true });
    default:
      if (isShapeKind(kind)) return make.createShape({ ...fields, shape: kind });
      return make.createDevice({ ...fields, kind });
  }
}

/**
 * @param {DiagramModel} model
 * @param {Exclude<PlacedKind, 'zone'>} kind
 */
function labelFor(model, kind) {
  if (kind === 'note' || kind === 'text' || isShapeKind(kind)) return OTHER_KINDS[kind].first;
  const { first } = kind in KINDS ? KINDS[/** @type {keyof typeof KINDS} */ (kind)] : OTHER_KINDS[/** @type {keyof typeof OTHER_KINDS} */ (kind)];
  return nextLabel(kind === 'users' ? firstUsers(model) : first, 1, namesOf(model.nodes.values()));
}

/**
 * Return how the next group of people is called: trainers follow students.
 * @param {DiagramModel} model
 */
function firstUsers(model) {
  const groups = [...model.nodes.values()].filter((node) => node.type === 'users');
  const stems = groups.map((node) => parseName(node.label)?.stem ?? node.label);
  return FIRST_USERS.find((first) => !stems.includes(first.replace(/\d+$/, ''))) ?? FIRST_USERS[0];
}
