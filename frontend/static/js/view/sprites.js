/**
 * A cache of tiles with icons, painted once per size and theme.
 *
 * All of one size are on one sheet, which is painted before the first copy is taken: a sheet that changes between copies would
 * be duplicated by the browser each time. It has those tiles that were asked for so far, as zooming paints it in every frame.
 */

import { TILE } from '../model/diagram.js';
import { paintTile } from './paint/tiles.js';

/** @typedef {import('../model/icons.js').IconName} IconName */
/** @typedef {import('./colors.js').Theme} Theme */
/** @typedef {IconName | 'blank'} TileName A tile with its icon, or one without, to lie behind that of a stack. */

/** Room around a tile on the sheet, in units, so that smooth borders are not cut. */
const MARGIN = 1;
const COLUMNS = 6;

export class Sprites {
  #createCanvas;
  #theme;
  #key = 0;
  /** @type {Map<TileName, number>} Where on the sheet each tile is. */
  #cells = new Map();
  /** @type {HTMLCanvasElement | null} */
  #sheet = null;
  #cell = 0;

  /**
   * @param {Theme} theme
   * @param {() => HTMLCanvasElement} createCanvas
   */
  constructor(theme, createCanvas) {
    this.#theme = theme;
    this.#createCanvas = createCanvas;
  }

  /**
   * Copy the tile *name* onto *ctx*, which is set to device pixels, with its middle at (*x*, *y*).
   * @param {CanvasRenderingContext2D} ctx
   * @param {TileName} name
   * @param {number} x
   * @param {number} y
   * @param {number} pixel Device pixels a unit.
   */
  draw(ctx, name, x, y, pixel) {
    const sheet = this.#sheetFor(name, pixel);
    const place = /** @type {number} */ (this.#cells.get(name));
    const cell = this.#cell;
    const left = Math.round(x - cell / 2);
    const top = Math.round(y - cell / 2);
    ctx.drawImage(sheet, (place % COLUMNS) * cell, Math.floor(place / COLUMNS) * cell, cell, cell, left, top, cell, cell);
  }

  /**
   * @param {TileName} name
   * @param {number} pixel
   */
  #sheetFor(name, pixel) {
    const key = Math.round(pixel * 1000);
    if (this.#sheet && key === this.#key && this.#cells.has(name)) return this.#sheet;
    this.#key = key;
    if (!this.#cells.has(name)) this.#cells.set(name, this.#cells.size);
    this.#cell = Math.ceil((TILE + 2 * MARGIN) * pixel);
    this.#cell += this.#cell % 2;
    this.#sheet ??= this.#createCanvas();
    this.#sheet.width = this.#cell * COLUMNS;
    this.#sheet.height = this.#cell * Math.ceil(this.#cells.size / COLUMNS);
    this.#paintSheet(/** @type {CanvasRenderingContext2D} */ (this.#sheet.getContext('2d')), pixel);
    return this.#sheet;
  }

  /**
   * @param {CanvasRenderingContext2D} ctx
   * @param {number} pixel
   */
  #paintSheet(ctx, pixel) {
    for (const [name, place] of this.#cells) {
      const x = ((place % COLUMNS) + 0.5) * this.#cell;
      const y = (Math.floor(place / COLUMNS) + 0.5) * this.#cell;
      ctx.setTransform(pixel, 0, 0, pixel, x, y);
      paintTile(ctx, name, this.#theme);
    }
  }
}
