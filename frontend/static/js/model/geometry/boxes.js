/** The bounding boxes of items. */

import { TILE } from '../diagram.js';
import { boxOfShape } from './figures.js';
import { boxOfNote } from './notes.js';
import { isZone } from '../items.js';
import { withContent } from './containment.js';
import { boxOfPoints, inflate, unite } from '../../util/geometry.js';

/** @typedef {import('../diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../diagram.js').Link} Link */
/** @typedef {import('../diagram.js').Node} Node */
/** @typedef {import('../diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */

/** How far beside its device a loop may lead, more or less. */
const LOOP_ROOM = 80;
/** The shortest side that a zone may have. */
export const SMALLEST_ZONE = 64;

/**
 * Return the box of *item*: the zone or shape itself, or the tile of the node.
 * @param {Node | Zone} item
 * @returns {Box}
 */
export function boxOf(item) {
  if (isZone(item)) return { x: item.x, y: item.y, width: item.width, height: item.height };
  if (item.type === 'shape') return boxOfShape(item);
  return { x: item.x - TILE / 2, y: item.y - TILE / 2, width: TILE, height: TILE };
}

/**
 * Return the box of *item* as it is drawn: notes are as large as their texts.
 * @param {Node | Zone} item
 * @returns {Box}
 */
function boxOfDrawn(item) {
  return !isZone(item) && item.type === 'note' ? boxOfNote(item) : boxOf(item);
}

/**
 * Return the box around the nodes and zones among *ids*, or null where there are none.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Box | null}
 */
export function boxAround(model, ids) {
  return unite([...ids].flatMap((id) => model.placed(id) ?? []).map(boxOf));
}

/**
 * Return the box around all nodes, zones, loops and bends of cables of *model*, or null where there are none.
 * @param {DiagramModel} model
 * @returns {Box | null}
 */
export function boxAroundAll(model) {
  const boxes = [...model.zones.values(), ...model.nodes.values()].map(boxOfDrawn);
  return unite([...boxes, ...boxesOfCables(model, model.links.values())]);
}

/**
 * Return the box around what is drawn of *ids*: nodes, zones with their content, cables and access from end to end, and the
 * loops and bends of cables that are among them or between them; null where there is nothing.
 * @param {DiagramModel} model
 * @param {Iterable<string>} ids
 * @returns {Box | null}
 */
export function boxAroundDrawn(model, ids) {
  const chosen = withContent(model, ids);
  const links = [...model.links.values()].filter(({ id, source, target }) => chosen.has(id) || (chosen.has(source.node) && chosen.has(target.node)));
  const edges = [...chosen].flatMap((id) => model.access.get(id) ?? []);
  const ends = [...links.flatMap(({ source, target }) => [source.node, target.node]), ...edges.flatMap(({ users, target }) => [users, target])];
  return unite([...new Set([...chosen, ...ends])].flatMap((id) => model.placed(id) ?? []).map(boxOfDrawn).concat(boxesOfCables(model, links)));
}

/**
 * Return the boxes of what *links* have beside the straight way between their ends: bends, and loops.
 * @param {DiagramModel} model
 * @param {Iterable<Link>} links
 */
function boxesOfCables(model, links) {
  const boxes = [];
  for (const { source, target, bends } of links) {
    if (bends?.length) boxes.push(boxOfPoints(bends));
    const node = source.node === target.node ? model.nodes.get(source.node) : undefined;
    if (node) boxes.push(inflate(boxOf(node), LOOP_ROOM));
  }
  return boxes;
}
