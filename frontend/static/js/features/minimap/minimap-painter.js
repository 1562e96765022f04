/** Paints the minimap, with a frame around the visible area, and moves the viewport when it is clicked or dragged. */

import { boxOf } from '../../model/geometry/boxes.js';
import { hiding } from '../../model/layers.js';
import { inflate, unite } from '../../util/geometry.js';
import { readTheme } from '../../view/colors.js';
import { listPlaceNames, placeFont } from '../../view/names/place-names.js';
import { cssFont, TextRuler } from '../../view/text.js';
import { tintsOfZone } from '../../view/tints.js';

/** @typedef {import('../../model/command-stack.js').CommandStack} CommandStack */
/** @typedef {import('../../model/diagram-model.js').DiagramModel} DiagramModel */
/** @typedef {import('../../util/geometry.js').Box} Box */
/** @typedef {import('../../util/geometry.js').Point} Point */
/** @typedef {import('../../view/viewport.js').Viewport} Viewport */

const MARGIN = 80;
const SMALLEST_SPECK = 2;
/** Names on the map, in CSS pixels. */
const NAME_SIZE = 9;

export class Minimap {
  #canvas;
  #map;
  #model;
  #viewport;
  /** @type {TextRuler | undefined} */
  #ruler;
  #isStale = true;
  #scheduled = 0;
  #scale = 1;
  /** @type {Point} */
  #origin = { x: 0, y: 0 };

  /**
   * @param {object} parts
   * @param {HTMLCanvasElement} parts.canvas Its size on the page is the size of the map.
   * @param {DiagramModel} parts.model
   * @param {CommandStack} parts.stack
   * @param {Viewport} parts.viewport
   */
  constructor({ canvas, model, stack, viewport }) {
    this.#canvas = canvas;
    this.#map = document.createElement('canvas');
    this.#model = model;
    this.#viewport = viewport;
    stack.addEventListener('changed', () => this.repaint());
    viewport.addEventListener('changed', () => this.#schedule());
    canvas.addEventListener('pointerdown', (event) => this.#press(event));
    canvas.addEventListener('pointermove', (event) => this.#drag(event));
    this.#schedule();
  }

  /** Paint the map anew, for example in another theme. */
  repaint() {
    this.#isStale = true;
    this.#schedule();
  }

  #schedule() {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    this.#scheduled = 0;
    const { clientWidth, clientHeight } = this.#canvas;
    if (clientWidth === 0) return;
    const theme = readTheme(this.#canvas);
    this.#resize(clientWidth * devicePixelRatio, clientHeight * devicePixelRatio);
    if (this.#isStale) this.#paintMap(theme);
    const ctx = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
    ctx.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    ctx.drawImage(this.#map, 0, 0);
    const { x, y, width, height } = this.#viewport.box;
    const frame = { x: this.#origin.x + x * this.#scale, y: this.#origin.y + y * this.#scale };
    ctx.fillStyle = theme.podTint;
    ctx.fillRect(frame.x, frame.y, width * this.#scale, height * this.#scale);
    ctx.strokeStyle = theme.accent;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.strokeRect(frame.x, frame.y, width * this.#scale, height * this.#scale);
  }

  /** @param {import('../../view/colors.js').Theme} theme */
  #paintMap(theme) {
    this.#isStale = false;
    const hides = hiding(this.#model) ?? (() => false);
    const nodes = [...this.#model.nodes.values()].filter((node) => !hides(node));
    const zones = [...this.#model.zones.values()].filter((zone) => !hides(zone));
    const ctx = /** @type {CanvasRenderingContext2D} */ (this.#map.getContext('2d'));
    const box = inflate(unite([...zones, ...nodes].map(boxOf)) ?? { x: 0, y: 0, width: 0, height: 0 }, MARGIN);
    this.#scale = Math.min(this.#map.width / box.width, this.#map.height / box.height);
    this.#origin = {
      x: (this.#map.width - box.width * this.#scale) / 2 - box.x * this.#scale,
      y: (this.#map.height - box.height * this.#scale) / 2 - box.y * this.#scale,
    };
    ctx.clearRect(0, 0, this.#map.width, this.#map.height);
    for (const zone of zones) this.#zone(ctx, zone, tintsOfZone(theme, zone));
    for (const node of nodes) if (node.type !== 'shape') this.#speck(ctx, boxOf(node), node.type === 'users' ? theme.access : theme.cable);
    this.#paintNames(ctx, theme);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Box} zone
   * @param {import('../../view/tints.js').Tints} tints
   */
  #zone(ctx, { x, y, width, height }, { fill, line }) {
    /** @type {[number, number, number, number]} */
    const box = [this.#origin.x + x * this.#scale, this.#origin.y + y * this.#scale, width * this.#scale, height * this.#scale];
    ctx.fillStyle = fill;
    ctx.fillRect(...box);
    ctx.strokeStyle = line;
    ctx.lineWidth = devicePixelRatio;
    ctx.strokeRect(...box);
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {import('../../view/colors.js').Theme} theme
   */
  #paintNames(ctx, theme) {
    const size = (NAME_SIZE * devicePixelRatio) / this.#scale;
    this.#ruler ??= new TextRuler(/** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d')));
    const names = listPlaceNames(this.#model, size, theme, this.#ruler).filter(({ id }) => this.#model.zones.has(id));
    ctx.font = cssFont(placeFont(theme, NAME_SIZE * devicePixelRatio));
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = theme.text;
    for (const { text, x, y, width, height } of names) {
      ctx.fillText(text, this.#origin.x + (x + width / 2) * this.#scale, this.#origin.y + (y + height / 2) * this.#scale);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {Box} box
   * @param {string} color
   */
  #speck(ctx, { x, y, width, height }, color) {
    ctx.fillStyle = color;
    const size = { width: Math.max(SMALLEST_SPECK, width * this.#scale), height: Math.max(SMALLEST_SPECK, height * this.#scale) };
    ctx.fillRect(this.#origin.x + x * this.#scale, this.#origin.y + y * this.#scale, size.width, size.height);
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #resize(width, height) {
    if (this.#map.width === Math.round(width) && this.#map.height === Math.round(height)) return;
    for (const canvas of [this.#map, this.#canvas]) {
      canvas.width = Math.round(width);
      canvas.height = Math.round(height);
    }
    this.#isStale = true;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#goTo(event);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    if (event.buttons !== 0) this.#goTo(event);
  }

  /** @param {PointerEvent} event */
  #goTo({ offsetX, offsetY }) {
    const x = (offsetX * devicePixelRatio - this.#origin.x) / this.#scale;
    const y = (offsetY * devicePixelRatio - this.#origin.y) / this.#scale;
    this.#viewport.centerOn({ x, y });
  }
}
