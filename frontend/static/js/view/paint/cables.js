/** Paints cables. */

import { between, comesNear } from '../../util/polyline.js';
import { isExact, quickWidth } from '../frame.js';

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
    strokePaths(ctx, paths, detail.tiles ? FLUSH.large : FLUSH.small);
  }
  ctx.setLineDash([]);
}

/**
 * Set the style of *frame* to the look of *link*.
 * @param {Frame} frame
 * @param {Link} link
 */
function dress(frame, { color, width, dash }) {
  const { ctx, theme, pixel } = frame;
  const own = WIDTHS[width ?? 'normal'];
  const wide = quickWidth(frame, own);
  // From far away dashes stay as long on the screen as those of a normal cable are: shorter ones could not be told, and cost more.
  const beat = Math.max(wide, Math.min(own, WIDTHS.normal) / Math.min(pixel, 1));
  ctx.strokeStyle = color ? theme[color] : theme.cable;
  ctx.lineWidth = wide;
  ctx.lineCap = dash === 'dotted' ? 'round' : 'butt';
  ctx.lineJoin = 'round';
  ctx.setLineDash(dash ? DASHES[dash].map((length) => length * beat) : []);
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
  const before = between(from, corner);
  const after = between(corner, to);
  const [x1, y1, x2, y2] = [corner.x - from.x, corner.y - from.y, to.x - corner.x, to.y - corner.y];
  const isSharp = Math.abs(x1 * y2 - y1 * x2) > SHARP * before * after;
  if (!isSharp) return ctx.lineTo(corner.x, corner.y);
  const radius = Math.min(RADIUS, before / 2, after / 2);
  ctx.lineTo(corner.x - (x1 / before) * radius, corner.y - (y1 / before) * radius);
  ctx.quadraticCurveTo(corner.x, corner.y, corner.x + (x2 / after) * radius, corner.y + (y2 / after) * radius);
}

/**
 * Stroke *lines* in the style of *ctx*.
 * @param {CanvasRenderingContext2D} ctx
 * @param {readonly Line[]} lines
 */
export function strokeLines(ctx, lines) {
  strokePaths(ctx, lines.map(({ x1, y1, x2, y2 }) => [{ x: x1, y: y1 }, { x: x2, y: y2 }]));
}
