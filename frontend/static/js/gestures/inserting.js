/** Puts nodes into cables: finds the cable under a point, and places something new there or into it. */

import { insertIntoLink } from '../model/commands/cabling.js';
import { GRID, isFree } from '../model/placement/spacing.js';
import { boxOf } from '../model/geometry/boxes.js';
import { TILE } from '../model/diagram.js';
import { SHAPE_KINDS } from '../model/kinds.js';
import { mayHaveCables } from '../model/rules.js';
import { inflate, middle, snap } from '../util/geometry.js';
import { hitLink, hitNode } from '../view/hit-test.js';
import { createNode, placeAt } from './placing.js';
import { REACH } from './pointer.js';

/** @typedef {import('../context.js').Editor} Editor */
/** @typedef {import('../model/kinds.js').PlacedKind} PlacedKind */
/** @typedef {import('../model/diagram.js').Node} Node */
/** @typedef {import('../util/geometry.js').Point} Point */

/** What has no cables, or is no node. */
const WITHOUT_CABLES = ['zone', 'users', 'note', 'text', ...SHAPE_KINDS];
/** How many steps to either side of a cable are tried for a place that is free. */
const MOST_STEPS = 12;

/**
 * Return the cable at *point* into which a *kind* would come, or null.
 * @param {Pick<Editor, 'view' | 'viewport'>} editor
 * @param {PlacedKind} kind
 * @param {Point} point
 * @returns {string | null}
 */
export function findCableFor({ view, viewport }, kind, point) {
  if (WITHOUT_CABLES.includes(kind)) return null;
  if (!view.layers.cables || hitNode(view.scene, point)) return null;
  return hitLink(view.scene, point, reachAt(viewport.zoom))?.id ?? null;
}

/**
 * Place a new *kind* at *point*, into the cable that is there, if there is one; select it, and return its id.
 * @param {Pick<Editor, 'model' | 'stack' | 'selection' | 'newId' | 'view' | 'viewport'>} editor
 * @param {PlacedKind} kind
 * @param {Point} point
 * @param {number} [step]
 * @returns {string}
 */
export function placeOrInsert(editor, kind, point, step = GRID) {
  const link = findCableFor(editor, kind, point);
  return link === null ? placeAt(editor, kind, point, step) : insertNew(editor, /** @type {Exclude<PlacedKind, 'zone'>} */ (kind), link, point, step);
}

/**
 * Put a new *kind* into the cable *linkId*, beside its middle where that is taken; select it, and return its id.
 * @param {Pick<Editor, 'model' | 'stack' | 'selection' | 'newId'>} editor
 * @param {Exclude<PlacedKind, 'zone'>} kind
 * @param {string} linkId
 * @returns {string}
 */
export function insertInMiddle(editor, kind, linkId) {
  return insertNew(editor, kind, linkId, freePlaceOn(editor, linkId), 1);
}

/**
 * @param {Pick<Editor, 'model' | 'stack' | 'selection' | 'newId'>} editor
 * @param {Exclude<PlacedKind, 'zone'>} kind
 * @param {string} linkId
 * @param {Point} point
 * @param {number} step
 */
function insertNew({ model, stack, selection, newId }, kind, linkId, point, step) {
  const node = createNode(model, newId('n'), kind, { x: snap(point.x, step), y: snap(point.y, step) });
  stack.execute(insertIntoLink(model, newId, linkId, node));
  selection.set([node.id]);
  return node.id;
}

/**
 * Return the cable onto whose line the node *id* comes by a move of *by*, where it is to be put into that: it has no cable yet.
 * @param {Pick<Editor, 'model' | 'view' | 'viewport'>} editor
 * @param {string} id
 * @param {Point} by
 * @returns {string | null}
 */
export function findCableUnder({ model, view, viewport }, id, by) {
  const node = model.nodes.get(id);
  if (!node || !view.layers.cables || mayHaveCables(model, id) !== true || model.linksOf(id).length > 0) return null;
  const point = { x: node.x + by.x, y: node.y + by.y };
  return hitLink(view.scene, point, reachAt(viewport.zoom))?.id ?? null;
}

/**
 * Return how near to a cable something must be dropped to come into it: what snaps to the grid may be most of a step beside it.
 * @param {number} zoom
 */
function reachAt(zoom) {
  return Math.max(REACH / zoom, GRID);
}

/**
 * Return the middle of the cable *linkId*, or the first free place to its sides.
 * @param {Pick<Editor, 'model'>} editor
 * @param {string} linkId
 * @returns {Point}
 */
function freePlaceOn({ model }, linkId) {
  const link = model.links.get(linkId);
  const [a, b] = [model.nodes.get(link?.source.node ?? ''), model.nodes.get(link?.target.node ?? '')];
  if (!a || !b) throw new Error(`There is no link '${linkId}' on the drawing`);
  const between = middle({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const aside = { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  const boxes = [...model.nodes.values()].map(boxOf);
  const steps = Array.from({ length: 2 * MOST_STEPS + 1 }, (_, place) => (place % 2 ? 1 : -1) * Math.ceil(place / 2) * GRID);
  const places = steps.map((step) => ({ x: snap(between.x + aside.x * step, GRID), y: snap(between.y + aside.y * step, GRID) }));
  return places.find((place) => isFree(boxes, inflate({ ...place, width: 0, height: 0 }, TILE / 2))) ?? places[0];
}
