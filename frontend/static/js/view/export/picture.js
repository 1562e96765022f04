/** Pictures of the drawing, by the same painters as the canvas: SVG as text, PNG as pixels. */

import { withContent } from '../../model/geometry/containment.js';
import { ICONS } from '../../model/icons.js';
import { boxOfPoints, inflate, unite } from '../../util/geometry.js';
import { curveBox } from '../routes/access-curve.js';
import { PAPER } from '../colors.js';
import { TITLE_SIZE } from '../names/texts.js';
import { paintTile } from '../paint/tiles.js';
import { paintParts } from '../paint/scene.js';
import { Scene } from '../scene.js';
import { inkBox } from '../shapes.js';
import { SvgContext } from './svg-context.js';

/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../colors.js').Theme} Theme */
/** @typedef {import('../frame.js').Frame} Frame */
/** @typedef {import('../frame.js').Layers} Layers */
/** @typedef {import('../paint/scene.js').Parts} Parts */
/** @typedef {import('../sprites.js').TileName} TileName */
/** @typedef {import('../text.js').TextRuler} TextRuler */

/** @typedef {'canvas' | 'paper' | 'none'} Ground The colour of the canvas, white paper, or nothing, so that one sees through. */

/**
 * @typedef {object} Picture What a picture shows, and how.
 * @property {DiagramModel} model
 * @property {Theme} theme
 * @property {Layers} layers
 * @property {Pick<TextRuler, 'width'>} ruler
 * @property {Iterable<string>} [ids] Only these, with what is in them and between them; without it everything.
 * @property {import('../picture-images.js').PictureSource} [pictures] What is loaded of the pictures that lie on the drawing.
 * @property {Ground} [ground] What it lies on; without it on what the canvas has.
 */

const MARGIN = 24;
const EVERYTHING = { tiles: true, badges: true, labels: true, addresses: true, interfaces: true, placeNames: false, titleSize: TITLE_SIZE };
const LARGEST_SIDE = 16_384;
const EVERYWHERE = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

/**
 * Return the picture as an SVG document; it is null where there is nothing to show.
 * @param {Picture} picture
 * @returns {string | null}
 */
export function renderSvg(picture) {
  const scene = new Scene(picture.model);
  const parts = partsOf(scene, picture.ids);
  const box = boxOf(scene, parts);
  if (!box) return null;
  const svg = new SvgContext();
  paint(/** @type {any} */ (svg), scene, parts, box, 1, picture, (name) => /** @type {any} */ (ICONS[name]));
  return svg.render(Math.ceil(box.width), Math.ceil(box.height));
}

/**
 * Paint the picture onto a canvas that *createCanvas* makes, with *scale* pixels a unit, or as many as a canvas can have.
 * @param {Picture} picture
 * @param {number} scale
 * @param {() => HTMLCanvasElement} createCanvas
 * @returns {HTMLCanvasElement | null}
 */
export function paintPicture(picture, scale, createCanvas) {
  const scene = new Scene(picture.model);
  const parts = partsOf(scene, picture.ids);
  const box = boxOf(scene, parts);
  if (!box) return null;
  const pixel = Math.min(scale, LARGEST_SIDE / Math.max(box.width, box.height));
  const canvas = createCanvas();
  canvas.width = Math.ceil(box.width * pixel);
  canvas.height = Math.ceil(box.height * pixel);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: picture.ground === 'none' }));
  paint(ctx, scene, parts, box, pixel, picture);
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Scene} scene
 * @param {Parts} parts
 * @param {Box} box
 * @param {number} pixel
 * @param {Picture} picture
 * @param {(name: keyof typeof ICONS) => Path2D} [toPath]
 */
function paint(ctx, scene, parts, box, pixel, { theme: colors, layers, ruler, pictures, ground = 'canvas' }, toPath) {
  const theme = ground === 'paper' ? { ...colors, canvas: PAPER } : colors;
  const origin = { x: -box.x * pixel, y: -box.y * pixel };
  const detail = { ...EVERYTHING, labels: layers.labels, addresses: layers.labels, interfaces: layers.labels };
  /** @type {Frame} */
  const frame = { ctx, scene, theme, pixel, origin, box, layers, detail, pictures, problems: new Map() };
  ctx.setTransform(pixel, 0, 0, pixel, origin.x, origin.y);
  if (ground !== 'none') {
    ctx.fillStyle = theme.canvas;
    // To the end of the last pixel: what is left of it would be black.
    ctx.fillRect(box.x, box.y, Math.ceil(box.width * pixel) / pixel, Math.ceil(box.height * pixel) / pixel);
  }
  const sprites = {
    draw(/** @type {CanvasRenderingContext2D} */ to, /** @type {TileName} */ name, /** @type {number} */ x, /** @type {number} */ y) {
      to.setTransform(pixel, 0, 0, pixel, x, y);
      paintTile(to, name, theme, toPath);
    },
  };
  paintParts(frame, parts, { sprites, ruler });
}

/**
 * @param {Scene} scene
 * @param {Iterable<string>} [ids]
 * @returns {Parts}
 */
function partsOf(scene, ids) {
  const { model } = scene;
  const chosen = ids && withContent(model, ids);
  const has = (/** @type {string} */ id) => chosen?.has(id) ?? true;
  return {
    zones: scene.zonesIn(EVERYWHERE).filter((zone) => has(zone.id)),
    links: scene.shown([...model.links.values()].filter((link) => has(link.source.node) && has(link.target.node))),
    access: scene.shown([...model.access.values()].filter((edge) => has(edge.users) && has(edge.target))),
    nodes: scene.shown([...model.nodes.values()].filter((node) => has(node.id))),
  };
}

/**
 * @param {Scene} scene
 * @param {Parts} parts
 * @returns {Box | null}
 */
function boxOf(scene, { zones, links, access, nodes }) {
  // Cables may be led around all else.
  const paths = links.map((link) => boxOfPoints(scene.paths.pathOf(link)));
  const box = unite([...zones, ...nodes.map(inkBox), ...paths, ...access.map((edge) => curveBox(scene.curves.of(edge)))]);
  return box && inflate(box, MARGIN);
}
