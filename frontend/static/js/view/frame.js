/**
 * The frame that painters get: context, visible area, scale, theme and layers.
 *
 * The context is set to canvas units, so painters think in those. `pixel` is how many device pixels a unit has; what would be
 * thinner than one or too small to read is left out or painted plainer (`detail`).
 */

import { TITLE_SIZE } from './names/texts.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./colors.js').Theme} Theme */
/** @typedef {import('./picture-images.js').PictureSource} PictureSource */
/** @typedef {import('../util/geometry.js').Box} Box */
/** @typedef {import('../util/geometry.js').Point} Point */

/** @typedef {{ cables: boolean, access: boolean, labels: boolean, grid: boolean }} Layers */

/** @typedef {Omit<Layers, 'grid'>} Locks Layers that everything is on, by whether they are locked. */

/**
 * @typedef {object} Detail What can be seen at this zoom.
 * @property {boolean} tiles Tiles with icons; else plain rectangles.
 * @property {boolean} badges How many, whose, and locks: they say what a thing is, so no layer hides them.
 * @property {boolean} labels
 * @property {boolean} addresses
 * @property {boolean} interfaces
 * @property {boolean} placeNames Names of zones and hubs as a map has them, in place of titles and labels.
 * @property {number} titleSize How large titles of zones are, in units: so that they can be read.
 */

/**
 * @typedef {object} Frame
 * @property {CanvasRenderingContext2D} ctx
 * @property {Scene} scene
 * @property {Theme} theme
 * @property {number} pixel Device pixels a unit.
 * @property {Point} origin Where the origin of the drawing is, in device pixels.
 * @property {Box} box The part of the drawing to paint.
 * @property {Layers} layers
 * @property {Detail} detail
 * @property {ReadonlyMap<string, 'error' | 'warning'>} problems
 * @property {PictureSource} [pictures] Those that are loaded; in the place of others stands their frame.
 * @property {Search} [search] Without it the ways of all cables are found before these are painted.
 */

/** @typedef {{ left: number, isCut: boolean }} Search How many ways of cables may still be found for this frame, and whether those were too few. */

/** @type {Readonly<Layers>} */
export const ALL_LAYERS = Object.freeze({ cables: true, access: true, labels: true, grid: true });

const SMALLEST_TILE = 0.17;
const SMALLEST_TEXT = 0.45;
const SMALLEST_DETAIL = 0.62;
/** How large titles of zones are at least, in CSS pixels. */
const SMALLEST_TITLE = 11;
/** How many device pixels wide a line is that may as well be one wide. */
const HARDLY_WIDER = 1.3;

/**
 * Return what can be seen at *zoom*.
 * @param {number} zoom
 * @param {Layers} layers
 * @returns {Detail}
 */
export function detailAt(zoom, layers) {
  const badges = zoom >= SMALLEST_TEXT;
  const fine = layers.labels && zoom >= SMALLEST_DETAIL;
  const titleSize = Math.max(TITLE_SIZE, SMALLEST_TITLE / zoom);
  const placeNames = layers.labels && !badges;
  return { tiles: zoom >= SMALLEST_TILE, badges, labels: layers.labels && badges, addresses: fine, interfaces: fine, placeNames, titleSize };
}

/**
 * Set the context of *frame* to canvas units.
 * @param {Frame} frame
 */
export function toUnits({ ctx, pixel, origin }) {
  ctx.setTransform(pixel, 0, 0, pixel, origin.x, origin.y);
}

/**
 * Return the width in units of a line that is *width* units wide, but no thinner than a device pixel.
 * @param {Frame} frame
 * @param {number} width
 * @returns {number}
 */
export function visibleWidth({ pixel }, width) {
  return Math.max(width, 1 / pixel);
}

/**
 * Return the width in units of one of many lines that are *width* units wide: where the drawing is smaller than it is, those that would be
 * hardly wider than a device pixel are as wide as one, which browsers paint in a fraction of the time.
 * @param {Frame} frame
 * @param {number} width
 * @returns {number}
 */
export function quickWidth({ pixel }, width) {
  return pixel < 1 && width * pixel < HARDLY_WIDER ? 1 / pixel : width;
}

/** @type {ReadonlyMap<string, 'error' | 'warning'>} */
export const NO_PROBLEMS = new Map();

/**
 * Return the frame in which *ctx* shows what *viewport* does, with *ratio* device pixels a pixel.
 * @param {CanvasRenderingContext2D} ctx
 * @param {{ zoom: number, offset: Point, box: Box }} viewport
 * @param {number} ratio
 * @param {Pick<Frame, 'scene' | 'theme' | 'layers' | 'problems' | 'pictures'>} looks
 * @returns {Frame}
 */
export function frameOn(ctx, { zoom, offset, box }, ratio, looks) {
  const origin = { x: Math.round(offset.x * ratio), y: Math.round(offset.y * ratio) };
  return { ctx, pixel: zoom * ratio, origin, box, detail: detailAt(zoom, looks.layers), ...looks };
}

/**
 * Return whether a painter shall ask *ways* where exactly *item*, a cable or access, leads. About where will do if it is too small to
 * be seen, or for now, if it is not found yet, the searches for this frame are used up, and no names are read that stand along it.
 * @template Item
 * @param {Frame} frame
 * @param {{ isFound: (item: Item) => boolean }} ways
 * @param {Item} item
 */
export function isExact({ detail, search }, ways, item) {
  if (!detail.tiles) return false;
  if (!search || detail.interfaces || ways.isFound(item)) return true;
  if (search.left === 0) {
    search.isCut = true;
    return false;
  }
  search.left -= 1;
  return true;
}
