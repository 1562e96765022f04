/** Paints the scene in z-order: pictures, zones, cables, access, shapes, titles, nodes, captions, problems. */

import { isPicture } from '../../model/items.js';
import { FADED, paintAccess } from './access.js';
import { paintCables } from './cables.js';
import { captionNodes, captionZones, paintCaptions } from './captions.js';
import { paintGrounds } from './ground.js';
import { captionCables } from './interfaces.js';
import { paintLocks } from './locks.js';
import { paintCounts, paintNodes } from './nodes.js';
import { boxOfMoved } from './overlay.js';
import { paintPictures } from './pictures.js';
import { paintPlaceNames } from './place-names.js';
import { paintProblems } from './problems.js';
import { paintShapes } from './shapes.js';
import { paintTitles, paintZones } from './zones.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../scene.js').Scene} Scene */
/** @typedef {import('../sprites.js').Sprites} Sprites */
/** @typedef {import('./captions.js').Captions} Captions */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../model/diagram.js').Access} Access */

/** @typedef {{ zones: readonly Zone[], links: readonly Link[], access: readonly Access[], nodes: readonly Node[] }} Parts */
/** @typedef {{ sprites: Pick<Sprites, 'draw'>, ruler: Pick<TextRuler, 'width'> }} Tools */

/**
 * Paint *parts*; return what is written at them but titles.
 * @param {Frame} frame
 * @param {Parts} parts
 * @param {Tools} tools
 * @returns {Captions[]}
 */
export function paintParts(frame, parts, { sprites, ruler }) {
  const { layers, detail } = frame;
  const links = layers.cables ? parts.links : [];
  const figures = parts.nodes.filter((node) => node.type === 'shape');
  const shapes = figures.filter((shape) => !isPicture(shape));
  const nodes = figures.length > 0 ? parts.nodes.filter((node) => node.type !== 'shape') : parts.nodes;
  const captions = [...captionCables(frame, links, ruler), ...captionNodes(frame, nodes, ruler)];
  const titles = captionZones(frame, parts.zones, ruler);
  paintPictures(frame, figures.filter(isPicture));
  paintZones(frame, parts.zones);
  paintCables(frame, links);
  if (layers.access) paintAccess(frame, parts.access, FADED); // Below all grounds, so that no arrow runs through a name.
  paintGrounds(frame, [...titles, ...captions]);
  paintShapes(frame, shapes, ruler); // They tint grounds and cables as they tint the canvas.
  paintTitles(frame, parts.zones, titles, ruler);
  paintNodes(frame, nodes, sprites);
  paintCaptions(frame, captions);
  if (!detail.badges) return captions;
  paintCounts(frame, nodes, ruler);
  paintLocks(frame, parts.zones);
  paintLocks(frame, parts.nodes);
  return captions;
}

/**
 * Paint what stays where it is: all in the box of *frame* but what is shown elsewhere and what hangs on that.
 * @param {Frame} frame
 * @param {Tools} tools
 */
export function paintStill(frame, tools) {
  const { scene, box } = frame;
  const all = { zones: scene.zonesIn(box), links: scene.linksIn(box), access: scene.accessIn(box), nodes: scene.nodesIn(box) };
  paintParts(frame, scene.isAtRest ? all : restOf(scene, all), tools);
  paintProblems(frame, (id) => !scene.shifted.has(id));
  paintPlaceNames(frame, tools.ruler);
}

/**
 * @param {Scene} scene
 * @param {Parts} parts
 * @returns {Parts}
 */
function restOf({ shifted, paths }, { zones, links, access, nodes }) {
  return {
    zones: zones.filter((zone) => !shifted.has(zone.id)),
    links: links.filter((link) => !paths.isMoved(link)),
    access: access.filter((edge) => !shifted.has(edge.users) && !shifted.has(edge.target)),
    nodes: nodes.filter((node) => !shifted.has(node.id)),
  };
}

/**
 * Paint what is shown elsewhere, and what hangs on it; return in which box, where that is known.
 * @param {Frame} frame
 * @param {Tools} tools
 * @returns {Box | null}
 */
export function paintMoved(frame, tools) {
  const { scene } = frame;
  const ids = [...scene.shifted.keys()];
  const bent = scene.model.links.get(scene.paths.bent ?? '');
  const links = new Set([...ids.flatMap((id) => scene.model.linksOf(id)), ...(bent ? [bent] : [])]);
  const edges = new Set(ids.flatMap((id) => scene.model.accessOf(id)));
  const parts = {
    zones: ids.flatMap((id) => (scene.model.zones.has(id) ? (scene.zone(id) ?? []) : [])),
    links: [...links],
    access: [...edges],
    nodes: ids.flatMap((id) => (scene.model.nodes.has(id) ? (scene.node(id) ?? []) : [])),
  };
  const captions = paintParts(frame, parts, tools);
  paintProblems(frame, (id) => scene.shifted.has(id));
  return boxOfMoved(frame, parts, captions);
}
