/** Paints cables. */

import { contains } from '../../util/geometry.js';
import { between, comesNear } from '../../util/polyline.js';
import { isExact, visibleWidth } from '../frame.js';

/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../shapes.js').Line} Line */
/** @typedef {import('../../model/diagram.js').Link} Link */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../util/polyline.js').Polyline} Polyline */

const WIDTHS = { thin: 1, normal: 1.75, thick: 3, heavy: 5 };
/** Dashes and gaps, by how wide the cable is. */
const DASHES = { dashed: [3, 2.5], dotted: [0.1, 2] };
/** How many cables are stroked together: the browser takes long over strokes that are long and large. */
const FLUSH = { small: 256, large: 24 };
const RADIUS = 8;
/** The sine of the angle from which on a corner is rounded. */
const SHARP = 0.4;

/** @type {typeof import('./dashes.js').dashedInSight | null} Loaded when a dashed cable leads out of sight; until then, all of it is drawn. */
let dashedInSight = null;
/** @type {Promise<void> | null} */
let loading = null;

/**
 * Paint those of *links* that are in sight, those of one look together.
 * @param {Frame} frame
 * @param {readonly Link[]} links
 */
export function paintCables(frame, links) {
  const { ctx, detail, scene } = frame;
  /** @type {Map<string, { link: Link, paths: Polyline[] }>} */
  const looks = new Map();
  for (const link of links) {
    const key = link.color || link.width || link.dash ? `${link.color} ${link.width} ${link.dash}` : '';
    const path = isExact(frame, scene.paths, link) ? scene.paths.pathOf(link) : scene.paths.roughPathOf(link);
    if (!comesNear(path, frame.box, WIDTHS.heavy)) continue;
    const look = looks.get(key);
    if (look) look.paths.push(path);
    else looks.set(key, { link, paths: [path] });
  }
  for (const { link, paths } of looks.values()) {
    dress(frame, link);
    const seen = link.dash ? cutDashes(frame, link.dash, paths) : paths;
    strokePaths(ctx, seen, detail.tiles ? FLUSH.large : FLUSH.small);
  }
  ctx.setLineDash([]);
}

/**
 * Set the style of *frame* to the look of *link*.
 * @param {Frame} frame
 * @param {Link} link
 */
function dress(frame, { color, width, dash }) {
  const { ctx, theme } = frame;
  const wide = visibleWidth(frame, WIDTHS[width ?? 'normal']);
  ctx.strokeStyle = color ? theme[color] : theme.cable;
  ctx.lineWidth = wide;
  ctx.lineCap = dash === 'dotted' ? 'round' : 'butt';
  ctx.lineJoin = 'round';
  ctx.setLineDash(dash ? DASHES[dash].map((length) => length * wide) : []);
}

/**
 * Return what is in sight of *paths* in the style of *frame*, which has dashes, or all of it.
 * @param {Frame} frame
 * @param {keyof typeof DASHES} dash
 * @param {readonly Polyline[]} paths
 */
function cutDashes({ ctx, pixel, box }, dash, paths) {
  const cut = dashedInSight;
  if (!cut) {
    const leadOut = !loading && paths.some((path) => path.some((point) => !contains(box, point)));
    if (leadOut) loading = import('./dashes.js').then((dashes) => void ({ dashedInSight } = dashes), () => {});
    return paths;
  }
  const wide = ctx.lineWidth;
  const period = (DASHES[dash][0] + DASHES[dash][1]) * wide;
  const pattern = { period, pixel, margin: 2 * RADIUS + wide + 2 / pixel, radiusOf };
  return paths.flatMap((path) => cut(path, box, pattern));
}

/**
 * Stroke *paths* in the style of *ctx*, some at a time.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Polyline[]} paths
 * @param {number} [most]
 */
export function strokePaths(ctx, paths, most = FLUSH.large) {
  for (let start = 0; start < paths.length; start += most) {
    ctx.beginPath();
    for (let place = start; place < Math.min(start + most, paths.length); place++) trace(ctx, paths[place]);
    ctx.stroke();
  }
}

/**
 * Draw *path*, its corners rounded.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Polyline} path
 */
function trace(ctx, path) {
  const last = path.length - 1;
  ctx.moveTo(path[0].x, path[0].y);
  for (let place = 1; place < last; place++) turn(ctx, path[place - 1], path[place], path[place + 1]);
  ctx.lineTo(path[last].x, path[last].y);
}

/**
 * Draw on from *from* to *corner* and a little way round it towards *to*; where it hardly turns, as within a curve, just to it.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Point} from
 * @param {Point} corner
 * @param {Point} to
 */
function turn(ctx, from, corner, to) {
  const radius = radiusOf(from, corner, to);
  if (radius === 0) return ctx.lineTo(corner.x, corner.y);
  const [before, after] = [radius / between(from, corner), radius / between(corner, to)];
  ctx.lineTo(corner.x - (corner.x - from.x) * before, corner.y - (corner.y - from.y) * before);
  ctx.quadraticCurveTo(corner.x, corner.y, corner.x + (to.x - corner.x) * after, corner.y + (to.y - corner.y) * after);
}

/**
 * Return how far before and after *corner* its rounding begins; 0 where it is not rounded.
 * @param {Point} from
 * @param {Point} corner
 * @param {Point} to
 */
function radiusOf(from, corner, to) {
  const [before, after] = [between(from, corner), between(corner, to)];
  const area = (corner.x - from.x) * (to.y - corner.y) - (corner.y - from.y) * (to.x - corner.x);
  return Math.abs(area) > SHARP * before * after ? Math.min(RADIUS, before / 2, after / 2) : 0;
}

/**
 * Stroke *lines* in the style of *ctx*.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 */
export function strokeLines(ctx, lines) {
  strokePaths(ctx, lines.map(({ x1, y1, x2, y2 }) => [{ x: x1, y: y1 }, { x: x2, y: y2 }]));
}
