/** Paints hints: selection, hover, handles, guides, ghosts and lines that are being drawn. */

import { boxOf } from '../../model/geometry/boxes.js';
import { TILE } from '../../model/diagram.js';
import { iconOf } from '../../model/icons.js';
import { isAccess, isAnnotation, isLink, isNode, isZone } from '../../model/items.js';
import { inflate, overlaps } from '../../util/geometry.js';
import { inkBox, tileBox, TILE_RADIUS, trimPath } from '../shapes.js';
import { paintAccess, paintArrows, strokeCurves } from './access.js';
import { strokeLines, strokePaths } from './cables.js';
import { captionNodes, captionNodesInWhole, paintCaptions } from './captions.js';
import { paintDistances } from './distances.js';
import { paintGrounds } from './ground.js';
import { captionCableInWhole, captionCables } from './interfaces.js';
import { paintHandles } from './handles.js';
import { paintLocks } from './locks.js';
import { paintCounts } from './nodes.js';
import { paintProblems } from './problems.js';
import { paintShapes } from './shapes.js';
import { paintTile } from './tiles.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../hints.js').Hints} Hints */
/** @typedef {import('../text.js').TextRuler} TextRuler */
/** @typedef {import('../../model/diagram.js').Node} Node */
/** @typedef {import('../../model/diagram.js').Zone} Zone */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */

const RING_GAP = 3.5;
const RING = 2;

/**
 * Paint all *hints* and the *selection*; what is on its way needs no ring. One unit of *screen* is one CSS pixel in canvas units.
 * @param {Frame} frame
 * @param {Hints} hints
 * @param {ReadonlySet<string>} selection
 * @param {number} screen
 * @param {Pick<TextRuler, 'width'>} ruler
 */
export function paintHints(frame, hints, selection, screen, ruler) {
  const { theme, scene } = frame;
  const resting = [...selection].filter((id) => !scene.shifted.has(id));
  paintStrongAccess(frame, hints, selection);
  const ringed = [
    ...outlineAll(frame, hints.lit, theme.access, screen),
    ...outlineAll(frame, hints.hover && !selection.has(hints.hover) ? [hints.hover] : [], theme.tileLine, screen),
    ...outlineAll(frame, resting, theme.accent, screen),
    ...outlineAll(frame, hints.target ? [hints.target] : [], hints.rubber?.kind === 'access' ? theme.access : theme.accent, screen),
  ];
  repaintNames(frame, hints.hover, selection, ruler);
  repaintBadges(frame, ringed, ruler);
  paintHandles(frame, hints, selection, screen);
  paintGestures(frame, hints, screen, ruler);
  if (hints.distances.length > 0) paintDistances(frame, hints.distances, screen, ruler);
}

/**
 * Paint the access edges at what is selected or under the pointer in full strength.
 * @param {Frame} frame
 * @param {Hints} hints
 * @param {ReadonlySet<string>} selection
 */
function paintStrongAccess(frame, hints, selection) {
  const { model } = frame.scene;
  const ids = hints.hover ? [hints.hover, ...selection] : [...selection];
  const edges = new Set(ids.flatMap((id) => [...model.accessOf(id), ...(model.access.has(id) ? [model.access.get(id)] : [])]));
  paintAccess(frame, [...edges].flatMap((edge) => edge ?? []), 1);
}

/**
 * Draw lines around or along those of the items *ids* that are in sight, and return the nodes among these.
 * @param {Frame} frame
 * @param {Iterable<string>} ids
 * @param {string} color
 * @param {number} screen
 * @returns {Node[]}
 */
function outlineAll(frame, ids, color, screen) {
  const { ctx, scene } = frame;
  const items = [...ids].flatMap((id) => scene.node(id) ?? scene.zone(id) ?? scene.model.item(id) ?? []);
  if (items.length === 0) return [];
  const nodes = items.filter(isNode).filter((node) => overlaps(frame.box, inkBox(node)));
  ctx.strokeStyle = color;
  ctx.lineWidth = RING * screen;
  ctx.beginPath();
  for (const zone of items.filter(isZone)) roundBox(ctx, zone, TILE_RADIUS);
  for (const node of nodes) ringAround(ctx, node);
  ctx.stroke();
  ctx.lineCap = 'round';
  ctx.lineWidth = Math.max(3, 2.5 * screen);
  strokePaths(ctx, items.filter(isLink).map((link) => trimPath(scene.paths.pathOf(link), 1)));
  const curves = items.filter(isAccess).map((edge) => scene.curves.of(edge));
  strokeCurves(ctx, curves);
  ctx.fillStyle = color;
  paintArrows(ctx, curves);
  return nodes;
}

/**
 * Paint again what is written at and around the cables that are selected or pointed at, over the lines that were drawn along
 * them. What is pointed at, or selected alone, is written in whole: of many things that would cover each other.
 * @param {Frame} frame
 * @param {string | null} hover
 * @param {ReadonlySet<string>} selection
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function repaintNames(frame, hover, selection, ruler) {
  const { scene } = frame;
  const pointed = hover === null ? [] : [hover];
  const marked = new Set([...selection, ...pointed]);
  const whole = new Set(selection.size === 1 ? marked : pointed);
  const isAny = (/** @type {ReadonlyMap<string, unknown>} */ items, /** @type {ReadonlySet<string>} */ ids) => [...ids].some((id) => items.has(id) && !scene.shifted.has(id));
  const links = frame.layers.cables && isAny(scene.model.links, marked) ? scene.linksIn(frame.box).filter(({ id }) => marked.has(id)) : [];
  const ends = new Set(links.flatMap(({ source, target }) => [scene.node(source.node), scene.node(target.node)]));
  const nodes = [...ends].flatMap((node) => node ?? []);
  const named = isAny(scene.model.nodes, whole) ? scene.nodesIn(frame.box).filter(({ id }) => whole.has(id) && !scene.shifted.has(id)) : [];
  if (links.length === 0 && named.length === 0) return;
  const captions = [
    ...captionNodes(frame, nodes, ruler),
    ...captionCables(frame, links.filter(({ id }) => !whole.has(id)), ruler),
    ...captionNodesInWhole(frame, named, ruler),
    ...links.filter(({ id }) => whole.has(id)).flatMap((link) => captionCableInWhole(frame, link, ruler)),
  ];
  paintGrounds(frame, captions);
  paintCaptions(frame, captions);
}

/**
 * Paint again the badges and dots of *nodes*, over the rings that were drawn around them.
 * @param {Frame} frame
 * @param {readonly Node[]} nodes
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function repaintBadges(frame, nodes, ruler) {
  if (!frame.detail.tiles) return;
  const ids = new Set(nodes.map((node) => node.id));
  if (frame.detail.badges) {
    paintCounts(frame, nodes, ruler);
    paintLocks(frame, nodes);
  }
  paintProblems(frame, (id) => ids.has(id));
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Box} box
 * @param {number} radius
 */
function roundBox(ctx, { x, y, width, height }, radius) {
  ctx.moveTo(x + radius, y);
  ctx.roundRect(x, y, width, height, radius);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Node} node
 */
function ringAround(ctx, node) {
  const box = inflate(tileBox(node), RING_GAP);
  if (node.type !== 'users') return roundBox(ctx, box, isAnnotation(node) ? 6 : TILE_RADIUS + RING_GAP);
  ctx.moveTo(box.x + box.width, node.y);
  ctx.arc(node.x, node.y, box.width / 2, 0, 2 * Math.PI);
}

/**
 * @param {Frame} frame
 * @param {Hints} hints
 * @param {number} screen
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintGestures(frame, hints, screen, ruler) {
  const { ctx, theme } = frame;
  paintGhosts(frame, hints.ghosts, screen, ruler);
  if (hints.frame) paintDashed(frame, hints.frame, theme.zoneTint, theme.muted, screen);
  if (hints.marquee) paintDashed(frame, hints.marquee, theme.podTint, theme.accent, screen);
  if (hints.rubber) paintRubber(frame, hints.rubber, screen);
  ctx.strokeStyle = theme.accent;
  ctx.lineWidth = screen;
  strokeLines(ctx, hints.guides);
}

/**
 * Paint those of *ghosts* that are in sight: thousands of copies may be dragged at once.
 * @param {Frame} frame
 * @param {readonly (Node | Zone)[]} ghosts
 * @param {number} screen
 * @param {Pick<TextRuler, 'width'>} ruler
 */
function paintGhosts(frame, ghosts, screen, ruler) {
  const { ctx, theme, detail } = frame;
  const seen = ghosts.filter((ghost) => overlaps(frame.box, boxOf(ghost)));
  for (const zone of seen.filter(isZone)) paintDashed(frame, zone, theme.zoneTint, theme.muted, screen);
  const nodes = seen.filter(isNode);
  ctx.save();
  ctx.globalAlpha = 0.55;
  paintShapes(frame, nodes.filter((node) => node.type === 'shape'), ruler);
  ctx.fillStyle = theme.cable;
  for (const node of nodes) {
    if (node.type === 'shape') continue;
    if (detail.tiles) paintTileAt(ctx, node, theme);
    else ctx.fillRect(node.x - TILE / 2, node.y - TILE / 2, TILE, TILE);
  }
  ctx.restore();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Node} node
 * @param {Frame['theme']} theme
 */
function paintTileAt(ctx, node, theme) {
  ctx.translate(node.x, node.y);
  paintTile(ctx, iconOf(node), theme);
  ctx.translate(-node.x, -node.y);
}

/**
 * @param {Frame} frame
 * @param {Box} box
 * @param {string} fill
 * @param {string} line
 * @param {number} screen
 */
function paintDashed({ ctx }, box, fill, line, screen) {
  ctx.fillStyle = fill;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.strokeStyle = line;
  ctx.lineWidth = screen;
  ctx.setLineDash([4 * screen, 3 * screen]);
  ctx.strokeRect(box.x, box.y, box.width, box.height);
  ctx.setLineDash([]);
}

/**
 * @param {Frame} frame
 * @param {import('../hints.js').Rubber} rubber
 * @param {number} screen
 */
function paintRubber({ ctx, theme }, { kind, from, to, isAllowed }, screen) {
  ctx.strokeStyle = isAllowed ? (kind === 'access' ? theme.access : theme.accent) : theme.error;
  ctx.lineWidth = 2 * screen;
  ctx.lineCap = 'round';
  ctx.setLineDash([6 * screen, 5 * screen]);
  strokeLines(ctx, [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }]);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(to.x, to.y, 3.5 * screen, 0, 2 * Math.PI);
  ctx.fillStyle = ctx.strokeStyle;
  ctx.fill();
}
