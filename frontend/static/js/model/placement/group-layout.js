/** Lays out a new group: sizes the zone around its members, and moves them together where other items lie between them. */

import { boxAround, boxOf } from '../geometry/boxes.js';
import { findZoneAround, withContent } from '../geometry/containment.js';
import { createZone } from '../diagram.js';
import { isZone } from '../items.js';
import { nextZoneLabel } from '../names.js';
import { GAP, interiorOf, isFree } from './spacing.js';
import { growZones, shift } from './zone-fitting.js';
import { distance, encloses, inflate, middle, unite } from '../../util/geometry.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../change-recorder.js').ChangeRecorder} ChangeRecorder */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

/** Room between the border of a zone and the tiles in it, and for its title and the labels under the tiles. */
const PADDING = 32;
const TITLE = 24;
/** How far apart the places are that are tried, and how many of them in each direction. */
const STEP = 64;
const TRIES = 12;

/**
 * Return the zone *id* as it is drawn around *members*; it belongs where they all do.
 * @param {DiagramModel} model
 * @param {string} id
 * @param {readonly string[]} members
 * @returns {Zone}
 */
export function zoneAround(model, id, members) {
  const box = frameOf(members.map((member) => boxOf(placedIn(model, member))));
  return createZone({ id, label: nextZoneLabel(model), ...box, zone: commonZones(model, members)[0]?.id ?? null });
}

/**
 * Return whether the zone *zone*, drawn around *members*, would contain exactly these, and lie in no other zone than they.
 * @param {DiagramModel} model
 * @param {Zone} zone
 * @param {readonly string[]} members
 * @returns {boolean}
 */
export function containsExactly(model, zone, members) {
  const strangers = strangersTo(model, members);
  const zones = [...strangers.filter(isZone), zone];
  const isIn = (/** @type {Node | Zone} */ item) => findZoneAround(zones, item) === zone.id;
  return findZoneAround(zones, zone) === null && members.every((id) => isIn(placedIn(model, id))) && !strangers.some(isIn);
}

/**
 * Write into *recorder* how *members* come together in the zone *zone*, which is new: empty stretches between them become
 * narrow, and all go to the nearest place that is free.
 * @param {DiagramModel} model
 * @param {ChangeRecorder} recorder
 * @param {Zone} zone
 * @param {readonly string[]} members
 */
export function layOutGroup(model, recorder, zone, members) {
  const near = closeUp(new Map(members.map((id) => [id, boxOf(placedIn(model, id))])));
  const frame = frameOf(near.values());
  const by = findWay(model, zone, members, frame);
  for (const [id, box] of near) {
    const { x, y } = boxOf(placedIn(model, id));
    shift(model, recorder, id, box.x + by.x - x, box.y + by.y - y);
  }
  const place = moved(frame, by);
  recorder.update(zone.id, place);
  growZones(recorder, zone.zone, place);
}

/**
 * Return all nodes and zones that are not among *members*, in them or around all of them.
 * @param {DiagramModel} model
 * @param {readonly string[]} members
 */
function strangersTo(model, members) {
  const own = withContent(model, members);
  for (const zone of commonZones(model, members)) own.add(zone.id);
  return [...model.nodes.values(), ...model.zones.values()].filter((item) => !own.has(item.id));
}

/**
 * Return the zones around all of *members*, the innermost first.
 * @param {DiagramModel} model
 * @param {readonly string[]} members
 * @returns {Zone[]}
 */
function commonZones(model, members) {
  const [first, ...others] = members.map((id) => model.zonesAround(id));
  return first.filter((zone) => others.every((zones) => zones.includes(zone)));
}

/**
 * Return *boxes* so near to each other that no stretch without any of them is wider than the usual gap.
 * @param {ReadonlyMap<string, Box>} boxes
 * @returns {Map<string, Box>}
 */
function closeUp(boxes) {
  const [left, up] = [excess(boxes, 'x', 'width'), excess(boxes, 'y', 'height')];
  return new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x - left(id), y: box.y - up(id) }]));
}

/**
 * Return a function from an id to the sum of what is too wide before it.
 * @param {ReadonlyMap<string, Box>} boxes
 * @param {'x' | 'y'} axis
 * @param {'width' | 'height'} size
 * @returns {(id: string) => number}
 */
function excess(boxes, axis, size) {
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] - b[axis]);
  const sums = new Map();
  let sum = 0;
  let end = sorted[0][1][axis];
  for (const [id, box] of sorted) {
    sum += Math.max(0, box[axis] - end - GAP);
    sums.set(id, sum);
    end = Math.max(end, box[axis] + box[size]);
  }
  return (id) => sums.get(id);
}

/**
 * Return how far *frame* has to go to lie on nothing but *members*: near to where these are and in the zone that it
 * belongs to, else at the end of all that is there.
 * @param {DiagramModel} model
 * @param {Zone} zone
 * @param {readonly string[]} members
 * @param {Box} frame
 * @returns {Point}
 */
function findWay(model, zone, members, frame) {
  const parent = model.zones.get(zone.zone ?? '');
  const strangers = strangersTo(model, members);
  const taken = strangers.map(boxOf);
  const from = middle(frame);
  const to = middle(/** @type {Box} */ (boxAround(model, members)));
  const fits = (/** @type {Point} */ by) => !parent || encloses(interiorOf(parent), moved(frame, by));
  const free = waysAround({ x: to.x - from.x, y: to.y - from.y }).find((by) => fits(by) && isFree(taken, moved(frame, by)));
  return free ?? wayToTheEnd(frame, parent, strangers);
}

/**
 * Return steps that lead near *wanted*, the nearest first.
 * @param {Point} wanted
 * @returns {Point[]}
 */
function waysAround(wanted) {
  const [column, row] = [Math.round(wanted.x / STEP), Math.round(wanted.y / STEP)];
  const ways = [];
  for (let x = column - TRIES; x <= column + TRIES; x += 1) {
    for (let y = row - TRIES; y <= row + TRIES; y += 1) ways.push({ x: x * STEP, y: y * STEP });
  }
  return ways.sort((a, b) => distance(a, wanted) - distance(b, wanted));
}

/**
 * Return the way of *frame* to under all that is in *parent*, or to the right of all where there is none.
 * @param {Box} frame
 * @param {Zone | undefined} parent
 * @param {readonly (Node | Zone)[]} strangers
 * @returns {Point}
 */
function wayToTheEnd(frame, parent, strangers) {
  const all = unite(strangers.filter((item) => item.zone === (parent?.id ?? null)).map(boxOf));
  if (!parent) return { x: all ? all.x + all.width + GAP - frame.x : 0, y: 0 };
  const interior = interiorOf(parent);
  return { x: interior.x - frame.x, y: (all ? all.y + all.height + GAP : interior.y) - frame.y };
}

/**
 * Return the box of a zone with *boxes* in it.
 * @param {Iterable<Box>} boxes
 * @returns {Box}
 */
function frameOf(boxes) {
  const { x, y, width, height } = inflate(/** @type {Box} */ (unite(boxes)), PADDING);
  return { x, y: y - TITLE, width, height: height + TITLE * 2 };
}

/**
 * @param {Box} box
 * @param {Point} by
 * @returns {Box}
 */
function moved(box, by) {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}

/**
 * @param {DiagramModel} model
 * @param {string} id
 */
function placedIn(model, id) {
  return /** @type {Node | Zone} */ (model.placed(id));
}
