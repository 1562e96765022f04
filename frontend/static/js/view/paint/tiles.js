/** Paints one tile with its icon, its middle at the origin. */

import { TILE } from '../../model/diagram.js';
import { ICON_GRID, ICON_STROKE, ICONS } from '../../model/icons.js';
import { TILE_RADIUS } from '../shapes.js';

/** @typedef {import('../../model/icons.js').IconName} IconName */
/** @typedef {import('../colors.js').Theme} Theme */

const ICON_SIZE = 34;
const USERS_ICON_SIZE = 30;
const HALF = TILE / 2;

/** @type {Map<string, Path2D>} */
const paths = new Map();

/**
 * Paint the tile *name*, without an icon where it is `blank`.
 * @param {CanvasRenderingContext2D} ctx
 * @param {IconName | 'blank'} name
 * @param {Theme} theme
 * @param {(name: IconName) => Path2D} [toPath] Gives the path of an icon, as *ctx* can stroke it.
 */
export function paintTile(ctx, name, theme, toPath = pathOf) {
  ctx.beginPath();
  if (name === 'users') ctx.arc(0, 0, HALF - 0.5, 0, 2 * Math.PI);
  else ctx.roundRect(-HALF + 0.5, -HALF + 0.5, TILE - 1, TILE - 1, name === 'network' ? HALF / 2 + 6 : TILE_RADIUS);
  ctx.fillStyle = name === 'users' ? theme.accessTint : theme.tile;
  ctx.fill();
  ctx.strokeStyle = lineOf(name, theme);
  ctx.lineWidth = name === 'users' ? 1.75 : 1.25;
  ctx.stroke();
  if (name === 'blank') return;
  paintIcon(ctx, toPath(name), colorOf(name, theme), name === 'users' ? USERS_ICON_SIZE : ICON_SIZE);
}

/**
 * Paint the icon *path* around the origin.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Path2D} path
 * @param {string} color
 * @param {number} size
 */
function paintIcon(ctx, path, color, size) {
  const scale = size / ICON_GRID;
  ctx.save();
  ctx.scale(scale, scale);
  ctx.translate(-ICON_GRID / 2, -ICON_GRID / 2);
  ctx.strokeStyle = color;
  ctx.lineWidth = ICON_STROKE;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.stroke(path);
  ctx.restore();
}

/** @param {IconName} name */
function pathOf(name) {
  let path = paths.get(name);
  if (!path) paths.set(name, (path = new Path2D(ICONS[name])));
  return path;
}

/**
 * @param {IconName | 'blank'} name
 * @param {Theme} theme
 */
function lineOf(name, theme) {
  if (name === 'users') return theme.access;
  return name === 'gateway' ? theme.accent : theme.tileLine;
}

/**
 * @param {IconName} name
 * @param {Theme} theme
 */
function colorOf(name, theme) {
  if (name === 'users') return theme.access;
  if (name === 'gateway') return theme.accent;
  return name === 'network' ? theme.cable : theme.icon;
}
